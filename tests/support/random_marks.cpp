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

void markStatements(model::Prioritised& said, Dice& dice) {
  const std::size_t strong = dice.chance(1, 2) ? dice.roll(said.tiers.size() + 1) : 0;
  for (std::size_t t = 0; t < said.tiers.size(); ++t) {
    const auto mark = t < strong          ? model::Mark::strongly
                      : dice.chance(1, 4) ? model::Mark::perhaps
                                          : model::Mark::none;
    for (auto& statement : said.tiers[t])
      statement.mark = mark;
  }
}

void markRanking(model::Party& party, Ranking& ranking, Dice& dice) {
  for (std::size_t k = 0; k + 1 < ranking.classes.size(); ++k)
    if (dice.chance(1, 3))
      ranking.strongAfter.push_back(k);
  const auto classes = classesByPlace(ranking);
  std::vector<const model::StateRef*> states;
  for (const auto& tie : ranking.classes)
    for (const auto& state : tie)
      states.push_back(&state);
  std::vector<Pair> pairs;
  for (std::size_t a = 0; a < states.size(); ++a) // most often neighbours: others seldom stay
    for (std::size_t b = a + 1; b < std::min(states.size(), a + 4); ++b)
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
  for (const auto& [a, b] : pairs)
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

void addMarks(Conflict& conflict, Dice& dice) {
  for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
    model::Party& party = conflict.parties[i];
    if (auto* said = std::get_if<model::Prioritised>(&party.preference))
      markStatements(*said, dice);
    else if (auto* ranking = std::get_if<Ranking>(&party.preference))
      markRanking(party, *ranking, dice);
    for (std::size_t j = 0; j < conflict.parties.size(); ++j)
      if (dice.chance(1, 3))
        party.attitudes.push_back({model::PartyId(j), static_cast<model::Attitude>(dice.roll(3)), {}});
  }
}

} // namespace stasis::support
