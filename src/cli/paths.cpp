#include "analysis/paths/paths.h"

#include "analysis/states/equilibrium_groups.h"
#include "cli/console.h"
#include "cli/files.h"
#include "cli/given.h"
#include "cli/opening.h"
#include "cli/schema.h"
#include "cli/view_asked.h"
#include "report/paths/paths.h"
#include "report/telling/page.h"

namespace stasis::cli {

namespace {

/// The one state of --from. None, after an error message, if it names none or several.
std::optional<model::Pattern> startGiven(const Arguments& arguments, stability::Engine& engine,
                                         Console& console) {
  const std::string text = arguments.value("--from");
  const auto set = statesGiven(text, engine, console);
  if (!set)
    return std::nullopt;
  if (engine.count(*set) > 1) {
    console.sayError("--from names " + engine.count(*set).get_str() + " states, and a path begins in one",
                     "`stasis states FILE --where '" + text + "'` lists them");
    return std::nullopt;
  }
  return engine.list(*set, 1).front();
}

std::string rendered(const report::PathsView& view, const std::string& format, const report::Look& look) {
  if (format == "json")
    return report::pathsJson(view);
  if (format == "csv")
    return report::pathsCsv(view);
  if (format == "md")
    return report::pathsMarkdown(view);
  if (format == "dot")
    return report::pathsDot(view);
  if (format == "mermaid")
    return report::pathsMermaid(view);
  return report::onPage(report::pathsText(view, look), look);
}

/// With a goal given, concepts are solved only if they are asked for.
stability::Solution solved(const Arguments& arguments, stability::Engine& engine,
                           const std::vector<model::Concept>& concepts) {
  if (arguments.has("--to") && !arguments.has("--concept"))
    return {};
  return stability::solve(engine, concepts);
}

Exit paths(const Arguments& arguments, Console& console) {
  auto [model, concepts, status] = openUnderConcepts(arguments, conceptsFor, console);
  if (!model)
    return status;
  auto& engine = *model->engine;
  const auto from = startGiven(arguments, engine, console);
  if (!from)
    return Exit::usage;
  analysis::PathsQuestion question{.from = *from,
                                   .groups = {},
                                   .each = true,
                                   .goals = static_cast<std::size_t>(*arguments.number("--goals")),
                                   .limit = static_cast<std::size_t>(*arguments.number("--limit"))};
  if (arguments.has("--to")) {
    const auto goal = statesGiven(arguments.value("--to"), engine, console);
    if (!goal)
      return Exit::usage;
    question.groups = {*goal};
    question.each = arguments.has("--each") || engine.count(*goal) == 1;
  }
  const auto solution = solved(arguments, engine, concepts);
  std::vector<std::vector<model::Concept>> under;
  if (!arguments.has("--to"))
    for (const auto& group : analysis::equilibriumGroups(engine, solution)) {
      question.groups.push_back(group.states);
      under.push_back(group.under);
    }
  auto answer = analysis::findPaths(engine, question, reopening(arguments, console), console.errand());
  if (solution.stopped)
    answer.stopped = solution.stopped;
  const analysis::Rules rules(engine);
  report::PathsView view{engine, rules, question, answer, solution, arguments.value("--to"), under};
  view.schema = schemaAsked(arguments, 2);
  if (!deliver(rendered(view, arguments.value("--format"), console.look()), arguments, console))
    return Exit::wrong;
  return answer.stopped ? sayStopped(answer.stopped->limit, answer.stopped->message, console) : Exit::done;
}

} // namespace

Verb pathsVerb() {
  Verb verb;
  verb.name = "paths";
  verb.summary = "how to get from one state to others, and who must give way";
  verb.about = "Finds the shortest legal sequences of moves (nobody moves twice in a row) from a state "
               "to every equilibrium, or to the states given: by improvements alone where that can be "
               "done, else with the fewest concessions, which are moves that do not improve matters for "
               "who makes them. Where no sequence leads there, it says what bars the way. STATE is a "
               "number, a name, a label, letters such as YN-N, status-quo, or an expression of the "
               "modelling language.";
  verb.operands = {{"FILE", "the conflict"}};
  verb.options = {
      {"--from", "STATE", "where to begin", {}, "status-quo"},
      {"--to", "STATE", "where to; an expression means the nearest state in which it holds", {}, ""},
      {"--each", "", "with --to: every state it names for itself", {}, ""},
      conceptOption("equilibria under these concepts, such as nash,seq"),
      {"--format", "FORMAT", "how to answer", {"text", "json", "csv", "md", "dot", "mermaid"}, "text"},
      {"--limit", "N", "sequences shown for a goal", {}, "5", OptionRow::Kind::number},
      {"--goals", "N", "goals shown, nearest first", {}, "12", OptionRow::Kind::number},
  };
  verb.options.push_back(schemaOption());
  verb.options.push_back(viewOption());
  verb.add(engineOptions());
  verb.add(outputOptions());
  verb.examples = {"stasis paths conflicts/elmira/nine-states.conflict",
                   "stasis paths elmira.conflict --from s5 --to s8 --format dot | dot -Tsvg > way.svg",
                   "stasis paths model.conflict --to 'settlement and not strike'"};
  verb.run = paths;
  return verb;
}

} // namespace stasis::cli
