#pragma once

// The processor's time that this process has taken, in seconds: unlike the clock on the wall it does not
// count what other programs do meanwhile, so a bound on it tells a square from a line on a busy machine as
// well.

#include <ctime>

namespace stasis::support {

inline double processorSeconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

} // namespace stasis::support
