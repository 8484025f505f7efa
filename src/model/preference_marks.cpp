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

std::string oddsText(Odds odds) {
  constexpr std::int64_t one = 1'000'000'000;
  std::string fraction = std::to_string(one + odds.billionths % one).substr(1);
  fraction.erase(fraction.find_last_not_of('0') + 1);
  return std::to_string(odds.billionths / one) + (fraction.empty() ? "" : '.' + fraction);
}

Mark markOf(const std::vector<Statement>& tier) { return tier.empty() ? Mark::none : tier.front().mark; }

std::optional<Odds> oddsOf(const std::vector<Statement>& tier) {
  return tier.empty() ? std::nullopt : tier.front().odds;
}

bool hasStrong(const Preference& preference) {
  const auto* ranking = std::get_if<Ranking>(&preference);
  return ranking != nullptr ? !ranking->strongAfter.empty() : hasMark(preference, Mark::strongly);
}

bool hasPerhaps(const Preference& preference) { return hasMark(preference, Mark::perhaps); }

} // namespace stasis::model
