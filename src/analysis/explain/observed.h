#pragma once

// Which concept explains what was observed (Wang, Hipel, Fang & Dang, Matrix representations of the inverse
// problem, 2018; Wang, Hipel, Fang, Xu & Kilgour, Behavioral analysis in the graph model, 2019): the states
// that a conflict went through, or the one at which it rested. At the last state every party stayed; before,
// each party that did not move stayed, too. A concept explains a party if every state at which it stayed is
// stable for it, and every move it made was an improvement that nothing deters. Several may move at once:
// each is judged by its own part of the step.
//
// Where no concept explains a party, each statement of any party is negated in turn, and the concepts that
// then do are shown.
//
// Cost: the engine's; for negations once more for each statement. Tested against tests/oracle in
// tests/explain.

#include "analysis/explain/explanation.h"

namespace stasis::analysis {

struct ObservedMove {
  model::Pattern from;
  model::Pattern next;              ///< the state observed after it
  std::optional<model::Pattern> to; ///< where its own part of the step leads; none: there is no such move
};

/// A statement (or weight) that, if it were the other way round, would let some concept explain the party.
struct Negated {
  model::PartyId whose;
  model::Range range;
  model::Expression wanted; ///< as it is written
  std::vector<model::Concept> under;
};

struct PartyObserved {
  model::PartyId party;
  std::vector<model::Pattern> stayed;
  std::vector<ObservedMove> moved;
  std::vector<model::Concept> explainedBy; ///< of those asked, in their order
  std::vector<model::Concept> strictest;   ///< of these
  std::vector<Negated> negated;            ///< if none explains it
};

struct Observed {
  std::vector<model::Pattern> history;
  std::vector<PartyObserved> parties;
  bool allNegated = true; ///< false: a limit prevented some variants with a negated statement
};

/// Opens an engine on a changed copy of the conflict; gives none if a limit prevents it.
using Reopen = std::function<std::unique_ptr<stability::Engine>(const model::Conflict&)>;

/// `history`: feasible states, one at least; two that follow each other differ. Throws LimitReached.
Observed explainObserved(stability::Engine& engine, const std::vector<model::Pattern>& history,
                         const std::vector<model::PartyId>& parties,
                         const std::vector<model::Concept>& concepts, const Reopen& reopen,
                         const stability::Errand& errand);

} // namespace stasis::analysis
