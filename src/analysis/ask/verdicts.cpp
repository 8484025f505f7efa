#include "analysis/ask/verdicts.h"

#include "analysis/states/query_states.h"

namespace stasis::analysis {

std::vector<bool> verdicts(stability::Engine& engine, model::Concept concept_,
                           const std::vector<AskedOutcome>& outcomes) {
  const auto equilibria = engine.equilibria(concept_);
  const auto isEmpty = [&](stability::StateSet set) { return engine.list(set, 1).empty(); };
  std::vector<bool> all;
  for (const AskedOutcome& outcome : outcomes)
    switch (outcome.kind) {
    case AskedOutcome::Kind::state: all.push_back(engine.contains(equilibria, outcome.state)); break;
    case AskedOutcome::Kind::some:
      all.push_back(!isEmpty(engine.both(equilibria, statesWhere(engine, *outcome.query))));
      break;
    case AskedOutcome::Kind::all:
      all.push_back(isEmpty(engine.without(equilibria, statesWhere(engine, *outcome.query))));
      break;
    }
  return all;
}

} // namespace stasis::analysis
