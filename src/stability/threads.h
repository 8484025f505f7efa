#pragma once

// How many threads work is spread over. One number for the whole program: what --threads says, else the cores
// that this process may use. Answers do not depend on it.

#include <cstddef>

namespace stasis::stability {

/// At least one.
std::size_t threadsToUse();

/// From now on; 0: as many as there are cores.
void useThreads(std::size_t count);

} // namespace stasis::stability
