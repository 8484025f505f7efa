#include "report/robust/ways.h"

#include <algorithm>

namespace stasis::report {

using analysis::Outcome;
using analysis::Robustness;
using stability::Standing;

Standing standingOf(const Robustness& answer, std::size_t state) {
  return answer.standingIn(answer.asWritten, state);
}

std::vector<WayToHold> waysOf(const Robustness& answer, std::size_t state) {
  const Standing written = standingOf(answer, state);
  std::vector<WayToHold> ways;
  if (written == Standing::unknown)
    return ways;
  const bool ends = written == Standing::byItself;
  for (std::size_t v = 0; v < answer.variants.size(); ++v)
    if (const Standing then = answer.standingIn(answer.outcomes[v], state);
        then != Standing::unknown && (ends ? then > written : then < written))
      ways.push_back({v, then});
  std::ranges::stable_sort(ways, [&](const auto& one, const auto& other) {
    return ends ? one.then > other.then : one.then < other.then;
  });
  return ways;
}

std::size_t sureIn(const Robustness& answer, std::size_t state) {
  const Standing written = standingOf(answer, state);
  return static_cast<std::size_t>(std::ranges::count_if(answer.outcomes, [&](const Outcome& outcome) {
    const Standing then = answer.standingIn(outcome, state);
    return then != Standing::unknown && (written == Standing::holdsNot ? then == written : then <= written);
  }));
}

std::string wouldStand(Standing standing) {
  switch (standing) {
  case Standing::byItself: return "hold by itself";
  case Standing::byAnswers: return "hold by answers";
  case Standing::byFear: return "hold by fear";
  case Standing::holdsNot: return "not hold";
  case Standing::unknown: break;
  }
  return "hold or not";
}

} // namespace stasis::report
