#include "analysis/paths/improving.h"

#include "analysis/paths/path_search.h"

namespace stasis::analysis {

std::optional<stability::StateSet> improvedFrom(stability::Engine& engine, const model::Pattern& from,
                                                const stability::Errand& errand, unsigned long most) {
  const auto start = engine.list(engine.matching({from}), 1);
  if (start.empty() || engine.count(engine.feasible()) > most)
    return std::nullopt;
  std::vector<model::PartyId> everybody;
  for (std::size_t i = 0; i < engine.conflict().parties.size(); ++i)
    everybody.emplace_back(i);
  try {
    const Rules rules(engine);
    PathSearch search(engine, rules, start.front(), everybody, Wish::improving);
    search.run(engine.feasible(), errand);
    return search.found(engine.feasible());
  } catch (const stability::LimitReached&) {
    return std::nullopt;
  }
}

} // namespace stasis::analysis
