#include "report/solution/states.h"

#include "cli/console.h"
#include "cli/files.h"
#include "cli/open_by_moves.h"
#include "cli/schema.h"
#include "cli/states_where.h"
#include "cli/view_asked.h"
#include "report/telling/page.h"

namespace stasis::cli {

namespace {

std::string rendered(const report::StatesView& view, const std::string& format, const report::Look& look) {
  if (format == "json")
    return report::statesJson(view);
  if (format == "csv")
    return report::statesCsv(view);
  if (format == "md")
    return report::statesMarkdown(view);
  return report::onPage(report::statesText(view, look), look);
}

Exit states(const Arguments& arguments, Console& console) {
  auto [model, status] = openModelFor(
      [&](const model::Conflict& conflict) {
        return arguments.has("--where") && asksOnlyByMoves(arguments.value("--where"), conflict);
      },
      arguments.operands[0], arguments, console);
  if (!model)
    return status;
  auto& engine = *model->engine;
  stability::StateSet set = engine.feasible();
  std::optional<stability::StateSet> inPart;
  if (arguments.has("--where")) {
    const auto where = statesWhere(arguments.value("--where"), engine, console);
    if (!where)
      return Exit::usage;
    set = where->where;
    inPart = where->inPart;
  }
  report::StatesView view{engine, set, arguments.value("--where")};
  view.inPart = inPart;
  view.list = static_cast<std::size_t>(*arguments.number("--list"));
  if (arguments.has("--list"))
    view.listText = view.list;
  view.schema = schemaAsked(arguments, 2);
  return deliver(rendered(view, arguments.value("--format"), console.look()), arguments, console)
             ? Exit::done
             : Exit::wrong;
}

} // namespace

Verb statesVerb() {
  Verb verb;
  verb.name = "states";
  verb.summary = "the feasible states, with numbers and in words";
  verb.about = "Lists the feasible states with the numbers and names by which every other verb calls "
               "them. With --where only those in which an expression of the modelling language holds, "
               "which may also ask of stability (`stable for Russia under nash`, `equilibrium under "
               "seq`); their number is shown whatever the size.";
  verb.operands = {{"FILE", "the conflict"}};
  verb.options = {
      {"--format", "FORMAT", "how to answer", {"text", "json", "csv", "md"}, "text"},
      {"--where",
       "EXPRESSION",
       "only states in which it holds, such as 'settlement and not stable for Russia under nash'",
       {},
       ""},
      {"--list",
       "N",
       "states listed at most; in text 20 where this is not given",
       {},
       "4096",
       OptionRow::Kind::number},
  };
  verb.options.push_back(schemaOption());
  verb.options.push_back(viewOption());
  verb.add(engineOptions());
  verb.add(outputOptions());
  verb.examples = {"stasis states conflicts/syria-iraq/syria-iraq.conflict",
                   "stasis states model.conflict --where 'settlement' --list 20",
                   "stasis states model.conflict --where 'settlement and not stable for Russia under nash'"};
  verb.run = states;
  return verb;
}

} // namespace stasis::cli
