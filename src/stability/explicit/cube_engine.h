#pragma once

// The explicit engine where the feasible states fill enough of the product of the parties' own choices: a
// state is its number in mixed radix, and no list of states is kept (stability/cube/). Same answers as over a
// list, some times faster; explicit_engine.h chooses. Tested with both ways forced in tests/properties.

#include "stability/explicit/explicit_engine.h"

namespace stasis::stability {

/// Whether the states of this conflict are better a cube, and the engine if they are. `memory`: bytes that
/// may be used. Throws LimitReached.
struct CubeOpened {
  bool taken = false; ///< the conflict is opened, or has errors; else it is for the list
  Opened opened;
};
CubeOpened openCube(const model::Conflict& conflict, const EngineLimits& limits, std::uint64_t memory,
                    const Errand& errand, ExplicitWay way);

} // namespace stasis::stability
