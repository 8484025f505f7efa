#pragma once

// The engine that visits every feasible state. All five concepts for all states of a party at once, in time
// linear in the number of states and with no list of moves, by the one formula of sanction_stability.h; other
// families as in judged_on_list.h. Time and memory: see docs/benchmarks.md; up to 62 options. Tested against
// tests/oracle/ by the suite in tests/stability.

#include "language/codes/diagnostic.h"
#include "stability/engine.h"
#include "stability/errand.h"
#include "stability/explicit/preference_ranks.h"
#include "stability/explicit/state_space.h"

#include <memory>
#include <string>

namespace stasis::stability {

/// An engine that knows its states one by one. A state's position is its number less one.
class ExplicitEngine : public Engine {
public:
  virtual std::size_t stateCount() const = 0;
  /// How the states are kept, and into how many classes they fell where that decided how long it took, in
  /// words for the user.
  virtual std::string way() const = 0;
  /// R_i(s), ascending. O(size of the cell) after the first call.
  virtual std::vector<StateIndex> movesFrom(model::PartyId party, StateIndex s) = 0;
  /// Whether a state belongs to a set. O(1).
  virtual bool contains(StateSet set, StateIndex s) = 0;
  using Engine::contains;
};

struct Opened {
  std::unique_ptr<ExplicitEngine> engine; ///< none if there are errors
  language::Diagnostics diagnostics;      ///< errors and warnings, by place
};

/// How states are kept: as numbers of a cube or as a list. `automatic` decides by how densely they fill the
/// product of the parties' choices. The other two force a way wherever it is possible, for tests and
/// measurements.
enum class ExplicitWay : std::uint8_t { automatic, cube, list };

/// Enumerates the states, ranks them and makes the checks that need them. The conflict must outlive the
/// engine. The errand gets the way that was taken as a phase. Throws LimitReached.
Opened openExplicit(const model::Conflict& conflict, const EngineLimits& limits, const Errand& errand,
                    ExplicitWay way = ExplicitWay::automatic);

/// How many feasible states the engine may hold under these limits.
std::uint64_t statesAllowed(const EngineLimits& limits, std::size_t parties);

/// How many states of so many parties fit in this much memory; the default of `--max-states`.
std::uint64_t statesThatFit(std::uint64_t bytes, std::size_t parties);

} // namespace stasis::stability
