#include "cli/states_where.h"

#include "analysis/states/query_states.h"
#include "cli/console.h"
#include "language/parse.h"

namespace stasis::cli {

std::optional<stability::StateSet> statesWhere(const std::string& expression, stability::Engine& engine,
                                               Console& console) {
  const language::SourceText text("--where", expression);
  const auto parsed = language::parseQuery(text, engine.conflict());
  console.sayProblems(parsed.diagnostics, text);
  if (!parsed.query)
    return std::nullopt;
  return analysis::statesWhere(engine, *parsed.query);
}

} // namespace stasis::cli
