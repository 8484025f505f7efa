#include "analysis/paths/improvement_tree.h"
#include "cli/console.h"
#include "cli/files.h"
#include "cli/opening.h"
#include "cli/view_asked.h"
#include "model/lettered.h"
#include "report/case/case_report.h"
#include "report/telling/state_row.h"
#include "stability/served.h"

#include <algorithm>

namespace stasis::cli {

namespace {

constexpr std::size_t mostRows = 24;
constexpr std::size_t mostUnnamed = 6; ///< of them
constexpr std::size_t mostExplained = 8;
constexpr std::size_t fewExplained = 3; ///< with fewer that have a name, some others are explained
constexpr analysis::TreeLimits readable{.nodes = 18, .depth = 3, .children = 4}; ///< on a sheet of paper
// With more states than this, reasons take long to find: the report gives those of today's state, and
// `explain` gives the others.
constexpr unsigned long fewStates = 1UL << 16U;

/// Today's state, the named ones and the equilibria, strongest first; each once.
std::vector<report::CaseState> statesOfInterest(stability::Engine& engine,
                                                const stability::Solution& solution) {
  std::vector<report::CaseState> states;
  const auto add = [&](const model::Pattern& state) {
    if (states.size() < mostRows &&
        std::ranges::find(states, state, &report::CaseState::state) == states.end())
      states.push_back({state, {}});
  };
  const auto& conflict = engine.conflict();
  std::vector<model::Pattern> named;
  if (conflict.statusQuo)
    named.push_back(*conflict.statusQuo);
  for (const auto& state : conflict.named)
    if (!model::isLettered(state))
      named.push_back(state.state);
  for (const auto& pattern : named)
    for (const auto& state : engine.list(engine.matching({pattern}), 1))
      add(state);
  auto rows = report::stateRows(engine, solution, report::anyEquilibrium(engine, solution), 512);
  std::ranges::stable_sort(rows, std::greater<>{}, [](const report::StateRow& row) {
    return std::ranges::count_if(row.equilibrium, [](const auto& held) { return held.value_or(false); });
  });
  const std::size_t most = states.size() + mostUnnamed;
  for (const auto& row : rows)
    if (states.size() < most)
      add(row.pattern);
  return states;
}

/// Whether people have a name for it, or it is today's.
bool isSpokenOf(const model::Conflict& conflict, const model::Pattern& state) {
  return (conflict.statusQuo && state.covers(*conflict.statusQuo)) ||
         std::ranges::any_of(conflict.named, [&](const auto& named) {
           return !model::isLettered(named) && state.covers(named.state);
         });
}

void explainSome(std::vector<report::CaseState>& states, stability::Engine& engine, Console& console) {
  std::vector<model::PartyId> parties;
  for (std::size_t i = 0; i < engine.conflict().parties.size(); ++i)
    parties.emplace_back(i);
  analysis::ExplainLimits limits;
  limits.improvements = 2;
  const std::size_t most = engine.count(engine.feasible()) <= fewStates ? mostExplained : 1;
  for (std::size_t i = 0; i < std::min(states.size(), most); ++i)
    if (i < fewExplained || isSpokenOf(engine.conflict(), states[i].state))
      states[i].why = analysis::explain(engine, states[i].state, parties, stability::everyConcept(), limits,
                                        console.errand());
}

/// If a party has more moves than this from one state, reasons and a drawing would not help, and finding them
/// takes long.
constexpr unsigned long mostMovesToWalk = 4096;

/// A sentence about the first party that has so many moves from this state; empty if none has.
std::string tooManyMoves(stability::Engine& engine, const model::Pattern& state) {
  const auto& conflict = engine.conflict();
  for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
    if (conflict.parties[i].optionCount <= 12)
      continue;
    const stability::Scratch scratch(engine);
    const auto ends =
        engine.reachedFrom(engine.matching({state}), model::PartyId(i), model::Relation::always);
    if (engine.count(ends) > mostMovesToWalk)
      return "The drawing of improvements and the reasons are left out: " + conflict.parties[i].name +
             " has more than " + std::to_string(mostMovesToWalk) + " moves from one state.";
  }
  return {};
}

std::string made(const OpenModel& model, const std::string& path, const stability::Solution& solution,
                 const analysis::HypergameAnswer* hypergame, Console& console) {
  auto& engine = *model.engine;
  const auto& conflict = engine.conflict();
  const auto read = sourceReader();
  const model::Views views = model.inView() ? model::Views() : model.file.views;
  const auto citations = evidence::checkCitations(conflict, folderOf(path), read, {}, views);
  const auto coverage = evidence::coverage(conflict, views);
  report::CaseView view{engine,   solution, statesOfInterest(engine, solution),   {}, citations,
                        coverage, {},       std::string(model.file.source.text())};
  view.repetition = stability::repetitionAsked(engine, solution);
  view.hypergame = hypergame;
  if (!view.states.empty())
    view.leftOut = tooManyMoves(engine, view.states.front().state);
  if (!view.leftOut.empty())
    console.sayNote(view.leftOut);
  else
    explainSome(view.states, engine, console);
  if (!view.states.empty() && view.leftOut.empty())
    view.tree = analysis::improvementTree(analysis::Rules(engine), view.states.front().state, readable,
                                          console.errand());
  for (const auto& source : conflict.sources) {
    const std::string folder = folderOf(path);
    const bool relative = !source.path.starts_with('/') && !folder.empty();
    auto content = read(relative ? folder + "/" + source.path : source.path);
    view.sources.push_back({content.text.value_or(""), content.text ? "" : content.problem});
  }
  return report::caseHtml(view);
}

/// The concepts asked for, and those that a report always needs.
std::optional<std::vector<model::Concept>> withThoseOfInterest(const ConceptsAsked& asked,
                                                               stability::Engine& engine, Console& console) {
  auto concepts = conceptsFor(asked, engine, console);
  if (!concepts)
    return std::nullopt;
  std::vector<model::Concept> all = stability::conceptsOfInterest(engine);
  for (const model::Concept id : *concepts)
    if (std::ranges::count(all, id) == 0)
      all.push_back(id);
  std::ranges::sort(all);
  return all;
}

Exit report(const Arguments& arguments, Console& console) {
  const std::string& path = arguments.operands[0];
  auto [model, concepts, status] = openUnderConcepts(arguments, withThoseOfInterest, console);
  if (!model)
    return status;
  const auto solution = stability::solve(*model->engine, concepts);
  if (solution.stopped)
    return sayStopped(solution.stopped->limit, solution.stopped->message, console);
  std::unique_ptr<analysis::Hypergame> game;
  std::optional<analysis::HypergameAnswer> hypergame;
  if (!model->inView() && !model->file.views.empty()) {
    if (!(game = hypergameOf(*model, arguments, console)))
      return Exit::wrong;
    hypergame.emplace(analysis::solveHypergame(*game, concepts, analysis::mostByPictures));
  }
  return deliver(made(*model, path, solution, hypergame ? &*hypergame : nullptr, console), arguments, console)
             ? Exit::done
             : Exit::wrong;
}

} // namespace

Verb reportVerb() {
  Verb verb;
  verb.name = "report";
  verb.summary = "the whole case as one HTML file: answer, graph, reasons, model, evidence";
  verb.about = "Writes a file that any browser shows and that needs nothing else: what can hold, where "
               "improvements lead from today, why the states that matter hold or do not, the model with "
               "every line linked to the words it cites, and the reports with those words marked. No "
               "script, no request to anywhere; made to be printed.";
  verb.operands = {{"FILE", "the conflict"}};
  verb.options = {conceptOption("also under these concepts, such as sim,limited"),
                  {"--format", "FORMAT", "of what is wrong", {"text", "json"}, "text"}};
  verb.options.push_back(viewOption());
  verb.add(engineOptions());
  verb.add(outputOptions());
  verb.examples = {"stasis report conflicts/foreign-troops/foreign-troops.conflict -o case.html"};
  verb.run = report;
  return verb;
}

} // namespace stasis::cli
