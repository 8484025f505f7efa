#pragma once

// The explicit engine for conflicts whose feasible states fill enough of the product of the parties' own
// choices. A state is its number in mixed radix, and no list of states is kept (stability/cube/). The answers
// are those over a list, but come some times faster; explicit_engine.h chooses. Tested with both ways forced
// in tests/stability.

#include "stability/explicit/explicit_engine.h"

namespace stasis::stability {

/// Decides whether a cube is better for the states of this conflict, and opens the engine if it is. `memory`:
/// the bytes that may be used. Throws LimitReached.
struct CubeOpened {
  bool taken = false; ///< the conflict is opened, or has errors; if false, a list is better
  Opened opened;
};
CubeOpened openCube(const model::Conflict& conflict, const EngineLimits& limits, std::uint64_t memory,
                    const Errand& errand, ExplicitWay way);

} // namespace stasis::stability
