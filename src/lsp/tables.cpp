#include "lsp/tables.h"

#include "analysis/paths/improving.h"
#include "analysis/states/open_engine.h"
#include "lsp/findings.h"
#include "report/solution/solution.h"
#include "stability/served.h"

namespace stasis::lsp {

namespace {

Tables tablesOf(stability::Engine& engine, const stability::Errand& errand) {
  const auto solution = stability::solve(engine, stability::conceptsOfInterest(engine));
  report::SolutionView view{engine, solution, {}, {}, true};
  view.groups = analysis::equilibriumGroups(engine, solution);
  if (const auto& today = engine.conflict().statusQuo)
    view.reached = analysis::improvedFrom(engine, *today, errand);
  return {report::solutionMarkdown(view, report::Look{}), report::solutionJson(view), {}};
}

} // namespace

Tables tables(const Reading& reading, const stability::Errand& errand) {
  if (!reading.parsed().conflict)
    return {{}, {}, "the text has errors, so it is not solved"};
  try {
    const auto opened = analysis::openEngine(
        *reading.parsed().conflict, {stability::EngineChoice::automatic, 0, mostEngineMemory}, errand);
    if (!opened.engine)
      return {{}, {}, "the states of the text have errors, so it is not solved"};
    return tablesOf(*opened.engine, errand);
  } catch (const stability::LimitReached& reached) {
    return {{}, {}, reached.what()};
  }
}

} // namespace stasis::lsp
