#pragma once

// The processor time of this process, in seconds. Unlike the wall clock, it does not count what other
// programs do meanwhile, so a limit on it tells quadratic work from linear work on a busy machine as well.

#include <ctime>

namespace stasis::support {

inline double processorSeconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

} // namespace stasis::support
