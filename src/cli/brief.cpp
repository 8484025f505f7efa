#include "analysis/brief/brief.h"

#include "analysis/robust/workers.h"
#include "cli/cited_speakers.h"
#include "cli/command_line.h"
#include "cli/console.h"
#include "cli/files.h"
#include "cli/given.h"
#include "cli/model_file.h"
#include "cli/view_asked.h"
#include "report/brief/brief.h"
#include "report/telling/page.h"
#include "report/telling/shell_word.h"

namespace stasis::cli {

namespace {

constexpr std::size_t allOutcomes = 40; // of more, a page tells nothing; solve lists them

/// The state whose reasons are given: the one asked for, else today's, else the first that holds.
std::optional<model::Pattern> stateAsked(const Arguments& arguments, stability::Engine& engine,
                                         Console& console) {
  if (arguments.has("--state")) {
    const auto set = statesGiven(arguments.value("--state"), engine, console);
    if (!set)
      return std::nullopt;
    if (const auto count = engine.count(*set); count > 1)
      console.sayNote(count.get_str() + " states are meant; this is about the first");
    return engine.list(*set, 1).front();
  }
  const auto& today = engine.conflict().statusQuo;
  const auto found = engine.list(today ? engine.matching({*today}) : engine.feasible(), 1);
  if (found.empty()) {
    console.sayError("today's state is not feasible, so there is nothing to say of it",
                     "--state STATE chooses another");
    return std::nullopt;
  }
  if (!today)
    console.sayNote(
        "the model has no `status quo`; this is about its first state, --state STATE chooses another");
  return found.front();
}

std::string rendered(const report::BriefView& view, const std::string& format, const report::Look& look) {
  if (format == "json")
    return report::briefJson(view);
  if (format == "md")
    return report::briefMarkdown(view);
  if (format == "html")
    return report::briefHtml(view);
  return report::onPage(report::briefText(view, look), look);
}

Exit brief(const Arguments& arguments, Console& console) {
  auto [model, status] = openModel(arguments.operands[0], arguments, console);
  if (!model)
    return status;
  auto& engine = *model->engine;
  const auto state = stateAsked(arguments, engine, console);
  if (!state)
    return Exit::usage;
  const auto& today = engine.conflict().statusQuo;
  const auto outcomes = arguments.has("--all") && !arguments.has("--outcomes")
                            ? allOutcomes
                            : static_cast<std::size_t>(*arguments.number("--outcomes"));
  const analysis::BriefQuestion question{.state = *state,
                                         .isToday = today && state->covers(*today),
                                         .outcomes = outcomes,
                                         .few = arguments.has("--outcomes") ? outcomes : outcomes + 4,
                                         .limits = limitsAsked(arguments),
                                         .threads = analysis::threadsOfMachine()};
  const auto answer = analysis::makeBrief(engine, question, reopening(arguments, console), console.errand());
  if (console.errand().stop.stop_requested())
    return sayStopped(stability::Limit::interrupted, {}, console);
  const auto coverage = evidence::coverage(engine.conflict());
  const CitedSpeakers speakers(engine.conflict(), folderOf(arguments.operands[0]), console.errand());
  const report::BriefView view{engine,
                               answer,
                               model->file.source,
                               coverage,
                               arguments.has("--concepts"),
                               arguments.has("--all"),
                               [&](const model::Citation& cited) { return speakers.of(cited); }};
  if (!deliver(rendered(view, arguments.value("--format"), console.look()), arguments, console))
    return Exit::wrong;
  if (arguments.value("--format") == "text" && arguments.operands[0] != "-" &&
      report::briefStory(view).leavesOut)
    console.sayNext("brief --all " + report::shellWord(arguments.operands[0]));
  if (answer.missing.empty())
    return Exit::done;
  console.sayError("the page is not finished: " + std::to_string(answer.missing.size()) +
                       (answer.missing.size() == 1 ? " part of it was" : " parts of it were") + " cut short",
                   "its last section names what is missing; --timeout TIME gives it longer");
  return Exit::limit;
}

} // namespace

Verb briefVerb() {
  Verb verb;
  verb.name = "brief";
  verb.summary = "one page in plain words: what can hold, why, and what it rests on";
  verb.about = "Says, without the names of concepts, what can hold; why today does or does not, party by "
               "party, with the words cited; which outcomes can come about by gains alone and for which "
               "somebody must give way; which single statement turns the verdict; and what is assumed "
               "without a source. If something did not fit into --timeout, the page says what, and the exit "
               "status is 3.";
  verb.operands = {{"FILE", "the conflict"}};
  verb.options = {
      stateOption("why this state holds or not, in place of today's"),
      {"--format", "FORMAT", "how to answer", {"text", "md", "html", "json"}, "text"},
      {"--concepts", "", "also name the solution concepts", {}, ""},
      {"--all", "", "all reasons, changes and assumptions, on more than one page", {}, ""},
      {"--outcomes", "N", "outcomes shown", {}, "6", OptionRow::Kind::number},
  };
  verb.options.push_back(viewOption());
  verb.add(engineOptions());
  verb.options.push_back({"--timeout",
                          "TIME",
                          "end after this time, with what is finished",
                          {},
                          "9s",
                          OptionRow::Kind::duration});
  verb.add(outputOptions());
  verb.examples = {"stasis brief conflicts/foreign-troops/foreign-troops.conflict",
                   "stasis brief model.conflict --state settlement -o settlement.html"};
  verb.run = brief;
  return verb;
}

} // namespace stasis::cli
