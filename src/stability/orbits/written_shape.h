#pragma once

// What is written in a conflict, as one value for each thing written, with parties and their options renamed.
// Two conditions of the same value have the same shape, the operands of `and`, `or`, counts and the like in
// any order; such conditions hold in the same states. A renaming that changes no value changes the conflict
// in nothing but its names.
//
// A Naming makes the values: `Numbered` gives the same number to the same shape only, `Hashed` is faster and
// may, once in 2^64, take two shapes for one. Cost: O(size of the conflict) names.

#include "model/conflict.h"

#include <algorithm>
#include <functional>
#include <map>
#include <vector>

namespace stasis::stability {

/// The state that a preference names; none where there is no such state.
using StateNamed = std::function<std::optional<model::Pattern>(const model::StateRef&)>;

/// Where each party and each option goes.
struct Renamed {
  std::vector<std::size_t> party;
  std::vector<std::size_t> option;

  /// Everything stays where it is.
  explicit Renamed(const model::Conflict& conflict);
  /// `from` goes to `to`, option by option; both have as many.
  void send(const model::Conflict& conflict, model::PartyId from, model::PartyId to);
};

class Numbered {
public:
  using Value = std::uint32_t;
  Value operator()(std::vector<std::uint64_t> words) {
    return numbers_.try_emplace(std::move(words), static_cast<Value>(numbers_.size())).first->second;
  }

private:
  std::map<std::vector<std::uint64_t>, Value> numbers_;
};

class Hashed {
public:
  using Value = std::uint64_t;
  Value operator()(const std::vector<std::uint64_t>& words) const {
    std::uint64_t hash = words.size();
    for (const std::uint64_t word : words)
      hash = mixed(hash * 0x9E3779B97F4A7C15U + word);
    return hash;
  }

private:
  static std::uint64_t mixed(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9U;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBU;
    return x ^ (x >> 31);
  }
};

template <class Naming> class WrittenShape {
public:
  using Value = typename Naming::Value;
  using Values = std::vector<Value>;

  WrittenShape(const model::Conflict& conflict, StateNamed stateNamed)
      : conflict_(conflict), stateNamed_(std::move(stateNamed)) {}

  /// What says which states are feasible, sorted; then each party's preference, most important first, at the
  /// place where the party has gone.
  std::vector<Values> of(const Renamed& renamed) {
    begin(renamed);
    std::vector<Values> all(1 + conflict_.parties.size());
    if (conflict_.listed.empty())
      for (const auto& constraint : conflict_.constraints)
        all[0].push_back(condition(constraint.holds));
    for (const auto& line : conflict_.listed)
      all[0].push_back(state(line.pattern));
    std::ranges::sort(all[0]);
    for (std::size_t p = 0; p < conflict_.parties.size(); ++p)
      all[1 + renamed.party[p]] = preference(conflict_.parties[p].preference);
    return all;
  }

  Value of(const model::Expression& expression, const Renamed& renamed) {
    begin(renamed);
    return condition(expression);
  }

private:
  enum Key : std::uint64_t { tierKey = 100, weightKey, classKey, stateKey };

  void begin(const Renamed& renamed) {
    renamed_ = &renamed;
    defines_.clear();
    for (const auto& define : conflict_.defines)
      defines_.push_back(condition(define.meaning));
  }

  Values preference(const model::Preference& preference) {
    Values values;
    if (const auto* tiers = std::get_if<model::Prioritised>(&preference))
      for (const auto& tier : tiers->tiers) {
        Values wanted;
        for (const auto& statement : tier)
          wanted.push_back(condition(statement.wanted));
        values.push_back(anyOrder(tierKey, std::move(wanted)));
      }
    else if (const auto* ranking = std::get_if<model::Ranking>(&preference))
      for (const auto& tie : ranking->classes)
        values.push_back(oneClass(tie));
    else if (const auto* weights = std::get_if<model::Weights>(&preference)) {
      for (const auto& weight : weights->weights)
        values.push_back(
            naming_({weightKey, static_cast<std::uint64_t>(weight.units), condition(weight.wanted)}));
      std::ranges::sort(values);
    }
    return values;
  }

  Value oneClass(const std::vector<model::StateRef>& tie) {
    Values states;
    for (const auto& reference : tie)
      if (const auto named = stateNamed_ ? stateNamed_(reference) : std::nullopt)
        states.push_back(state(*named));
    return anyOrder(classKey, std::move(states));
  }

  Value state(const model::Pattern& pattern) {
    std::vector<std::uint64_t> words(1 + pattern.size(), stateKey);
    for (std::size_t o = 0; o < pattern.size(); ++o)
      words[1 + renamed_->option[o]] = static_cast<std::uint64_t>(pattern[model::OptionId(o)]);
    return naming_(std::move(words));
  }

  Value anyOrder(std::uint64_t key, Values values) {
    std::ranges::sort(values);
    std::vector<std::uint64_t> words{key};
    words.insert(words.end(), values.begin(), values.end());
    return naming_(std::move(words));
  }

  Value condition(const model::Expression& expression) { return expression.fold<Value>(*this); }

public: // the algebra of shapes
  using Op = model::Expression::Op;
  Value constant(bool value) { return naming_({key(Op::constant), value ? 1U : 0U}); }
  Value option(model::OptionId id) { return naming_({key(Op::option), renamed_->option[id.index()]}); }
  Value define(model::DefineId id) const { return defines_[id.index()]; }
  Value apply(Op op, std::uint32_t k, std::span<Value> operands) {
    if (op != Op::implies && op != Op::whenever)
      std::ranges::sort(operands);
    std::vector<std::uint64_t> words{key(op), k};
    words.insert(words.end(), operands.begin(), operands.end());
    return naming_(std::move(words));
  }

private:
  static std::uint64_t key(Op op) { return static_cast<std::uint64_t>(op); }

  const model::Conflict& conflict_;
  StateNamed stateNamed_;
  Naming naming_;
  const Renamed* renamed_ = nullptr;
  Values defines_;
};

} // namespace stasis::stability
