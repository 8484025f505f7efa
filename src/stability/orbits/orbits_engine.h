#pragma once

// The engine that counts parties who are alike. If exchanging members of a family changes nothing but names,
// states that differ only in which of them does what need not be told apart. To everybody else, a state is
// how many members make each choice; to a member, it is its own choice and the histogram of the others
// (counter abstraction). Sets, lows and stability are functions on these orbits. They are exact: a
// rearrangement of the members carries moves, improvements and ranks along, so what holds in one state of an
// orbit holds in all of them (kinds.h, low_search.h, kind_stability.h). Counts are sums of multinomials.
//
// The engine takes everything that options can express: constraints, directions, lists of states without `-`,
// every form of preference. A party that the conflict tells apart from all others is a kind of its own; in a
// conflict without parties who are alike, each state is an orbit. Time and memory grow with the number of
// orbits (`orbitsThatFit`): some tenths of a microsecond and 11 to 16 bytes each in large families
// (`AlikeConflict::fits` estimates them). Tested against tests/oracle/ by the suite in tests/stability, and
// against both other engines on random families.

#include "language/codes/diagnostic.h"
#include "stability/engine.h"

#include <memory>

namespace stasis::stability {

struct OpenedOrbits {
  std::unique_ptr<Engine> engine;    ///< none if there are errors
  language::Diagnostics diagnostics; ///< errors and warnings, by place
};

/// The conflict must outlive the engine. Throws LimitReached if the orbits do not fit in memory.
OpenedOrbits openOrbits(const model::Conflict& conflict, const EngineLimits& limits, const Errand& errand);

/// How many orbits the engine would visit, all parties together; none if these are too many for the limits,
/// or if the engine does not support the conflict. O(parties · size of the conflict).
std::optional<std::uint64_t> orbitsThatFit(const model::Conflict& conflict, const EngineLimits& limits);

/// Whether the conflict is of the form that this engine takes, however many orbits it has.
bool takenAsOrbits(const model::Conflict& conflict);

} // namespace stasis::stability
