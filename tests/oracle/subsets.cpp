#include "oracle/subsets.h"

#include "oracle/definitions.h"

namespace stasis::oracle {

using model::Conflict;
using model::Prioritised;

namespace {

Conflict onlyHeld(Conflict conflict, std::size_t subset) {
  std::size_t next = 0;
  for (auto& party : conflict.parties) {
    auto* said = std::get_if<Prioritised>(&party.preference);
    if (said == nullptr)
      continue;
    Prioritised kept;
    for (const auto& tier : said->tiers) {
      std::vector<model::Statement> left;
      for (const auto& statement : tier)
        if ((subset >> next++ & 1) != 0)
          left.push_back(statement);
      if (!left.empty())
        kept.tiers.push_back(left);
    }
    party.preference = kept;
  }
  return conflict;
}

} // namespace

std::size_t statementsOf(const Conflict& conflict) {
  std::size_t count = 0;
  for (const auto& party : conflict.parties)
    if (const auto* said = std::get_if<Prioritised>(&party.preference))
      for (const auto& tier : said->tiers)
        count += tier.size();
  return count;
}

std::vector<std::set<std::string>> equilibriaBySubset(const Conflict& conflict, model::Concept concept_) {
  std::vector<std::set<std::string>> all;
  for (std::size_t subset = 0; subset < std::size_t{1} << statementsOf(conflict); ++subset) {
    const Conflict held = onlyHeld(conflict, subset);
    const Game game(held);
    auto& letters = all.emplace_back();
    for (const Place s : game.equilibria(concept_))
      letters.insert(game.feasible()[s].letters());
  }
  return all;
}

} // namespace stasis::oracle
