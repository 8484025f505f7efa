#include "stability/explicit/strong_ranks.h"

#include "stability/step.h"

#include <algorithm>

namespace stasis::stability {

namespace {

/// What remains of a preference if only strong differences count.
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

} // namespace

std::vector<Rank> strongClasses(const StateSpace& space, model::PartyId party, const Errand& errand) {
  Step step(errand, "ranking by strong differences: " + space.conflict().party(party).name, 1);
  return rankStates(space, strongPart(space.conflict().party(party).preference), step.part(0)).of;
}

void Beyond::note(Rank rank, Rank strongClass) {
  if (top_.size() <= strongClass)
    top_.resize(strongClass + 1, 0);
  top_[strongClass] = std::max(top_[strongClass], rank);
  beyond_[rank] = strongClass;
}

std::vector<Rank> Beyond::take() {
  for (Rank& rank : beyond_)
    if (rank != noRankBeyond)
      rank = rank + 1 == top_.size() ? noRankBeyond : top_[rank] + 1;
  return std::move(beyond_);
}

} // namespace stasis::stability
