#include "stability/repetition.h"

#include "model/limited_moves.h"

#include <algorithm>

namespace stasis::stability {

std::optional<Repetition> repetitionOf(Engine& engine) {
  auto* const teller = dynamic_cast<TellsRepetition*>(&engine);
  if (teller == nullptr || engine.conflict().parties.size() != 2)
    return std::nullopt;
  return teller->repetition();
}

std::optional<Repetition> repetitionAsked(Engine& engine, const Solution& solution) {
  const auto isLimited = [](const auto& answer) { return row(answer.id).family == model::limitedFamily; };
  if (solution.stopped || std::ranges::none_of(solution.concepts, isLimited))
    return std::nullopt;
  try {
    return repetitionOf(engine);
  } catch (const LimitReached&) {
    return std::nullopt; // only a detail: the verdicts are complete
  }
}

} // namespace stasis::stability
