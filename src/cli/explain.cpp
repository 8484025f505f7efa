#include "analysis/explain/certificate.h"
#include "analysis/explain/explanation.h"
#include "cli/console.h"
#include "cli/explain_observed.h"
#include "cli/files.h"
#include "cli/given.h"
#include "cli/opening.h"
#include "cli/view_asked.h"
#include "report/explain/certificate.h"
#include "report/explain/explanation.h"
#include "report/telling/page.h"

#include <algorithm>

namespace stasis::cli {

namespace {

/// What was asked for, after all checks.
struct Asked {
  std::vector<model::Pattern> states;
  stability::Count more; ///< number of further states
  std::vector<model::PartyId> parties;
  std::vector<model::Concept> concepts;
  bool empty = false; ///< something was wrong and has been reported
};

Asked readAsked(const Arguments& arguments, stability::Engine& engine, Console& console) {
  Asked asked;
  auto named = arguments.values("--party");
  if (named.empty())
    for (const auto& party : engine.conflict().parties)
      named.push_back(party.name);
  const auto parties = partiesGiven(named, engine.conflict(), console);
  if (!parties)
    return {.empty = true};
  asked.parties = *parties;
  if (arguments.has("--observed"))
    return asked;
  auto texts = arguments.values("--state");
  if (texts.empty())
    texts.push_back(arguments.value("--state"));
  const auto limit = static_cast<std::size_t>(*arguments.number("--list"));
  for (const std::string& text : texts) {
    const auto set = statesGiven(text, engine, console);
    if (!set)
      return {.empty = true};
    const auto listed = engine.list(*set, limit);
    asked.more += engine.count(*set) - listed.size();
    for (const auto& state : listed)
      if (std::ranges::find(asked.states, state) == asked.states.end())
        asked.states.push_back(state);
  }
  return asked;
}

std::string certificate(OpenModel& model, const Asked& asked, Console& console) {
  auto& engine = *model.engine;
  std::vector<analysis::Question> questions;
  for (const auto& state : asked.states)
    questions.push_back({state, asked.parties});
  analysis::CertifyLimits limits;
  limits.inView = model.inView();
  return report::certificateJson(
      analysis::certify(engine, questions, asked.concepts, limits, console.errand()));
}

/// The share of the time that is kept for putting the reasons into words.
constexpr double forTelling = 0.1;
/// The largest share of the time for one party while others wait.
constexpr double forOne = 0.25;

/// Each party gets a share of the time, so that a party that takes for ever costs the others no answer.
std::vector<analysis::Explanation> explained(stability::Engine& engine, const Asked& asked,
                                             const Arguments& arguments, Console& console) {
  analysis::ExplainLimits limits;
  limits.improvements =
      static_cast<std::size_t>(arguments.number("--limit").value_or(asked.parties.size() == 1 ? 6 : 2));
  limits.tellsUnfinished = true;
  std::size_t waiting = asked.states.size() * asked.parties.size();
  limits.beforeEach = [&] {
    console.allowPartOfTheTime((1 - forTelling) * std::max(1.0 / static_cast<double>(waiting--), forOne));
  };
  std::vector<analysis::Explanation> all;
  for (const auto& state : asked.states)
    all.push_back(analysis::explain(engine, state, asked.parties, asked.concepts, limits, console.errand()));
  console.allowPartOfTheTime(1);
  return all;
}

std::string told(stability::Engine& engine, const std::vector<analysis::Explanation>& explanations,
                 const Arguments& arguments, const Console& console) {
  std::string out;
  for (const auto& explanation : explanations) {
    const report::ExplanationView view{engine, explanation};
    out += out.empty() ? "" : "\n";
    out += arguments.value("--format") == "md"
               ? report::explanationMarkdown(view)
               : report::onPage(report::explanationText(view, console.look()), console.look());
  }
  return out;
}

/// What ended the work on some party early; none if everything is complete.
std::optional<stability::Stopped> stopped(const std::vector<analysis::Explanation>& explanations) {
  for (const auto& explanation : explanations)
    if (explanation.stopped)
      return explanation.stopped;
  return std::nullopt;
}

struct Told {
  std::string text;
  std::optional<stability::Stopped> stopped;
};

Told answer(OpenModel& model, const Asked& asked, const Arguments& arguments, Console& console) {
  auto& engine = *model.engine;
  const bool json = arguments.value("--format") == "json";
  if (json && !arguments.has("--reasons"))
    return {certificate(model, asked, console), {}};
  const auto explanations = explained(engine, asked, arguments, console);
  return {json ? report::reasonsJson(engine, explanations, asked.more)
               : told(engine, explanations, arguments, console),
          stopped(explanations)};
}

Exit explain(const Arguments& arguments, Console& console) {
  auto [model, concepts, status] = openUnderConcepts(arguments, conceptsFor, console);
  if (!model)
    return status;
  try {
    Asked asked = readAsked(arguments, *model->engine, console);
    if (asked.empty)
      return Exit::usage;
    if (arguments.has("--observed"))
      return explainObserved(*model, asked.parties, concepts, arguments, console);
    asked.concepts = concepts;
    const Told told = answer(*model, asked, arguments, console);
    if (!deliver(told.text, arguments, console))
      return Exit::wrong;
    if (asked.more > 0)
      console.sayNote(asked.more.get_str() + " more states are named so; --list shows more of them");
    return told.stopped ? sayStopped(told.stopped->limit, told.stopped->message, console) : Exit::done;
  } catch (const stability::LimitReached& reached) {
    return sayStopped(reached.limit(), reached.what(), console);
  }
}

} // namespace

Verb explainVerb() {
  Verb verb;
  verb.name = "explain";
  verb.summary = "why a state is stable for a party, or why not";
  verb.about = "Shows each improvement the party has, what the others could do then, whether that deters "
               "it under which concept, and where nothing does, the worst the others can do. STATE is a "
               "number, a name, a label, letters such as YN-N, status-quo, or an expression of the "
               "modelling language. Without --party the state is explained for everyone. With --format "
               "json the answer is a certificate that `stasis verify` checks from the model alone; with "
               "--reasons too, the reasons as data.";
  verb.operands = {{"FILE", "the conflict"}};
  verb.options = {
      stateOption("the state to explain; may be repeated", "status-quo", true),
      {"--observed",
       "STATE",
       "instead: which concepts explain that everybody stayed there; repeated, that the conflict went this "
       "way",
       {},
       "",
       OptionRow::Kind::text,
       true},
      partyOption(),
      conceptOption(),
      {"--format", "FORMAT", "how to answer", {"text", "json", "md"}, "text"},
      {"--reasons", "", "with --format json: the reasons as data, in place of a certificate", {}, ""},
      {"--limit",
       "N",
       "improvements shown for each party; by default 6, and 2 if several states are explained",
       {},
       "",
       OptionRow::Kind::number},
      {"--list", "N", "states shown if several are named", {}, "5", OptionRow::Kind::number},
  };
  verb.options.push_back(viewOption());
  verb.add(engineOptions());
  verb.add(outputOptions());
  verb.examples = {"stasis explain conflicts/syria-iraq/syria-iraq.conflict --party Iraq",
                   "stasis explain elmira.conflict --state s5 --concept seq",
                   "stasis explain elmira.conflict --state s5 --format json > s5.json",
                   "stasis explain elmira.conflict --state s5 --state s8 --format json --reasons"};
  verb.run = explain;
  return verb;
}

} // namespace stasis::cli
