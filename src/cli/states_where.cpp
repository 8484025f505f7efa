#include "cli/states_where.h"

#include "cli/console.h"
#include "language/parse.h"
#include "report/diagnostics.h"

namespace stasis::cli {

std::optional<stability::StateSet> statesWhere(const std::string& expression, stability::Engine& engine,
                                               Console& console) {
  const language::SourceText text("--where", expression);
  const auto parsed = language::parseExpression(text, engine.conflict());
  if (!parsed.diagnostics.empty())
    console.say(report::diagnosticsText(parsed.diagnostics, text, console.errorLook()));
  if (!parsed.expression)
    return std::nullopt;
  return engine.where(*parsed.expression);
}

} // namespace stasis::cli
