#pragma once

// The hypergame as an engine: its states are those of the conflict, and what is stable for a party is so in
// that party's own picture. So whatever is asked of an engine by its states can be asked of the hypergame.
//
// Cost: the hypergame's. Tested against tests/oracle/views.h in tests/views.

#include "analysis/views/hypergame.h"

namespace stasis::analysis {

class HypergameEngine : public stability::Engine {
public:
  using Engine = stability::Engine;
  using StateSet = stability::StateSet;

  /// The hypergame must outlive this.
  explicit HypergameEngine(Hypergame& game) : game_(game), whole_(game.whole()) {}

  std::string_view name() const override { return whole_.name(); }
  const model::Conflict& conflict() const override { return whole_.conflict(); }
  StateSet feasible() override { return whole_.feasible(); }
  bool serves(model::ConceptFamily family) const override;
  StateSet stable(model::Concept concept_, model::PartyId party) override {
    return stableForEach({{party, concept_}});
  }
  /// Throws LimitReached, also if there are too many states to compare.
  StateSet stableForEach(const std::vector<stability::Judged>& judged) override;
  StateSet where(const model::Expression& expression) override { return whole_.where(expression); }
  StateSet matching(const std::vector<model::Pattern>& patterns) override {
    return whole_.matching(patterns);
  }
  StateSet both(StateSet a, StateSet b) override { return whole_.both(a, b); }
  StateSet either(StateSet a, StateSet b) override { return whole_.either(a, b); }
  StateSet without(StateSet a, StateSet b) override { return whole_.without(a, b); }
  stability::Count count(StateSet set) override { return whole_.count(set); }
  bool contains(StateSet set, const model::Pattern& state) override { return whole_.contains(set, state); }
  std::vector<model::Pattern> list(StateSet set, std::size_t limit) override {
    return whole_.list(set, limit);
  }
  std::optional<stability::StateNumber> number(const model::Pattern& state) override {
    return whole_.number(state);
  }
  std::optional<model::Pattern> state(stability::StateNumber number) override { return whole_.state(number); }

private:
  Hypergame& game_;
  stability::Engine& whole_;
};

} // namespace stasis::analysis
