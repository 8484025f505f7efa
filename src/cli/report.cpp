#include "analysis/brief/brief.h"
#include "analysis/paths/improvement_tree.h"
#include "analysis/robust/workers.h"
#include "cli/cited_speakers.h"
#include "cli/console.h"
#include "cli/files.h"
#include "cli/given.h"
#include "cli/opening.h"
#include "cli/view_asked.h"
#include "report/case/case_report.h"
#include "stability/served.h"

#include <algorithm>
#include <chrono>

namespace stasis::cli {

namespace {

constexpr std::size_t mostRows = 24;
constexpr std::size_t mostOutcomes = 6;      ///< of the reasons in words, as `brief` has them
constexpr std::size_t mostImprovements = 32; ///< as `brief`, so that both show a party by the same one
constexpr std::size_t fewImprovements = 4;   ///< with more states than `mostStatesOfPairs`
constexpr analysis::TreeLimits readable{.nodes = 18, .depth = 3, .children = 4}; ///< on a sheet of paper
// With more states than this, reasons take long to find: the report gives those of today's state, and
// `explain` gives the others.
constexpr unsigned long fewStates = 1UL << 16U;
// With more states than this, not every variant is solved.
constexpr unsigned long fewToVary = 5000;
constexpr std::chrono::seconds forReasons{9};

/// The rows of the first table.
std::vector<report::CaseState> rowsOf(const report::OutcomeOrder& order) {
  std::vector<report::CaseState> rows;
  if (order.today)
    rows.push_back({*order.today, {}});
  for (const auto& state : order.named)
    if (rows.size() < mostRows)
      rows.push_back({state, {}});
  for (std::size_t k = 0; k < order.unnamedShown(); ++k)
    rows.push_back({order.unnamed[k], {}});
  return rows;
}

void explainRows(std::vector<report::CaseState>& rows, stability::Engine& engine, Console& console) {
  std::vector<model::PartyId> parties;
  for (std::size_t i = 0; i < engine.conflict().parties.size(); ++i)
    parties.emplace_back(i);
  analysis::ExplainLimits limits;
  limits.improvements =
      engine.count(engine.feasible()) <= analysis::mostStatesOfPairs ? mostImprovements : fewImprovements;
  const std::size_t most = engine.count(engine.feasible()) <= fewStates ? rows.size() : 1;
  for (std::size_t i = 0; i < std::min(rows.size(), most); ++i)
    rows[i].why = analysis::explain(engine, rows[i].state, parties, stability::everyConcept(), limits,
                                    console.errand());
}

/// In how many variants each row holds, and the outcome asked about, where these are soon solved.
std::optional<analysis::Robustness> varied(const Arguments& arguments, stability::Engine& engine,
                                           const std::vector<report::CaseState>& rows,
                                           const std::optional<model::Pattern>& asked, Console& console) {
  if (engine.count(engine.feasible()) > fewToVary)
    return std::nullopt;
  std::vector<model::Pattern> states;
  for (const auto& row : rows)
    states.push_back(row.state);
  if (asked && std::ranges::find(states, *asked) == states.end())
    states.push_back(*asked);
  analysis::RobustnessQuestion question;
  question.concepts = {model::Concept::nash, model::Concept::seq, model::Concept::gmr};
  question.states = states;
  question.limits = limitsAsked(arguments);
  question.threads = analysis::threadsOfMachine();
  const auto solution = stability::solve(engine, question.concepts);
  if (solution.stopped)
    return std::nullopt;
  return analysis::vary(engine, solution, question, console.errand());
}

/// The reasons in words, about today's state, else the one asked about, else the first. They get a few
/// seconds.
std::optional<report::BriefStory> storyOf(const Arguments& arguments, const OpenModel& model,
                                          const report::OutcomeOrder& order,
                                          const evidence::Coverage& coverage, Console& console) {
  auto& engine = *model.engine;
  auto state = order.today ? order.today : order.asked;
  if (!state) {
    const auto found = engine.list(engine.feasible(), 1);
    if (found.empty())
      return std::nullopt;
    state = found.front();
  }
  stability::Errand errand = console.errand();
  const auto end = stability::Errand::Clock::now() + forReasons;
  errand.deadline = errand.deadline ? std::min(*errand.deadline, end) : end;
  const analysis::BriefQuestion question{.state = *state,
                                         .isToday = order.today.has_value(),
                                         .outcomes = mostOutcomes,
                                         .few = mostOutcomes + 4,
                                         .limits = limitsAsked(arguments),
                                         .threads = analysis::threadsOfMachine()};
  const auto answer = analysis::makeBrief(engine, question, reopening(arguments, console), errand);
  const CitedSpeakers speakers(engine.conflict(), folderOf(arguments.operands[0]), console.errand());
  return report::briefStory({.engine = engine,
                             .brief = answer,
                             .source = model.file.source,
                             .coverage = coverage,
                             .concepts = arguments.has("--concepts"),
                             .speaker = [&](const model::Citation& cited) { return speakers.of(cited); }});
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

std::string made(const Arguments& arguments, const OpenModel& model, const stability::Solution& solution,
                 const analysis::HypergameAnswer* hypergame, Console& console) {
  auto& engine = *model.engine;
  const auto& conflict = engine.conflict();
  const std::string folder = folderOf(arguments.operands[0]);
  const auto read = sourceReader();
  const model::Views views = model.inView() ? model::Views() : model.file.views;
  const auto citations = evidence::checkCitations(conflict, folder, read, {}, views);
  const auto coverage = evidence::coverage(conflict, views);
  const auto order = report::outcomeOrder(engine, solution);
  report::CaseView view{.engine = engine,
                        .solution = solution,
                        .order = order,
                        .states = rowsOf(order),
                        .tree = {},
                        .citations = citations,
                        .coverage = coverage,
                        .sources = {},
                        .model = model.file.source,
                        .concepts = arguments.has("--concepts")};
  view.repetition = stability::repetitionAsked(engine, solution);
  view.hypergame = hypergame;
  view.robust = varied(arguments, engine, view.states, order.asked, console);
  if (!view.states.empty())
    view.leftOut = tooManyMoves(engine, view.states.front().state);
  if (!view.leftOut.empty()) {
    console.sayNote(view.leftOut);
  } else {
    explainRows(view.states, engine, console);
    view.story = storyOf(arguments, model, order, coverage, console);
    if (!view.states.empty())
      view.tree = analysis::improvementTree(analysis::Rules(engine), view.states.front().state, readable,
                                            console.errand());
  }
  for (const auto& source : conflict.sources) {
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
  return deliver(made(arguments, *model, solution, hypergame ? &*hypergame : nullptr, console), arguments,
                 console)
             ? Exit::done
             : Exit::wrong;
}

} // namespace

Verb reportVerb() {
  Verb verb;
  verb.name = "report";
  verb.summary = "the whole case as one HTML file: answer, graph, reasons, model, evidence";
  verb.about = "Writes a file that any browser shows and that needs nothing else. Its first page is the "
               "studio's first screen: whether today holds and who would rather do what, each outcome with "
               "its verdict, and what would make the one asked about hold. Then why, in the words of "
               "`brief`; where improvements lead from today; the model with every line linked to the words "
               "it cites; and the reports with those words marked. No script, no request to anywhere; made "
               "to be printed.";
  verb.operands = {{"FILE", "the conflict"}};
  verb.options = {
      conceptOption("also under these concepts, such as sim,limited"),
      {"--concepts", "", "also name the solution concepts, and give every reason step by step", {}, ""},
      {"--format", "FORMAT", "of what is wrong", {"text", "json"}, "text"}};
  verb.options.push_back(viewOption());
  verb.add(engineOptions());
  verb.add(outputOptions());
  verb.examples = {"stasis report conflicts/foreign-troops/foreign-troops.conflict -o case.html"};
  verb.run = report;
  return verb;
}

} // namespace stasis::cli
