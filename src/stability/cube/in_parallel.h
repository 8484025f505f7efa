#pragma once

// Works on a range with all cores, in independent pieces, so the number of cores does not change the result.
// The errand is checked before every piece. An exception thrown in a piece is thrown again here. The threads
// beside the caller's are the same for the whole run, and sleep between calls.

#include "stability/errand.h"

#include <cstddef>
#include <functional>

namespace stasis::stability {

/// A space with fewer states than this is worked on by one thread.
inline constexpr std::size_t smallSpace = 4096;

/// Calls `work(begin, end)` on pieces of [0, count) of about `grain` or more. A single piece runs in this
/// thread.
void inParallel(std::size_t count, std::size_t grain, const Errand& errand,
                const std::function<void(std::size_t begin, std::size_t end)>& work);

} // namespace stasis::stability
