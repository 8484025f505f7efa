#pragma once

// Works on a range with all cores, in independent pieces, so the number of cores does not change the result.
// The errand is checked before every piece; an exception of a piece is thrown here. (oneTBB behind one
// function: its headers are heavy.)

#include "stability/errand.h"

#include <cstddef>
#include <functional>

namespace stasis::stability {

/// With fewer states than this one thread is used.
inline constexpr std::size_t smallSpace = 4096;

/// `work(begin, end)` on pieces of [0, count) of about `grain` or more. One piece only: in this thread.
void inParallel(std::size_t count, std::size_t grain, const Errand& errand,
                const std::function<void(std::size_t begin, std::size_t end)>& work);

} // namespace stasis::stability
