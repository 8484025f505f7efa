#include "stability/strong_part.h"

#include <algorithm>

namespace stasis::stability {

model::Preference strongPart(const model::Preference& preference) {
  if (!model::hasStrong(preference))
    return {};
  if (const auto* said = std::get_if<model::Prioritised>(&preference)) {
    model::Prioritised strong;
    for (const auto& tier : said->tiers)
      if (model::markOf(tier) == model::Mark::strongly)
        strong.tiers.push_back(tier);
    return strong;
  }
  const auto& ranking = std::get<model::Ranking>(preference);
  model::Ranking strong;
  for (std::size_t k = 0; k < ranking.classes.size(); ++k) {
    if (k == 0 || std::ranges::binary_search(ranking.strongAfter, k - 1))
      strong.classes.emplace_back();
    strong.classes.back().insert(strong.classes.back().end(), ranking.classes[k].begin(),
                                 ranking.classes[k].end());
  }
  return strong;
}

} // namespace stasis::stability
