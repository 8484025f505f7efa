#pragma once

// What parties would have to want for a state to hold, and how far that is from what they said: for each
// party the exact condition on its preference and the share of all strict rankings that meet it, and the
// least changes of the written preferences (preference_change.h) that make the state stable for one party, or
// an equilibrium.
//
//   one party    its own preference is changed; everybody else's stays as written
//   everybody    Nash, GMR and SMR: each party for itself, the least of all put together. SEQ and SSEQ: what
//                one wants bears on what holds another back, so all are changed together
//
// Every way told has been solved again on the changed conflict. Where several states are asked about, the
// least is sought over all of them. Tested against tests/oracle/inversion.h.

#include "analysis/invert/preference_change.h"
#include "analysis/invert/stability_condition.h"
#include "analysis/paths/barrier.h"
#include "stability/solution.h"

#include <gmpxx.h>

#include <optional>
#include <vector>

namespace stasis::analysis {

struct InversionQuestion {
  std::vector<model::Pattern> states;  ///< feasible; at least one
  std::vector<model::PartyId> parties; ///< whose stability is asked about
  bool everybody = false;              ///< an equilibrium is asked for
  bool every = false; ///< least changes for each state by itself; else for whichever needs least
  std::vector<model::Concept> concepts;
  std::optional<std::size_t> depth; ///< changes tried at most; by default defaultDepth()
  std::size_t limit = 12;           ///< ways told
  std::size_t told = 3;             ///< states whose conditions are told, those with least changes first
};

/// 3; 2 where all parties are changed together.
std::size_t defaultDepth(const InversionQuestion& question, model::Concept id);

/// One party, one state, one concept.
struct PartyCondition {
  StabilityCondition condition; ///< without clauses where it is too large
  bool tooLarge = false;
  bool stable = false;                    ///< as written
  std::vector<std::size_t> notMet;        ///< clauses that do not hold as written
  std::vector<model::Pattern> undeterred; ///< moves whose clause does not hold as written, implied ones too
  std::optional<mpq_class> share;         ///< of all strict rankings; none: too much to count
};

struct StateConditions {
  model::Pattern state;
  std::vector<std::vector<PartyCondition>> parties; ///< by party asked about, by concept
};

/// One way to make a state hold, solved again.
struct ChangedWay {
  model::Pattern state;
  struct OfParty {
    model::PartyId party;
    std::vector<PreferenceChange> changes;
  };
  std::vector<OfParty> parties; ///< those changed
  std::vector<bool> stable;     ///< then, by party of the conflict
  stability::Count equilibria;  ///< then
  bool equilibrium() const;
};

struct LeastChange {
  model::Concept id = model::Concept::nash;
  std::optional<model::PartyId> party; ///< none: for everybody
  std::optional<model::Pattern> state; ///< none: whichever of those asked about needs least
  std::optional<std::size_t> distance; ///< 0: holds as written; none: none found
  std::vector<ChangedWay> ways;        ///< told
  stability::Count all;                ///< how many ways there are at that distance
  std::size_t searched = 0;            ///< distances up to this one were searched
  bool tooMany = false;                ///< …and the next has too many to try
  bool tooLarge = false;               ///< not searched: too many states
};

struct InversionAnswer {
  std::vector<StateConditions> states;
  std::vector<LeastChange> least;            ///< for everybody or by party, by concept
  std::optional<stability::Stopped> stopped; ///< present: what is missing was not finished
};

/// Never throws LimitReached.
InversionAnswer invert(stability::Engine& engine, const InversionQuestion& question, const OpenEngine& open,
                       const stability::Errand& errand);

} // namespace stasis::analysis
