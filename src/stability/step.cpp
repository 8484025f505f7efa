#include "stability/step.h"

#include <algorithm>
#include <numeric>

namespace stasis::stability {

Step::Step(const Errand& errand, std::string phase, std::size_t parts)
    : errand_(errand), phase_(std::move(phase)), shares_(std::max<std::size_t>(parts, 1), 0) {
  errand_.tell({phase_, 0, 100});
}

Errand Step::part(std::size_t k) {
  Errand own = errand_;
  if (own.progress)
    own.progress = [this, k](const Progress& told) { reached(k, told); };
  return own;
}

void Step::reached(std::size_t part, const Progress& told) {
  if (told.total == 0)
    return;
  const std::scoped_lock lock(mutex_);
  shares_[part] = static_cast<double>(std::min(told.done, told.total)) / static_cast<double>(told.total);
  const double whole = std::accumulate(shares_.begin(), shares_.end(), 0.0);
  const auto now = static_cast<std::size_t>(100 * whole / static_cast<double>(shares_.size()));
  if (now == last_ || now == 100) // the next step reports the end of this one
    return;
  last_ = now;
  errand_.tell({phase_, now, 100});
}

} // namespace stasis::stability
