#include "stability/errand.h"

#include "stability/limit_words.h"

namespace stasis::stability {

void Errand::check() const {
  if (stop.stop_requested())
    throw LimitReached(Limit::interrupted, "interrupted");
  if (deadline && Clock::now() >= *deadline)
    throw LimitReached(Limit::timeout, timeLimitReached);
}

} // namespace stasis::stability
