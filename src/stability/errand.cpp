#include "stability/errand.h"

namespace stasis::stability {

void Errand::check() const {
  if (stop.stop_requested())
    throw LimitReached(Limit::interrupted, "interrupted");
  if (deadline && Clock::now() >= *deadline)
    throw LimitReached(Limit::timeout, "the time limit was reached; a larger --timeout allows more");
}

} // namespace stasis::stability
