#pragma once

// What changes when parties act together: for each coalition asked about, the examined states that are stable
// for it, by concept; the states stable for every coalition; and for each equilibrium the coalitions that can
// leave it to the gain of all members, where they go, whether the others deter them, and whether the new
// state is an equilibrium too (an equilibrium jump: Kilgour, Hipel, Peng & Fang 2001).
//
// Definitions in coalition_stability.h. Cost: coalitions × states examined × a few searches by sets. So the
// caller chooses the states: all of a small conflict, the equilibria of a large one (only an equilibrium can
// be stable for every coalition, since single parties are coalitions). Tested against
// tests/oracle/coalitions.h and published results.

#include "analysis/coalitions/coalition_stability.h"
#include "analysis/paths/path_search.h"
#include "stability/solution.h"

#include <optional>
#include <vector>

namespace stasis::analysis {

/// How the parties outside a coalition sanction by improvements.
enum class Sanctioners : std::uint8_t {
  alone,    ///< each party for itself
  together, ///< any group of them as one (class coalition improvements: Inohara & Hipel 2008)
};

/// `together` has 2^n groups: this is the greatest number of parties outside a coalition.
inline constexpr std::size_t mostTogether = 12;

struct CoalitionQuestion {
  std::vector<Coalition> coalitions;
  std::vector<model::Pattern> states; ///< examined
  Gain gain = Gain::strict;
  Sanctioners sanctioners = Sanctioners::alone;
  std::size_t limit = 10; ///< improvements listed for each state and coalition, those to equilibria first
};

/// Verdicts by concept, in the order solved.
using Verdicts = std::vector<bool>;

/// A state to which a coalition can go to the gain of all its members.
struct Improvement {
  model::Pattern to;
  Sequence way;         ///< one of the shortest
  Verdicts deterred;    ///< whether the others can deter it
  Verdicts equilibrium; ///< whether the state is an equilibrium
};

/// A coalition of two or more that can leave an equilibrium to the gain of all its members.
struct Departure {
  std::size_t state = 0;     ///< position among the states examined
  std::size_t coalition = 0; ///< position among the coalitions
  stability::Count improvements;
  std::vector<Improvement> told;
};

struct CoalitionsAnswer {
  std::vector<model::Concept> concepts;
  std::vector<Coalition> coalitions;
  std::vector<model::Pattern> states;
  std::vector<Verdicts> equilibrium;         ///< by state
  std::vector<std::vector<Verdicts>> stable; ///< by coalition, by state
  std::vector<Departure> departures;         ///< by state, then by coalition
  /// Only for a single coalition: by state, whether it would be an equilibrium if the coalition were
  /// one party (stable for it and for each of the others, who take its joint improvements into account).
  std::vector<Verdicts> asOne;
  std::optional<stability::Stopped> stopped; ///< present: states or coalitions at the end are missing

  /// By state: stable for every coalition.
  std::vector<Verdicts> forEvery() const;
};

/// All coalitions of `least` to `most` parties: smaller first, then in the order of parties.
std::vector<Coalition> coalitionsOf(const model::Conflict& conflict, std::size_t least, std::size_t most);
/// How many of these there are.
stability::Count countCoalitions(std::size_t parties, std::size_t least, std::size_t most);

/// `solution` must be the whole answer for the concepts asked about. Never throws LimitReached.
CoalitionsAnswer examine(stability::Engine& engine, const stability::Solution& solution,
                         const CoalitionQuestion& question, const stability::Errand& errand);

} // namespace stasis::analysis
