#pragma once

// Marks of strength and doubt, unsure pairs and attitudes added to a conflict at random, always sound:
// `strongly` on the first lines, unsure pairs that do not follow from the rest, one attitude towards each
// party.

#include "model/conflict.h"
#include "support/dice.h"

#include <algorithm>

namespace stasis::families {

class RandomMarks {
public:
  RandomMarks(model::Conflict& conflict, support::Dice& dice) : conflict_(conflict), dice_(dice) {}

  void strength() {
    for (auto& party : conflict_.parties) {
      if (auto* said = std::get_if<model::Prioritised>(&party.preference))
        for (std::size_t k = dice_.roll(said->tiers.size() + 1); k-- > 0;)
          mark(said->tiers[k], model::Mark::strongly);
      if (auto* ranking = std::get_if<model::Ranking>(&party.preference))
        for (std::size_t k = 0; k + 1 < ranking->classes.size(); ++k)
          if (dice_.chance(1, 3))
            ranking->strongAfter.push_back(k);
    }
  }

  void doubt() {
    for (auto& party : conflict_.parties) {
      if (auto* said = std::get_if<model::Prioritised>(&party.preference))
        for (auto& tier : said->tiers)
          if (model::markOf(tier) == model::Mark::none && dice_.chance(1, 3))
            mark(tier, model::Mark::perhaps);
      if (const auto* ranking = std::get_if<model::Ranking>(&party.preference))
        addPairs(party, *ranking);
    }
  }

  void attitudes() {
    for (auto& party : conflict_.parties)
      for (std::size_t j = 0; j < conflict_.parties.size(); ++j)
        if (dice_.chance(1, 2))
          party.attitudes.push_back({model::PartyId(j), static_cast<model::Attitude>(dice_.roll(3)), {}});
  }

private:
  static void mark(std::vector<model::Statement>& tier, model::Mark mark) {
    for (auto& statement : tier)
      statement.mark = mark;
  }

  /// Neighbours that stand alone, here and there three in a row of which no two are compared: what lies
  /// between two states would say how they compare.
  void addPairs(model::Party& party, const model::Ranking& ranking) {
    const auto alone = [&](std::size_t k) {
      return k < ranking.classes.size() && ranking.classes[k].size() == 1;
    };
    for (std::size_t k = 0; k < ranking.classes.size(); ++k) {
      if (!alone(k) || !alone(k + 1) || !dice_.chance(1, 2))
        continue;
      party.unsure.push_back({ranking.classes[k].front(), ranking.classes[k + 1].front(), {}});
      if (!alone(k + 2) || !dice_.chance(1, 2))
        continue;
      party.unsure.push_back({ranking.classes[k + 2].front(), ranking.classes[k + 1].front(), {}});
      party.unsure.push_back({ranking.classes[k].front(), ranking.classes[k + 2].front(), {}});
      k += 2;
    }
  }

  model::Conflict& conflict_;
  support::Dice& dice_;
};

} // namespace stasis::families
