#include "analysis/explain/deciding_statement.h"

#include <variant>

namespace stasis::analysis {

using model::PartyId;
using model::Pattern;

const model::Statement* decidingStatement(const model::Conflict& conflict, PartyId party,
                                          const Pattern& better, const Pattern& worse) {
  const auto* said = std::get_if<model::Prioritised>(&conflict.party(party).preference);
  if (said == nullptr || !better.isState() || !worse.isState())
    return nullptr;
  for (const auto& tier : said->tiers) {
    int difference = 0;
    const model::Statement* gained = nullptr;
    for (const auto& statement : tier) {
      const bool now = model::holds(statement.wanted, conflict, better);
      const bool before = model::holds(statement.wanted, conflict, worse);
      difference += static_cast<int>(now) - static_cast<int>(before);
      if (now && !before && gained == nullptr)
        gained = &statement;
    }
    if (difference != 0)
      return difference > 0 ? gained : nullptr;
  }
  return nullptr;
}

} // namespace stasis::analysis
