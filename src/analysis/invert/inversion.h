#pragma once

// The preferences that would make a state stable, and their distance from the written ones. For each party:
// the exact condition on its preference, the share of all strict rankings that meet it, and the least changes
// of the written preferences (preference_change.h) that make the state stable for the party. For all parties:
// the least changes that make it an equilibrium.
//
//   one party    only its own preference changes
//   everybody    Nash, GMR and SMR: the least changes of each party by itself, put together. SEQ and SSEQ:
//                what one party wants affects whether another is deterred, so all change together
//
// Each way listed has been solved again on the changed conflict. If several states are asked about, the
// search covers all of them for the least change. Tested against tests/oracle/inversion.h.

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
  bool everybody = false;              ///< asks for an equilibrium
  bool every = false; ///< least changes for each state by itself; else for the state that needs least
  std::vector<model::Concept> concepts;
  std::optional<std::size_t> depth; ///< the most changes tried; by default defaultDepth()
  std::size_t limit = 12;           ///< ways listed
  std::size_t told = 3;             ///< states whose conditions are listed, those with least changes first
};

/// 3; 2 if all parties change together.
std::size_t defaultDepth(const InversionQuestion& question, model::Concept id);

/// One party, one state, one concept.
struct PartyCondition {
  StabilityCondition condition; ///< without clauses if it is too large
  bool tooLarge = false;
  bool stable = false;                    ///< as written
  std::vector<std::size_t> notMet;        ///< clauses that do not hold as written
  std::vector<model::Pattern> undeterred; ///< moves whose clause, implied or not, does not hold as written
  std::optional<mpq_class> share;         ///< of all strict rankings; none: too many to count
};

struct StateConditions {
  model::Pattern state;
  std::vector<std::vector<PartyCondition>> parties; ///< by party asked about, by concept
};

/// One way to make a state stable or an equilibrium, solved again.
struct ChangedWay {
  model::Pattern state;
  struct OfParty {
    model::PartyId party;
    std::vector<PreferenceChange> changes;
  };
  std::vector<OfParty> parties; ///< the parties that change
  std::vector<bool> stable;     ///< after the change, by party of the conflict
  stability::Count equilibria;  ///< after the change
  bool equilibrium() const;
};

struct LeastChange {
  model::Concept id = model::Concept::nash;
  std::optional<model::PartyId> party; ///< none: all parties
  std::optional<model::Pattern> state; ///< none: the one asked about that needs least
  std::optional<std::size_t> distance; ///< 0: holds as written; none: no way was found
  std::vector<ChangedWay> ways;        ///< the ways listed
  stability::Count all;                ///< how many ways there are at that distance
  std::size_t searched = 0;            ///< all distances up to this one were searched
  bool tooMany = false;                ///< …and the next one has too many changes to try
  bool tooLarge = false;               ///< not searched: too many states
};

struct InversionAnswer {
  std::vector<StateConditions> states;
  std::vector<LeastChange> least;            ///< for everybody or by party, by concept
  std::optional<stability::Stopped> stopped; ///< present: the missing parts were not finished
};

/// Never throws LimitReached.
InversionAnswer invert(stability::Engine& engine, const InversionQuestion& question, const OpenEngine& open,
                       const stability::Errand& errand);

} // namespace stasis::analysis
