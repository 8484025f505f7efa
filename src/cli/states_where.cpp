#include "cli/states_where.h"

#include "analysis/states/query_states.h"
#include "cli/console.h"
#include "language/parse.h"
#include "report/solution/in_part.h"
#include "stability/served.h"

namespace stasis::cli {

std::optional<StatesAsked> statesWhere(const std::string& expression, stability::Engine& engine,
                                       Console& console) {
  const language::SourceText text("--where", expression);
  const auto parsed = language::parseQuery(text, engine.conflict());
  console.sayProblems(parsed.diagnostics, text);
  if (!parsed.query)
    return std::nullopt;
  for (const model::Stability& asked : parsed.query->stabilities)
    for (const model::Concept id : asked.concepts)
      if (const auto refused = stability::refusal(engine, id)) {
        console.sayError(refused->why, refused->help);
        return std::nullopt;
      }
  return StatesAsked{analysis::statesWhere(engine, *parsed.query),
                     analysis::statesInPart(engine, *parsed.query)};
}

std::optional<stability::StateSet> wholeStatesWhere(const std::string& expression, stability::Engine& engine,
                                                    Console& console) {
  const auto asked = statesWhere(expression, engine, console);
  if (!asked)
    return std::nullopt;
  if (const auto words = report::inPartWords(engine, asked->inPart, console.look()); !words.empty())
    console.sayNote(words);
  return asked->where;
}

} // namespace stasis::cli
