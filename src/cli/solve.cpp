#include "analysis/paths/improving.h"
#include "cli/certify.h"
#include "cli/command_line.h"
#include "cli/concepts.h"
#include "cli/console.h"
#include "cli/files.h"
#include "cli/open_by_moves.h"
#include "cli/schema.h"
#include "cli/states_where.h"
#include "cli/view_asked.h"
#include "exchange/conflict_json.h"
#include "report/solution/solution.h"
#include "report/telling/page.h"
#include "stability/explicit/explicit_engine.h"

#include <chrono>
#include <cstdio>

namespace stasis::cli {

namespace {

/// One more key at the end of the answer: the conflict as written, under `model`.
std::string withModel(std::string json, const model::Conflict& conflict, const model::Views& views) {
  std::string model = exchange::conflictJson(conflict, nullptr, views);
  model.resize(model.find_last_of('}') + 1);
  json.resize(json.rfind("\n}"));
  return json + ",\n  \"model\": " + model + "\n}\n";
}

std::string rendered(const report::SolutionView& view, const model::Views& views, const Arguments& arguments,
                     const report::Look& look) {
  const std::string format = arguments.value("--format");
  if (format == "json")
    return arguments.has("--with-model")
               ? withModel(report::solutionJson(view), view.engine.conflict(), views)
               : report::solutionJson(view);
  if (format == "csv")
    return report::solutionCsv(view);
  if (format == "md")
    return report::solutionMarkdown(view, look);
  return report::onPage(report::solutionText(view, look), look);
}

/// Whether the equilibria under each concept are among these states.
std::vector<std::optional<analysis::Satisfaction>>
satisfied(stability::Engine& engine, const stability::Solution& solution, const StatesAsked& asked) {
  std::vector<std::optional<analysis::Satisfaction>> all;
  for (const auto& answer : solution.concepts)
    all.push_back(answer.equilibria ? std::optional(analysis::satisfaction(engine, *answer.equilibria,
                                                                           asked.where, asked.inPart))
                                    : std::nullopt);
  return all;
}

std::vector<model::Concept> conceptsOf(const stability::Solution& solution) {
  std::vector<model::Concept> concepts;
  for (const auto& answer : solution.concepts)
    concepts.push_back(answer.id);
  return concepts;
}

/// The time from the file to the sets of stable states, without the start of the program and the layout of
/// the answer.
void sayHow(const stability::Engine& engine, std::chrono::duration<double, std::milli> took,
            Console& console) {
  char milliseconds[32];
  std::snprintf(milliseconds, sizeof milliseconds, "%.3f", took.count());
  console.say("read and solved in " + std::string(milliseconds) + " ms by the " + std::string(engine.name()) +
              " engine\n");
  if (const auto* one = dynamic_cast<const stability::ExplicitEngine*>(&engine))
    console.say(one->way() + "\n");
}

/// Whether Nash, GMR and SMR alone are asked about, and no reasons for them: a certificate has single moves.
bool isAnsweredByMoves(const ConceptsAsked& asked, const Arguments& arguments,
                       const model::Conflict& conflict) {
  return !arguments.has("--certify") && !asked.forAll.empty() && // without one for all, SEQ is asked of
         std::ranges::all_of(asked.forAll, isJudgedByMoves) &&
         std::ranges::all_of(asked.own, isJudgedByMoves, &ConceptsAsked::Own::id) &&
         asksOnlyByMoves(arguments.value("--where"), conflict);
}

Exit solveOne(const Arguments& arguments, Console& console) {
  ConceptsAsked asked;
  if (!readConcepts(arguments, asked, console))
    return Exit::usage;
  const auto start = std::chrono::steady_clock::now();
  auto [model, status] = openModelFor(
      [&](const model::Conflict& conflict) { return isAnsweredByMoves(asked, arguments, conflict); },
      arguments.operands[0], arguments, console);
  if (!model)
    return status;
  auto& engine = *model->engine;
  std::optional<StatesAsked> where;
  if (arguments.has("--where") && !(where = statesWhere(arguments.value("--where"), engine, console)))
    return Exit::usage;
  const bool mixed = !asked.own.empty();
  auto concepts = mixed ? conceptsByParty(asked, engine, console) : conceptsFor(asked, engine, console);
  if (!concepts)
    return Exit::usage;
  if (asked.byDefault && !model->inView())
    analysis::addConceptsOfViews(*concepts, model->file.views, engine);
  const auto solution =
      mixed ? stability::solveMixed(engine, *concepts) : stability::solve(engine, *concepts);
  if (arguments.has("--verbose"))
    sayHow(engine, std::chrono::steady_clock::now() - start, console);
  // After an interrupt nothing is printed, since the user wants the prompt back. After a limit, what was
  // finished is.
  if (solution.stopped && solution.stopped->limit == stability::Limit::interrupted)
    return sayStopped(solution.stopped->limit, solution.stopped->message, console);
  std::unique_ptr<analysis::Hypergame> game;
  std::optional<analysis::HypergameAnswer> hypergame;
  if (!model->inView() && !model->file.views.empty() && !mixed && !solution.stopped) {
    if (!(game = hypergameOf(*model, arguments, console)))
      return Exit::wrong;
    hypergame.emplace(analysis::solveHypergame(*game, *concepts, analysis::mostByPictures));
  }
  if (mixed && !model->inView() && !model->file.views.empty())
    console.sayNote("the pictures are compared under one concept for all parties, not under a mixture");
  report::SolutionView view{engine,
                            solution,
                            where ? std::optional(where->where) : std::nullopt,
                            arguments.value("--where"),
                            arguments.has("--all"),
                            static_cast<std::size_t>(*arguments.number("--list")),
                            arguments.operands[0],
                            {}};
  if (arguments.has("--list"))
    view.told = view.list;
  if (where) {
    view.satisfied = satisfied(engine, solution, *where);
    view.inPart = where->inPart;
  }
  view.repetition = stability::repetitionAsked(engine, solution);
  const std::string format = arguments.value("--format");
  const auto& today = engine.conflict().statusQuo;
  if (today && (format == "text" || format == "md"))
    view.reached = analysis::improvedFrom(engine, *today, console.errand());
  view.schema = schemaAsked(arguments, 2);
  if (format == "json")
    view.groups = analysis::equilibriumGroups(engine, solution);
  view.program = programName();
  view.hypergame = hypergame ? &*hypergame : nullptr;
  if (!deliver(
          rendered(view, model->inView() ? model::Views() : model->file.views, arguments, console.look()),
          arguments, console))
    return Exit::wrong;
  if (solution.stopped)
    return sayStopped(solution.stopped->limit, solution.stopped->message, console);
  if (hypergame && hypergame->stopped)
    return sayStopped(hypergame->stopped->limit, hypergame->stopped->message, console);
  return arguments.has("--certify") ? certifyAll(*model, view.where.value_or(engine.feasible()),
                                                 conceptsOf(solution), arguments, console)
                                    : Exit::done;
}

/// A folder: each model in it, one after the other.
Exit solve(const Arguments& arguments, Console& console) {
  const auto files = modelFiles(arguments.operands);
  Arguments one = arguments;
  one.operands = {files.front()};
  if (files.size() == 1)
    return solveOne(one, console);
  if (arguments.value("--format") != "text" || arguments.has("--output")) {
    console.sayError("a folder is solved as text on standard output only", "name one file");
    return Exit::usage;
  }
  Exit status = Exit::done;
  for (const std::string& file : files) {
    one.operands = {file};
    if (!console.print((&file == &files.front() ? "" : "\n") + file + "\n"))
      return Exit::wrong;
    const Exit found = solveOne(one, console);
    if (found == Exit::interrupted)
      return found;
    status = found == Exit::done ? status : found;
  }
  return status;
}

} // namespace

Verb solveVerb() {
  Verb verb;
  verb.name = "solve";
  verb.summary = "which states are stable for whom, and which are equilibria";
  verb.about = "Computes, for every party and every solution concept, the states the party has no reason "
               "to leave, and the equilibria: the states stable for every party. FILE is a .conflict "
               "file, a .gmcr file, or - for standard input. The text answer shows every state of a "
               "small conflict and the equilibria of a large one. It says what follows from the model, "
               "which is not a forecast.";
  verb.operands = {{"FILE", "the conflict, or a folder of them"}};
  verb.options = {
      {"--format", "FORMAT", "how to answer", {"text", "json", "csv", "md"}, "text"},
      conceptOption(
          "only these concepts or groups (classical, strength, unknown, attitudes, trees, simultaneous, "
          "limited, all, default), such as default,sim; or one for each party, such as seq,Russia=smr"),
      {"--where",
       "EXPRESSION",
       "only states in which it holds, such as 'settlement and not stable for Russia under nash'; it also "
       "shows "
       "whether all, some or no equilibria satisfy it",
       {},
       ""},
      {"--all", "", "show every state, not equilibria alone", {}, ""},
      {"--certify",
       "PATH",
       "also write a certificate of every verdict to this file or folder, for `stasis verify`",
       {},
       ""},
      {"--list",
       "N",
       "states listed at most; for larger sets, counts and examples",
       {},
       "4096",
       OptionRow::Kind::number},
      {"--with-model", "", "JSON: with the conflict as written, under `model`", {}, ""},
  };
  verb.options.push_back(schemaOption());
  verb.options.push_back(viewOption());
  verb.add(engineOptions());
  verb.add(outputOptions());
  verb.examples = {"stasis solve conflicts/elmira/nine-states.conflict",
                   "stasis solve conflicts/foreign-troops/foreign-troops.conflict --where settlement",
                   "stasis solve conflicts/syria-iraq/syria-iraq.conflict --concept Syria=gmr,Iraq=smr",
                   "stasis solve model.gmcr --format json"};
  verb.run = solve;
  return verb;
}

} // namespace stasis::cli
