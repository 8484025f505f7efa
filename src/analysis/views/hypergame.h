#pragma once

// The conflict as each sees it (Wang, Hipel & Fraser, Modeling misperceptions in hypergames, 1988): a state
// is a hypergame equilibrium under a concept iff it is stable for each party in that party's own picture. A
// state that a party does not see is none. A party without a view sees the conflict as it is.
//
// What a party expects is an equilibrium of its own picture, in which each other party judges by the picture
// that the first thinks it has (`view P of Q`; without one, the first party's own).
//
// Pictures have engines of their own, so their sets are compared state by state: of one party's set as many
// states as `mostCompared`, the smallest set of all. Beyond that the equilibria are not known.
// Tested against tests/oracle/views.h in tests/views.

#include "analysis/views/view_engine.h"
#include "stability/solution.h"

#include <memory>
#include <optional>
#include <vector>

namespace stasis::analysis {

class Hypergame {
public:
  static constexpr std::size_t mostCompared = 1'000'000;

  /// Opens an engine on each of the views of the conflict of `whole`; both must outlive this. `everyFamily`:
  /// see open_engine.h. Throws LimitReached.
  Hypergame(stability::Engine& whole, const model::Views& views, const stability::EngineLimits& limits,
            const stability::Errand& errand, bool everyFamily);

  /// Errors in views; then nothing else may be asked.
  const language::Diagnostics& diagnostics() const { return diagnostics_; }

  stability::Engine& whole() const { return whole_; }
  /// The views, in the order of the text, and the engine of each.
  const model::Views& views() const { return views_; }
  ViewEngine& engine(std::size_t k) const { return *engines_[k]; }

  /// By what a party judges, or by what another thinks that it does: the engine of that picture.
  stability::Engine& pictureOf(model::PartyId of, std::optional<model::PartyId> by = std::nullopt) const;
  bool hasOwnView(model::PartyId party) const { return model::viewOf(views_, party) != nullptr; }
  bool sees(model::PartyId party, const model::Pattern& state) const;
  /// In the party's own picture; false if it does not see the state. Throws LimitReached.
  bool isStable(model::Concept concept_, model::PartyId party, const model::Pattern& state) const;

  /// As a set of `whole`; none if there are too many states to compare. Throws LimitReached.
  std::optional<stability::StateSet> equilibria(model::Concept concept_);
  /// The states that are stable for each of these, each by its own concept in its own picture; every state if
  /// there are none. In the same way.
  std::optional<stability::StateSet> stableForEach(const std::vector<stability::Judged>& judged);
  /// What the party takes for an equilibrium, in the order of numbers; none if there are too many to compare.
  std::optional<std::vector<model::Pattern>> expectedBy(model::PartyId party, model::Concept concept_);
  /// The states that some party sees and others do not, stable for each who sees them in its own picture;
  /// none if there are too many to compare.
  std::optional<std::vector<model::Pattern>> heldByThoseWhoSee(model::Concept concept_);

private:
  struct Judge {
    stability::Judged asked;
    stability::Engine* picture;
  };
  struct Set {
    stability::Engine* picture;
    stability::StateSet states;
  };
  static std::vector<Set> stableIn(const std::vector<Judge>& judges);
  std::vector<Judge> everyoneByItsOwn(model::Concept concept_) const;
  bool open(const model::View& view, const stability::EngineLimits& limits, const stability::Errand& errand,
            bool everyFamily);
  static std::optional<std::vector<model::Pattern>> stableForAll(const std::vector<Judge>& judges);

  stability::Engine& whole_;
  const model::Views& views_;
  std::vector<std::unique_ptr<ViewEngine>> engines_; ///< by view
  language::Diagnostics diagnostics_;
};

} // namespace stasis::analysis
