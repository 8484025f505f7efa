#pragma once

// The definitions behind the interface of an engine, set by set and state by state. Tests run an analysis on
// it to judge the analysis alone, and compare the primitives of the other engines with it. Up to about 10
// options.

#include "oracle/definitions.h"
#include "stability/engine.h"

#include <algorithm>

namespace stasis::oracle {

class OracleEngine : public stability::Engine {
public:
  explicit OracleEngine(const model::Conflict& conflict) : conflict_(conflict), game_(conflict) {}

  using StateSet = stability::StateSet;

  std::string_view name() const override { return "oracle"; }
  const model::Conflict& conflict() const override { return conflict_; }
  const Game& game() const { return game_; }
  const std::set<Place>& places(StateSet set) const { return sets_[set.handle]; }

  StateSet feasible() override {
    return those([](Place) { return true; });
  }
  StateSet stable(model::Concept c, model::PartyId i) override {
    return those([&](Place s) { return game_.isStable(c, i.index(), s); });
  }
  StateSet where(const model::Expression& e) override {
    return those([&](Place s) { return game_.holds(e, s); });
  }
  StateSet matching(const std::vector<model::Pattern>& patterns) override {
    return those([&](Place s) {
      return std::ranges::any_of(patterns, [&](const auto& p) { return p.overlaps(game_.feasible()[s]); });
    });
  }
  StateSet both(StateSet a, StateSet b) override {
    return those([&](Place s) { return has(a, s) && has(b, s); });
  }
  StateSet either(StateSet a, StateSet b) override {
    return those([&](Place s) { return has(a, s) || has(b, s); });
  }
  StateSet without(StateSet a, StateSet b) override {
    return those([&](Place s) { return has(a, s) && !has(b, s); });
  }
  StateSet canMoveInto(StateSet target, model::PartyId i, model::Relation kind) override {
    return those([&](Place s) {
      const Places ends =
          kind == model::Relation::always ? game_.moves(i.index(), s) : game_.improvements(i.index(), s);
      return std::ranges::any_of(ends, [&](Place q) { return has(target, q); });
    });
  }
  StateSet reachedFrom(StateSet source, model::PartyId i, model::Relation kind) override {
    std::set<Place> ends;
    for (const Place s : places(source))
      for (const Place q :
           kind == model::Relation::always ? game_.moves(i.index(), s) : game_.improvements(i.index(), s))
        ends.insert(q);
    return those([&](Place q) { return ends.contains(q); });
  }
  StateSet notPreferredTo(model::PartyId i, const model::Pattern& state) override {
    const Place at = *find(state);
    return those([&](Place q) { return !game_.prefers(i.index(), q, at); });
  }

  StateSet worseThan(model::PartyId i, const model::Pattern& state) override {
    const Place at = *find(state);
    return those([&](Place q) { return game_.prefers(i.index(), at, q); });
  }

  stability::Count count(StateSet set) override { return places(set).size(); }
  bool contains(StateSet set, const model::Pattern& state) override {
    const auto at = find(state);
    return at && has(set, *at);
  }
  std::vector<model::Pattern> list(StateSet set, std::size_t limit) override {
    std::vector<model::Pattern> states;
    for (const Place s : places(set))
      if (states.size() < limit)
        states.push_back(game_.feasible()[s]);
    return states;
  }
  std::optional<stability::StateNumber> number(const model::Pattern& state) override {
    const auto at = find(state);
    return at ? std::optional<stability::StateNumber>(*at + 1) : std::nullopt;
  }
  std::optional<model::Pattern> state(stability::StateNumber number) override {
    if (number < 1 || number > game_.size())
      return std::nullopt;
    return game_.feasible()[number - 1];
  }
  std::optional<std::uint64_t> place(model::PartyId i, const model::Pattern& state) override {
    std::uint64_t better = 0;
    const Place at = *find(state);
    for (Place q = 0; q < game_.size(); ++q) {
      bool first = game_.prefers(i.index(), q, at);
      for (Place r = 0; r < q && first; ++r)
        first = game_.prefers(i.index(), q, r) || game_.prefers(i.index(), r, q);
      better += first ? 1 : 0;
    }
    return better + 1;
  }

private:
  bool has(StateSet set, Place s) const { return places(set).contains(s); }
  std::optional<Place> find(const model::Pattern& state) const {
    const auto found = std::ranges::find(game_.feasible(), state);
    if (found == game_.feasible().end())
      return std::nullopt;
    return static_cast<Place>(found - game_.feasible().begin());
  }
  template <class Belongs> StateSet those(Belongs belongs) {
    std::set<Place> members;
    for (Place s = 0; s < game_.size(); ++s)
      if (belongs(s))
        members.insert(s);
    sets_.push_back(std::move(members));
    return {static_cast<std::uint32_t>(sets_.size() - 1)};
  }

  const model::Conflict& conflict_;
  Game game_;
  std::vector<std::set<Place>> sets_;
};

} // namespace stasis::oracle
