#pragma once

// A range worked on by all cores in pieces that do not depend on each other, so that the result is the same
// on any number of them. The errand is asked before every piece; what a piece throws comes out here. (oneTBB
// behind one function: its headers are heavy.)

#include "stability/errand.h"

#include <cstddef>
#include <functional>

namespace stasis::stability {

/// Fewer states than this are not worth a second thread.
inline constexpr std::size_t smallSpace = 4096;

/// `work(begin, end)` on pieces of [0, count) of about `grain` or more. One piece only: in this thread.
void inParallel(std::size_t count, std::size_t grain, const Errand& errand,
                const std::function<void(std::size_t begin, std::size_t end)>& work);

} // namespace stasis::stability
