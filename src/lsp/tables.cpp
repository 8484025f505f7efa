#include "lsp/tables.h"

#include "analysis/paths/improving.h"
#include "analysis/states/open_engine.h"
#include "analysis/views/hypergame_answer.h"
#include "lsp/findings.h"
#include "report/solution/solution.h"
#include "stability/served.h"

namespace stasis::lsp {

namespace {

stability::EngineLimits limits() { return {stability::EngineChoice::automatic, 0, mostEngineMemory}; }

Tables tablesOf(stability::Engine& engine, const model::Views& views, const stability::Errand& errand) {
  analysis::Hypergame game(engine, views, limits(), errand, speakBeyondRanks(views));
  if (!game.diagnostics().empty())
    return {{}, {}, "a view of the text has errors, so it is not solved"};
  auto concepts = stability::conceptsOfInterest(engine);
  analysis::addConceptsOfViews(concepts, views, engine);
  const auto solution = stability::solve(engine, concepts);
  report::SolutionView view{engine, solution, {}, {}, true};
  view.groups = analysis::equilibriumGroups(engine, solution);
  if (const auto& today = engine.conflict().statusQuo)
    view.reached = analysis::improvedFrom(engine, *today, errand);
  std::optional<analysis::HypergameAnswer> hypergame;
  if (!views.empty() && !solution.stopped)
    view.hypergame = &hypergame.emplace(analysis::solveHypergame(game, concepts, analysis::mostByPictures));
  return {report::solutionMarkdown(view, report::Look{}), report::solutionJson(view), {}};
}

} // namespace

Tables tables(const Reading& reading, const stability::Errand& errand) {
  if (!reading.parsed().conflict)
    return {{}, {}, "the text has errors, so it is not solved"};
  try {
    const model::Views& views = reading.parsed().views;
    const auto opened =
        analysis::openEngine(*reading.parsed().conflict, limits(), errand, speakBeyondRanks(views));
    if (!opened.engine)
      return {{}, {}, "the states of the text have errors, so it is not solved"};
    return tablesOf(*opened.engine, views, errand);
  } catch (const stability::LimitReached& reached) {
    return {{}, {}, reached.what()};
  }
}

} // namespace stasis::lsp
