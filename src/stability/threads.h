#pragma once

// The number of threads for parallel work, one number for the whole program: the value of --threads, else the
// cores that this process may use. Answers do not depend on it.

#include <cstddef>

namespace stasis::stability {

/// At least one.
std::size_t threadsToUse();

/// Applies from now on; 0: as many as there are cores.
void useThreads(std::size_t count);

} // namespace stasis::stability
