#include "analysis/robust/drawn_rankings.h"
#include "analysis/robust/footing.h"
#include "analysis/robust/robustness.h"
#include "analysis/robust/workers.h"
#include "analysis/states/open_engine.h"
#include "cli/console.h"
#include "cli/files.h"
#include "cli/given.h"
#include "cli/opening.h"
#include "cli/robust_question.h"
#include "cli/schema.h"
#include "cli/view_asked.h"
#include "report/robust/drawn.h"
#include "report/robust/footing.h"
#include "report/robust/robustness.h"
#include "report/telling/page.h"

namespace stasis::cli {

namespace {

std::string rendered(const report::RobustnessView& view, const std::string& format,
                     const report::Look& look) {
  if (format == "json")
    return report::robustnessJson(view);
  if (format == "csv")
    return report::robustnessCsv(view);
  if (format == "md")
    return report::robustnessMarkdown(view);
  return report::onPage(report::robustnessText(view, look), look);
}

std::string rendered(const report::FootingView& view, const std::string& format, const report::Look& look) {
  if (format == "json")
    return report::footingJson(view);
  if (format == "csv")
    return report::footingCsv(view);
  if (format == "md")
    return report::footingMarkdown(view);
  return report::onPage(report::footingText(view, look), look);
}

std::string rendered(const report::DrawnView& view, const std::string& format, const report::Look& look) {
  if (format == "json")
    return report::drawnJson(view);
  if (format == "csv")
    return report::drawnCsv(view);
  if (format == "md")
    return report::drawnMarkdown(view);
  return report::onPage(report::drawnText(view, look), look);
}

/// The model, its solution, and the question.
struct Asked {
  OpenModel& model;
  const stability::Solution& solution;
  std::vector<model::Concept> concepts;
  std::vector<model::Pattern> states;
  analysis::Varied varied;
  analysis::VariantRange only;
  std::size_t limit;
};

/// After an interrupt nothing is printed, since the user wants the prompt back. After a limit, what was
/// finished is.
template <class View>
Exit answered(const View& view, const std::optional<stability::Stopped>& stopped, const Arguments& arguments,
              Console& console) {
  if (stopped && stopped->limit == stability::Limit::interrupted)
    return sayStopped(stopped->limit, stopped->message, console);
  if (!deliver(rendered(view, arguments.value("--format"), console.look()), arguments, console))
    return Exit::wrong;
  return stopped ? sayStopped(stopped->limit, stopped->message, console) : Exit::done;
}

Exit byVariants(const Asked& asked, const Arguments& arguments, Console& console) {
  const auto threads = arguments.number("--jobs").value_or(analysis::threadsOfMachine());
  const analysis::RobustnessQuestion question{.concepts = asked.concepts,
                                              .states = asked.states,
                                              .depth = arguments.value("--depth") == "2" ? 2U : 1U,
                                              .only = asked.only,
                                              .varied = asked.varied,
                                              .limits = limitsAsked(arguments),
                                              .threads = static_cast<std::size_t>(threads)};
  auto& engine = *asked.model.engine;
  const auto answer = analysis::vary(engine, asked.solution, question, console.errand());
  if (answer.variants.empty() && answer.variantsInAll > 0) {
    const std::string numbers = "they are numbered from 1 to " + std::to_string(answer.variantsInAll);
    const std::string format = arguments.value("--format");
    if (format != "json" && format != "csv") { // else it may be one of many parts that are put together
      console.sayError("there are no such variants", numbers);
      return Exit::usage;
    }
    console.sayNote("there are no such variants: " + numbers);
  }
  return answered(report::RobustnessView{engine, answer, asked.model.file.source, !namesStates(arguments),
                                         asked.limit, schemaAsked(arguments, 2)},
                  answer.stopped, arguments, console);
}

Exit bySubsets(const Asked& asked, const Arguments& arguments, Console& console) {
  auto& engine = *asked.model.engine;
  if (const auto why = analysis::whyNotSwitched(engine.conflict()); !why.empty()) {
    console.sayError("--subsets asks for options that parties change, and here " + why,
                     "without --subsets statements are dropped one at a time, in any conflict");
    return Exit::usage;
  }
  const analysis::Variation variation(engine, {{analysis::ChangeKind::drop}, asked.varied.parties});
  const auto all = analysis::switched(variation);
  try {
    const auto opened = analysis::openEngine(all.conflict, limitsAsked(arguments), console.errand());
    if (!opened.engine) {
      sayDiagnostics(opened.diagnostics, asked.model.file.source, arguments, console);
      return Exit::wrong;
    }
    const auto answer = analysis::footing(*opened.engine, all, variation.preferences(),
                                          {asked.concepts, asked.states, asked.limit}, console.errand());
    return answered(report::FootingView{engine, answer, asked.model.file.source, opened.engine->name(),
                                        schemaAsked(arguments, 2)},
                    answer.stopped, arguments, console);
  } catch (const stability::LimitReached& reached) {
    const Exit status = sayStopped(reached.limit(), reached.what(), console);
    if (status == Exit::limit)
      console.sayNote("each statement doubles the states; --party leaves those of others held");
    return status;
  }
}

Exit byDraws(const Asked& asked, const Arguments& arguments, Console& console) {
  auto& engine = *asked.model.engine;
  if (const auto why = analysis::whyNotDrawn(engine); !why.empty()) {
    console.sayError("--sample ranks every state, and " + why);
    return Exit::usage;
  }
  const analysis::DrawnQuestion question{
      .concepts = asked.concepts,
      .states = asked.states,
      .parties = asked.varied.parties,
      .keepTies = arguments.value("--ties") == "equal",
      .draws = static_cast<std::size_t>(*arguments.number("--sample")),
      .seed = *arguments.number("--seed"),
      .limits = limitsAsked(arguments),
      .threads = static_cast<std::size_t>(arguments.number("--jobs").value_or(analysis::threadsOfMachine()))};
  const auto answer = analysis::drawRankings(engine, question, console.errand());
  return answered(report::DrawnView{engine, answer, question}, answer.stopped, arguments, console);
}

/// False (and said) if two ways to ask are mixed.
bool areInOneWay(const Arguments& arguments, Console& console) {
  if (arguments.has("--variants") && arguments.has("--subsets"))
    console.sayError("--subsets has no variants: all subsets are solved at once");
  else if (arguments.has("--sample") && (arguments.has("--variants") || arguments.has("--subsets")))
    console.sayError("--sample draws rankings, and neither variants nor subsets of statements",
                     "ask for one of the three");
  else if (arguments.has("--sample") && *arguments.number("--sample") == 0)
    console.sayError("--sample 0 draws no ranking", "`--sample 1000` draws a thousand");
  else
    return true;
  return false;
}

Exit robust(const Arguments& arguments, Console& console) {
  const auto kinds = kindsAsked(arguments, console);
  const auto only = variantsAsked(arguments, console);
  if (only && !areInOneWay(arguments, console))
    return Exit::usage;
  if (!kinds || !only)
    return Exit::usage;
  auto [model, concepts, status] = openUnderConcepts(arguments, conceptsFor, console);
  if (!model)
    return status;
  const auto parties = partiesGiven(arguments.values("--party"), model->engine->conflict(), console);
  if (!parties)
    return Exit::usage;
  const auto solution = stability::solve(*model->engine, concepts);
  if (solution.stopped)
    return sayStopped(solution.stopped->limit, solution.stopped->message, console);
  const auto states = statesAsked(arguments, *model->engine, solution, console);
  if (!states)
    return Exit::usage;
  const Asked asked{*model,
                    solution,
                    concepts,
                    *states,
                    {*kinds, *parties},
                    *only,
                    static_cast<std::size_t>(*arguments.number("--limit"))};
  if (arguments.has("--sample"))
    return byDraws(asked, arguments, console);
  return arguments.has("--subsets") ? bySubsets(asked, arguments, console)
                                    : byVariants(asked, arguments, console);
}

} // namespace

Verb robustVerb() {
  Verb verb;
  verb.name = "robust";
  verb.summary = "how much the answer depends on what the analyst believes";
  verb.about = "Solves the conflict again in every variant that one change gives: each statement "
               "dropped, each two neighbours exchanged, each irrevocable option made free to change back "
               "and each free one irrevocable, each constraint left out. Shows in how many of them each "
               "state is an equilibrium, when it is not, and which equilibria appear. Without --state or "
               "--where it asks about the status quo, every named state, and the equilibria. With "
               "--subsets every subset of held statements is solved at once: the exact share in which a "
               "state holds, and the fewest statements it rests on. With --sample rankings are drawn "
               "that agree with what is stated, each as likely as every other.";
  verb.operands = {{"FILE", "the conflict"}};
  verb.options = {
      stateOption("only about this state; may be repeated", "", true),
      {"--where", "EXPRESSION", "only about the states in which it holds", {}, ""},
      {"--change", "LIST", "which changes: drop, swap, free, bind, allow", {}, "drop,swap,free,bind,allow"},
      partyOption("change only what this party or family wants and can do; may be repeated"),
      {"--subsets", "", "all subsets of held statements at once, instead of changes", {}, ""},
      {"--sample",
       "N",
       "draw N rankings of each party that agree with what is stated, instead of changes",
       {},
       "",
       OptionRow::Kind::number},
      {"--seed", "S", "of the random draws", {}, "1", OptionRow::Kind::number},
      {"--ties",
       "HOW",
       "drawn: states that statements leave equal may be liked in any order, or are equal",
       {"open", "equal"},
       "open"},
      {"--depth", "N", "changes at a time; 2 also tries every pair", {"1", "2"}, "1"},
      {"--variants", "A-B", "only variants A to B, in the order in which they are numbered", {}, ""},
      conceptOption(),
      {"--format", "FORMAT", "how to answer", {"text", "json", "csv", "md"}, "text"},
      {"--limit", "N", "lines shown of each list", {}, "8", OptionRow::Kind::number},
      {"--list", "N", "states asked about at most", {}, "10", OptionRow::Kind::number},
      {"--jobs",
       "N",
       "variants solved at a time; by default one for each processor",
       {},
       "",
       OptionRow::Kind::number},
  };
  verb.options.push_back(schemaOption());
  verb.options.push_back(viewOption());
  verb.add(engineOptions());
  verb.add(outputOptions());
  verb.examples = {"stasis robust conflicts/foreign-troops/foreign-troops.conflict --state peace_neutral",
                   "stasis robust model.conflict --depth 2 --party Russia",
                   "stasis robust model.conflict --subsets --state settlement",
                   "stasis robust model.conflict --sample 1000 --seed 7",
                   "stasis robust model.conflict --format csv > robust.csv"};
  verb.run = robust;
  return verb;
}

} // namespace stasis::cli
