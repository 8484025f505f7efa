#include "support/random_marks.h"

#include <algorithm>

namespace stasis::support {

using model::Conflict;
using model::Ranking;
using Pair = std::pair<std::size_t, std::size_t>;

namespace {

std::vector<std::size_t> classesByPlace(const Ranking& ranking) {
  std::vector<std::size_t> classes;
  for (std::size_t k = 0; k < ranking.classes.size(); ++k)
    classes.insert(classes.end(), ranking.classes[k].size(), k);
  return classes;
}

void mark(std::vector<model::Statement>& tier, model::Mark mark) {
  for (auto& statement : tier)
    statement.mark = mark;
}

/// In tenths, or none.
std::optional<model::Odds> someOdds(Dice& dice) {
  if (dice.chance(1, 2))
    return std::nullopt;
  return model::Odds{static_cast<std::int64_t>(dice.roll(11)) * 100'000'000};
}

/// Not in families, whose members share their options.
void doubtDirections(Conflict& conflict, Dice& dice) {
  for (model::Option& option : conflict.options)
    if (!conflict.party(option.owner).family && option.direction == model::Direction::both &&
        dice.chance(1, 5))
      option.doubt = {dice.chance(1, 2) ? model::Direction::irrevocable : model::Direction::unresumable,
                      someOdds(dice)};
}

/// Places that may be an unsure pair, most often neighbours, because others seldom stay; those that follow
/// from the rest are dropped.
std::vector<Pair> unsurePlaces(const Ranking& ranking, Dice& dice) {
  const auto classes = classesByPlace(ranking);
  std::vector<Pair> pairs;
  for (std::size_t a = 0; a < classes.size(); ++a)
    for (std::size_t b = a + 1; b < std::min(classes.size(), a + 4); ++b)
      if (classes[a] != classes[b] && dice.chance(1, 3))
        pairs.emplace_back(a, b);
  for (bool dropped = true; dropped;) {
    dropped = false;
    for (std::size_t k = 0; k < pairs.size() && !dropped; ++k)
      if (followsFromTheRest(ranking, pairs, pairs[k])) {
        pairs.erase(pairs.begin() + static_cast<std::ptrdiff_t>(k));
        dropped = true;
      }
  }
  return pairs;
}

void addUnsurePairs(model::Party& party, const Ranking& ranking, Dice& dice) {
  std::vector<const model::StateRef*> states;
  for (const auto& tie : ranking.classes)
    for (const auto& state : tie)
      states.push_back(&state);
  for (const auto& [a, b] : unsurePlaces(ranking, dice))
    party.unsure.push_back(dice.chance(1, 2) ? model::UnsurePair{*states[a], *states[b], {}}
                                             : model::UnsurePair{*states[b], *states[a], {}});
}

} // namespace

bool followsFromTheRest(const Ranking& ranking, const std::vector<Pair>& unsure, Pair pair) {
  const auto classes = classesByPlace(ranking);
  const std::size_t n = classes.size();
  const auto inDoubt = [&](std::size_t a, std::size_t b) {
    return std::ranges::any_of(unsure, [&](const Pair& p) { return p == Pair(a, b) || p == Pair(b, a); });
  };
  std::vector<std::vector<bool>> leads(n, std::vector<bool>(n, false));
  for (std::size_t a = 0; a < n; ++a)
    for (std::size_t b = 0; b < n; ++b)
      leads[a][b] = a != b && classes[a] <= classes[b] && !inDoubt(a, b);
  for (std::size_t over = 0; over < n; ++over)
    for (std::size_t a = 0; a < n; ++a)
      for (std::size_t b = 0; b < n; ++b)
        leads[a][b] = leads[a][b] || (leads[a][over] && leads[over][b]);
  return leads[std::min(pair.first, pair.second)][std::max(pair.first, pair.second)];
}

void addStrength(Conflict& conflict, Dice& dice) {
  for (auto& party : conflict.parties) {
    if (auto* said = std::get_if<model::Prioritised>(&party.preference))
      for (std::size_t k = dice.roll(said->tiers.size() + 1); k-- > 0;)
        mark(said->tiers[k], model::Mark::strongly);
    if (auto* ranking = std::get_if<Ranking>(&party.preference))
      for (std::size_t k = 0; k + 1 < ranking->classes.size(); ++k)
        if (dice.chance(1, 3))
          ranking->strongAfter.push_back(k);
  }
}

void addDoubt(Conflict& conflict, Dice& dice) {
  doubtDirections(conflict, dice);
  for (auto& party : conflict.parties) {
    if (auto* said = std::get_if<model::Prioritised>(&party.preference))
      for (auto& tier : said->tiers)
        if (model::markOf(tier) == model::Mark::none && dice.chance(1, 3)) {
          mark(tier, model::Mark::perhaps);
          const auto odds = someOdds(dice);
          for (auto& statement : tier)
            statement.odds = odds;
        }
    if (const auto* ranking = std::get_if<Ranking>(&party.preference))
      addUnsurePairs(party, *ranking, dice);
  }
}

void addAttitudes(Conflict& conflict, Dice& dice) {
  for (auto& party : conflict.parties)
    for (std::size_t j = 0; j < conflict.parties.size(); ++j)
      if (dice.chance(1, 2))
        party.attitudes.push_back({model::PartyId(j), static_cast<model::Attitude>(dice.roll(3)), {}});
}

void addMarks(Conflict& conflict, Dice& dice) {
  addStrength(conflict, dice);
  addDoubt(conflict, dice);
  addAttitudes(conflict, dice);
}

} // namespace stasis::support
