#include "cli/states_where.h"

#include "analysis/states/query_states.h"
#include "cli/console.h"
#include "language/parse.h"
#include "stability/served.h"

namespace stasis::cli {

std::optional<stability::StateSet> statesWhere(const std::string& expression, stability::Engine& engine,
                                               Console& console) {
  const language::SourceText text("--where", expression);
  const auto parsed = language::parseQuery(text, engine.conflict());
  console.sayProblems(parsed.diagnostics, text);
  if (!parsed.query)
    return std::nullopt;
  for (const model::Stability& asked : parsed.query->stabilities)
    for (const model::Concept id : asked.concepts)
      if (!engine.serves(row(id).family)) {
        console.sayError(stability::notServed(engine, row(id).family),
                         "`--engine explicit` does, up to the states that fit in memory");
        return std::nullopt;
      }
  return analysis::statesWhere(engine, *parsed.query);
}

} // namespace stasis::cli
