#pragma once

// What is written in a conflict, as one value for each thing written (shape.h), and whether it stays the same
// when parties and their options are renamed. A renaming that changes no value changes the conflict in
// nothing but its names.
//
// Only the lines that speak of a party that is moved are read again, and those of a definition that has
// changed by it. Cost: O(size of the conflict) once, then O(those lines) names for each renaming; all states,
// where they are listed or ranked. Tested in tests/stability/orbits/kinds_test.cpp.

#include "model/wishes.h"
#include "stability/orbits/mentions.h"
#include "stability/orbits/naming.h"
#include "stability/orbits/shape.h"

#include <functional>
#include <optional>
#include <set>

namespace stasis::stability {

/// The state that a preference names; none if there is no such state.
using StateNamed = std::function<std::optional<model::Pattern>(const model::StateRef&)>;

/// The new place of each party and each option.
struct Renamed {
  std::vector<std::size_t> party;
  std::vector<std::size_t> option;

  /// Everything stays where it is.
  explicit Renamed(const model::Conflict& conflict);
  /// Sends `from` to `to`, option by option. Both must have equally many options.
  void send(const model::Conflict& conflict, model::PartyId from, model::PartyId to);
};

template <class Naming> class WrittenShape {
public:
  using Value = typename Naming::Value;
  using Values = std::vector<Value>;

  WrittenShape(const model::Conflict& conflict, StateNamed stateNamed)
      : conflict_(conflict), mentions_(conflict), stateNamed_(std::move(stateNamed)), same_(conflict) {
    renamed_ = &same_;
    readDefines();
    defines_ = now_;
    if (conflict.listed.empty())
      for (const auto& constraint : conflict.constraints)
        constraints_.push_back(shape_.of(constraint.holds));
    listed_ = listed();
    for (std::size_t p = 0; p < conflict.parties.size(); ++p) {
      wants_.push_back(wants(p));
      if (std::holds_alternative<model::Ranking>(conflict.parties[p].preference))
        rankings_.push_back(static_cast<std::uint32_t>(p));
    }
  }

  /// True if the renaming, which leaves all but the parties of `moved` where they are, changes nothing that
  /// is written: neither what says which states are feasible nor what a party wants, at the place to which it
  /// goes.
  bool isKeptBy(const Renamed& renamed, std::span<const model::PartyId> moved) {
    renamed_ = &renamed;
    now_ = defines_;
    Again again;
    for (const model::PartyId party : moved) {
      again.wants.insert(static_cast<std::uint32_t>(party.index()));
      const auto& of = conflict_.party(party);
      for (std::size_t o = of.firstOption; o < of.firstOption + of.optionCount; ++o)
        again.add(mentions_.of(model::OptionId(o)));
    }
    again.wants.insert(rankings_.begin(), rankings_.end());
    for (auto d = again.defines.begin(); d != again.defines.end(); ++d) {
      now_[*d] = of(conflict_.defines[*d].meaning);
      if (now_[*d] != defines_[*d]) // only larger ones speak of it, so they come behind
        again.add(mentions_.of(model::DefineId(*d)));
    }
    return keepsConstraints(again) && (conflict_.listed.empty() || listed() == listed_) && keepsWants(again);
  }

  /// The shape of a condition, renamed. Reads all definitions.
  Value of(const model::Expression& expression, const Renamed& renamed) {
    renamed_ = &renamed;
    readDefines();
    return of(expression);
  }

  /// Nodes of conditions, and states, that were read until now.
  std::size_t read() const { return read_; }

  // --- leaves of shapes ---
  std::uint64_t option(model::OptionId id) const { return renamed_->option[id.index()]; }
  Value define(model::DefineId id) const { return now_[id.index()]; }

private:
  /// What has to be read again.
  struct Again {
    std::set<std::uint32_t> constraints, wants, defines;

    void add(const std::vector<Line>& lines) {
      for (const Line& line : lines)
        (line.kind == Line::Kind::constraint ? constraints
         : line.kind == Line::Kind::wants    ? wants
                                             : defines)
            .insert(line.index);
    }
  };

  Value of(const model::Expression& expression) {
    read_ += expression.nodes().size();
    return shape_.of(expression);
  }

  void readDefines() {
    now_.clear();
    for (const auto& define : conflict_.defines)
      now_.push_back(of(define.meaning));
  }

  bool keepsConstraints(const Again& again) {
    Values before, after;
    for (const std::uint32_t c : again.constraints) {
      before.push_back(constraints_[c]);
      after.push_back(of(conflict_.constraints[c].holds));
    }
    std::ranges::sort(before);
    std::ranges::sort(after);
    return before == after;
  }

  bool keepsWants(const Again& again) {
    return std::ranges::all_of(again.wants,
                               [&](std::uint32_t p) { return wants(p) == wants_[renamed_->party[p]]; });
  }

  Values wants(std::size_t party) {
    const model::Preference& preference = conflict_.parties[party].preference;
    model::eachWish(preference,
                    [&](const auto& condition, model::Range) { read_ += condition.nodes().size(); });
    Values values = shape_.of(preference);
    if (const auto* ranking = std::get_if<model::Ranking>(&preference))
      for (std::size_t k = 0; k < ranking->classes.size(); ++k) {
        values.push_back(oneClass(ranking->classes[k]));
        if (std::ranges::binary_search(ranking->strongAfter, k))
          values.push_back(naming_({strongKey}));
      }
    return values;
  }

  Value oneClass(const std::vector<model::StateRef>& tie) {
    Values states;
    for (const auto& reference : tie)
      if (const auto named = stateNamed_ ? stateNamed_(reference) : std::nullopt)
        states.push_back(state(*named));
    return shape_.anyOrder(classKey, std::move(states));
  }

  Values listed() {
    Values states;
    for (const auto& line : conflict_.listed)
      states.push_back(state(line.pattern));
    std::ranges::sort(states);
    return states;
  }

  Value state(const model::Pattern& pattern) {
    read_ += pattern.size();
    std::vector<std::uint64_t> words(1 + pattern.size(), stateKey);
    for (std::size_t o = 0; o < pattern.size(); ++o)
      words[1 + renamed_->option[o]] = static_cast<std::uint64_t>(pattern[model::OptionId(o)]);
    return naming_(std::move(words));
  }

  enum Key : std::uint64_t { classKey = 200, stateKey, strongKey };

  const model::Conflict& conflict_;
  Mentions mentions_;
  StateNamed stateNamed_;
  Naming naming_;
  Renamed same_;
  const Renamed* renamed_ = nullptr;
  Shape<Naming, WrittenShape> shape_{naming_, *this};
  Values defines_, now_; ///< as written, and as renamed
  Values constraints_, listed_;
  std::vector<Values> wants_; ///< by party
  std::vector<std::uint32_t> rankings_;
  std::size_t read_ = 0;
};

} // namespace stasis::stability
