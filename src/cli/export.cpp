#include "analysis/paths/state_table.h"
#include "cli/concepts.h"
#include "cli/console.h"
#include "cli/files.h"
#include "cli/model_file.h"
#include "cli/view_asked.h"
#include "evidence/citations.h"
#include "exchange/conflict_json.h"
#include "exchange/dot.h"
#include "exchange/gmcr.h"
#include "exchange/latex.h"
#include "exchange/nfg.h"
#include "exchange/table.h"

namespace stasis::cli {

namespace {

constexpr std::size_t mostRankedStates = std::size_t{1} << 20U;

// The format that the ending of the output file stands for, if the format is not given.
std::string formatOf(const Arguments& arguments) {
  if (arguments.has("--format"))
    return arguments.value("--format");
  const std::string path = arguments.value("--output");
  for (const std::string_view format : {"gmcr", "json", "nfg", "dot"})
    if (path.ends_with("." + std::string(format)))
      return std::string(format);
  for (const auto& [ending, format] : {std::pair{".gv", "dot"}, {".tex", "latex"}, {".csv", "ranking"}})
    if (path.ends_with(ending))
      return format;
  return "";
}

// A table above the limit of a format; the format then reports that it is.
exchange::StateTable tooMany(stability::Engine& engine, std::size_t limit) {
  return {engine.list(engine.feasible(), limit + 1), {}};
}

// Includes the passages of cited words. Words that cannot be found are reported, and the model is written all
// the same.
exchange::Written writtenJson(const model::Conflict& conflict, const model::Views& views,
                              const std::string& path) {
  auto checked = evidence::checkCitations(conflict, folderOf(path), sourceReader(), {}, views);
  std::string text = exchange::conflictJson(conflict, &checked, views);
  return {std::move(text), std::move(checked.diagnostics)};
}

/// The concept of the tableau: SEQ unless another is asked for. None, after an error message.
std::optional<model::Concept> conceptOfTableau(const Arguments& arguments, const stability::Engine& engine,
                                               Console& console) {
  ConceptsAsked asked;
  if (!readConceptsForAll(arguments, asked, console))
    return std::nullopt;
  if (!arguments.has("--concept"))
    return model::Concept::seq;
  const auto concepts = conceptsFor(asked, engine, console);
  if (!concepts)
    return std::nullopt;
  if (concepts->size() == 1)
    return concepts->front();
  console.sayError("--concept names several concepts, and a tableau is of one", "name one, such as seq");
  return std::nullopt;
}

exchange::Written writtenLatex(stability::Engine& engine, model::Concept concept_) {
  exchange::Tableau tableau{.graph = {}, .stable = {}, .concept_ = concept_};
  if (engine.count(engine.feasible()) > exchange::mostPrintedStates) {
    tableau.graph.table = tooMany(engine, exchange::mostPrintedStates);
    return exchange::writeLatex(engine.conflict(), tableau);
  }
  const auto solution = stability::solve(engine, {tableau.concept_});
  if (solution.stopped)
    throw stability::LimitReached(solution.stopped->limit, solution.stopped->message);
  if (auto graph = analysis::stateGraph(engine, solution, exchange::mostPrintedStates))
    tableau.graph = std::move(*graph);
  else
    tableau.graph.table = tooMany(engine, exchange::mostPrintedStates);
  for (const auto& set : solution.concepts.front().stable) {
    auto& own = tableau.stable.emplace_back();
    for (const auto& state : tableau.graph.table.states)
      own.push_back(set && engine.contains(*set, state));
  }
  return exchange::writeLatex(engine.conflict(), tableau);
}

exchange::Written writtenTable(exchange::TableKind kind, stability::Engine& engine) {
  const auto table = analysis::stateTable(engine, mostRankedStates);
  return exchange::writeTable(kind, engine.conflict(), table ? *table : tooMany(engine, 1));
}

exchange::Written written(const std::string& format, OpenModel& model, const Arguments& arguments) {
  auto& engine = *model.engine;
  const auto& conflict = engine.conflict();
  if (format == "json")
    return writtenJson(conflict, model.inView() ? model::Views() : model.file.views, arguments.operands[0]);
  using exchange::TableKind;
  for (const auto& [name, kind] : {std::pair{"ranking", TableKind::ranking},
                                   {"payoffs", TableKind::payoffs},
                                   {"scores", TableKind::scores}})
    if (format == name)
      return writtenTable(kind, engine);
  if (format == "dot") {
    if (engine.count(engine.feasible()) > exchange::mostDrawnStates) // checked before solving
      return exchange::writeDot(conflict, {tooMany(engine, exchange::mostDrawnStates), {}, {}}, {});
    const auto graph = analysis::stateGraph(engine, stability::solve(engine, stability::everyConcept()),
                                            exchange::mostDrawnStates);
    return exchange::writeDot(
        conflict, graph ? *graph : exchange::StateGraph{tooMany(engine, exchange::mostDrawnStates), {}, {}},
        {arguments.has("--moves")});
  }
  if (format == "nfg") {
    const auto table = analysis::stateTable(engine, exchange::mostProfiles);
    return exchange::writeNfg(conflict, table ? *table : tooMany(engine, exchange::mostProfiles),
                              arguments.has("--payoffs") ? exchange::NfgForm::payoffs
                                                         : exchange::NfgForm::outcomes);
  }
  const auto table = analysis::stateTable(engine, mostRankedStates);
  return exchange::writeGmcr(conflict, table ? &*table : nullptr);
}

Exit exportModel(const Arguments& arguments, Console& console) {
  const std::string format = formatOf(arguments);
  if (format.empty()) {
    console.sayError(
        "`stasis export` needs --format",
        "it takes gmcr, json, nfg, dot, ranking, payoffs, scores or latex; the ending of --output "
        "will do as well");
    return Exit::usage;
  }
  auto [model, status] = openModel(arguments.operands[0], arguments, console);
  if (!model)
    return status;
  std::optional<model::Concept> concept_;
  if (format == "latex" && !(concept_ = conceptOfTableau(arguments, *model->engine, console)))
    return Exit::usage;
  try {
    const auto result =
        concept_ ? writtenLatex(*model->engine, *concept_) : written(format, *model, arguments);
    if (format != "json" && !model->file.views.empty() && !model->inView())
      console.sayNote(
          "only the conflict is written, without its views; `--view PARTY` writes what a party sees");
    sayDiagnostics(result.diagnostics, model->file.source, arguments, console);
    return result.text && deliver(*result.text, arguments, console) ? Exit::done : Exit::wrong;
  } catch (const stability::LimitReached& reached) {
    return sayStopped(reached.limit(), reached.what(), console);
  }
}

} // namespace

Verb exportVerb() {
  Verb verb;
  verb.name = "export";
  verb.summary = "a model for another program: GMCR+, JSON, Gambit, Graphviz, a spreadsheet or LaTeX";
  verb.about = "Writes the conflict as a .gmcr file of GMCR+, as JSON (stasis/conflict-2), as a game in "
               "strategic form for Gambit (.nfg), as a drawing of its states and improvements for "
               "Graphviz (.dot), as a table for spreadsheets (ranking, payoffs, scores: .csv), or as the "
               "stability tables that papers print (latex: .tex). It reports what the format cannot say.";
  verb.operands = {{"FILE", "the conflict"}};
  verb.options = {{"--format",
                   "FORMAT",
                   "what to write; by default what the ending of --output says",
                   {"gmcr", "json", "nfg", "dot", "ranking", "payoffs", "scores", "latex"},
                   ""},
                  {"--concept", "CONCEPT", "whose stability to print (latex), such as sim", {}, "seq"},
                  {"--moves", "", "draw moves that are no improvements too (dot)", {}, ""},
                  {"--payoffs", "", "the payoff form: payoffs of every combination in a row (nfg)", {}, ""}};
  verb.options.push_back(viewOption());
  verb.add(engineOptions());
  verb.add(outputOptions());
  verb.examples = {"stasis export model.conflict -o model.gmcr",
                   "stasis export model.conflict --format dot | dot -Tsvg > model.svg"};
  verb.run = exportModel;
  return verb;
}

} // namespace stasis::cli
