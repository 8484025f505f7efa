#include "analysis/paths/effect.h"

namespace stasis::analysis {

Effect effectOf(const Rules& rules, const Step& step) {
  const auto order = rules.compare(step.mover, step.to, step.from);
  if (order > 0)
    return Effect::gain;
  return order < 0 ? Effect::loss : Effect::even;
}

} // namespace stasis::analysis
