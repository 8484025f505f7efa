#include "model/preference.h"

#include <algorithm>

namespace stasis::model {

namespace {

bool hasMark(const Preference& preference, Mark mark) {
  const auto* said = std::get_if<Prioritised>(&preference);
  return said != nullptr &&
         std::ranges::any_of(said->tiers, [&](const auto& tier) { return markOf(tier) == mark; });
}

} // namespace

Mark markOf(const std::vector<Statement>& tier) { return tier.empty() ? Mark::none : tier.front().mark; }

bool hasStrong(const Preference& preference) {
  const auto* ranking = std::get_if<Ranking>(&preference);
  return ranking != nullptr ? !ranking->strongAfter.empty() : hasMark(preference, Mark::strongly);
}

bool hasPerhaps(const Preference& preference) { return hasMark(preference, Mark::perhaps); }

} // namespace stasis::model
