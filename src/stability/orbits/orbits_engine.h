#pragma once

// The engine that counts parties who are alike. Where exchanging members of a family changes nothing but
// names, states that differ only in who of them does what need not be told apart: for everybody else the
// state is how many members make each choice, for a member its own choice and the histogram of the others
// (counter abstraction). Sets, lows and stability are functions on these orbits, and exact: a rearrangement
// of the members carries moves, improvements and ranks along, so that what holds in one state of an orbit
// holds in all of them (kinds.h, low_search.h, kind_stability.h). Counts are sums of multinomials.
//
// It takes whatever options give: constraints, directions, lists of states without `-`, every form of
// preference. Parties told apart by the conflict stand alone; a conflict without parties alike has an orbit
// for each state. Time and memory go with the number of orbits (`orbitsThatFit`), some tenths of a
// microsecond and 11 to 16 bytes each in large families (`AlikeConflict::fits` reckons them). Tested against
// tests/oracle/ by the suite in tests/properties, and against both other engines on random families.

#include "language/codes/diagnostic.h"
#include "stability/engine.h"

#include <memory>

namespace stasis::stability {

struct OpenedOrbits {
  std::unique_ptr<Engine> engine;    ///< none if there are errors
  language::Diagnostics diagnostics; ///< errors and warnings, by place
};

/// The conflict must live as long as the engine. Throws LimitReached where the orbits do not fit in memory.
OpenedOrbits openOrbits(const model::Conflict& conflict, const EngineLimits& limits, const Errand& errand);

/// How many orbits the engine would go through, all parties together; none where there are too many for the
/// limits, and for what the engine does not take. O(parties · size of the conflict).
std::optional<std::uint64_t> orbitsThatFit(const model::Conflict& conflict, const EngineLimits& limits);

} // namespace stasis::stability
