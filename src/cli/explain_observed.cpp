#include "cli/explain_observed.h"

#include "analysis/explain/observed.h"
#include "cli/console.h"
#include "cli/files.h"
#include "cli/given.h"
#include "report/explain/observed.h"
#include "report/telling/page.h"

namespace stasis::cli {

namespace {

/// The states observed, one after the other; empty, after an error message, if something is wrong with them.
std::vector<model::Pattern> historyGiven(const Arguments& arguments, stability::Engine& engine,
                                         Console& console) {
  std::vector<model::Pattern> history;
  for (const std::string& text : arguments.values("--observed")) {
    const auto state = oneStateGiven("--observed", text, engine, console);
    if (!state)
      return {};
    if (!history.empty() && history.back() == *state) {
      console.sayError("`" + text + "` is observed twice running",
                       "give each state once; nothing moved between the two");
      return {};
    }
    history.push_back(*state);
  }
  return history;
}

std::string rendered(const report::ObservedView& view, const std::string& format, const report::Look& look) {
  if (format == "json")
    return report::observedJson(view);
  if (format == "md")
    return report::observedMarkdown(view);
  return report::onPage(report::observedText(view, look), look);
}

} // namespace

Exit explainObserved(OpenModel& model, const std::vector<model::PartyId>& parties,
                     const std::vector<model::Concept>& concepts, const Arguments& arguments,
                     Console& console) {
  if (arguments.has("--state") || arguments.has("--reasons")) {
    console.sayError("--observed is asked without --state and --reasons", "it names the states itself");
    return Exit::usage;
  }
  auto& engine = *model.engine;
  const auto history = historyGiven(arguments, engine, console);
  if (history.empty())
    return Exit::usage;
  const auto observed = analysis::explainObserved(engine, history, parties, concepts,
                                                  reopening(arguments, console), console.errand());
  const report::ObservedView view{engine, observed, concepts};
  return deliver(rendered(view, arguments.value("--format"), console.look()), arguments, console)
             ? Exit::done
             : Exit::wrong;
}

} // namespace stasis::cli
