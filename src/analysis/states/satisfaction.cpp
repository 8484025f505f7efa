#include "analysis/states/satisfaction.h"

namespace stasis::analysis {

Satisfaction satisfaction(stability::Engine& engine, stability::StateSet set, stability::StateSet condition,
                          std::optional<stability::StateSet> inPart) {
  const auto first = [&](stability::StateSet states) -> std::optional<model::Pattern> {
    auto found = engine.list(states, 1);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
  };
  const auto satisfying = engine.both(set, condition);
  return {engine.count(satisfying), engine.count(set),
          inPart ? engine.count(engine.both(set, *inPart)) : stability::Count(0), first(satisfying),
          first(engine.without(set, condition))};
}

} // namespace stasis::analysis
