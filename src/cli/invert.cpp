#include "analysis/invert/infeasible.h"
#include "analysis/invert/inversion.h"
#include "cli/console.h"
#include "cli/files.h"
#include "cli/given.h"
#include "cli/opening.h"
#include "cli/schema.h"
#include "cli/view_asked.h"
#include "report/invert/inversion.h"
#include "report/telling/page.h"

namespace stasis::cli {

namespace {

/// A question may be about at most this many states.
constexpr std::size_t mostAsked = 4096;

/// The question without its states. None, after an error message, if a party is not known.
std::optional<analysis::InversionQuestion> readQuestion(const Arguments& arguments,
                                                        const model::Conflict& conflict,
                                                        const std::vector<model::Concept>& concepts,
                                                        Console& console) {
  analysis::InversionQuestion question;
  question.concepts = concepts;
  question.everybody = !arguments.has("--party");
  auto named = arguments.values("--party");
  if (named.empty())
    for (const auto& party : conflict.parties)
      named.push_back(party.name);
  const auto parties = partiesGiven(named, conflict, console);
  if (!parties)
    return std::nullopt;
  question.parties = *parties;
  if (const auto depth = arguments.number("--depth"))
    question.depth = static_cast<std::size_t>(*depth);
  question.every = arguments.has("--every");
  question.limit = static_cast<std::size_t>(*arguments.number("--limit"));
  question.told = static_cast<std::size_t>(arguments.number("--list").value_or(question.every ? 5 : 1));
  return question;
}

std::string rendered(const report::InversionView& view, const std::string& format, const report::Look& look) {
  if (format == "json")
    return report::inversionJson(view);
  if (format == "md")
    return report::inversionMarkdown(view);
  return report::onPage(report::inversionText(view, look), look);
}

Exit invert(const Arguments& arguments, Console& console) {
  const auto classical = [](const ConceptsAsked& asked, stability::Engine&, Console& said) {
    return classicalConcepts(asked, "there is a condition on preferences", said);
  };
  auto [model, concepts, status] = openUnderConcepts(arguments, classical, console);
  if (!model)
    return status;
  auto& engine = *model->engine;
  const std::string target = arguments.value("--state");
  try {
    if (const auto infeasible = analysis::whyInfeasible(engine, target, console.errand())) {
      const std::string format = arguments.value("--format");
      const std::string answer =
          format == "json"
              ? report::infeasibleJson(engine.conflict(), target, *infeasible, schemaAsked(arguments, 2))
              : report::infeasibleText(engine.conflict(), target, *infeasible);
      return deliver(answer, arguments, console) ? Exit::done : Exit::wrong;
    }
    const auto set = statesGiven(target, engine, console);
    auto question = set ? readQuestion(arguments, engine.conflict(), concepts, console) : std::nullopt;
    if (!question)
      return Exit::usage;
    question->states = engine.list(*set, mostAsked + 1);
    if (question->states.size() > mostAsked) {
      console.sayError("--state names " + engine.count(*set).get_str() +
                           " states, more than can be asked about at once",
                       "name fewer, at most " + std::to_string(mostAsked));
      return Exit::usage;
    }
    const auto answer = analysis::invert(engine, *question, reopening(arguments, console), console.errand());
    report::InversionView view{engine, *question, answer, target};
    view.schema = schemaAsked(arguments, 2);
    if (!deliver(rendered(view, arguments.value("--format"), console.look()), arguments, console))
      return Exit::wrong;
    return answer.stopped ? sayStopped(answer.stopped->limit, answer.stopped->message, console) : Exit::done;
  } catch (const stability::LimitReached& reached) {
    return sayStopped(reached.limit(), reached.what(), console);
  }
}

} // namespace

Verb invertVerb() {
  Verb verb;
  verb.name = "invert";
  verb.summary = "what the parties would have to want for a state to hold";
  verb.about = "Shows for each party the exact condition under which a state is stable for it, as "
               "comparisons of states, how many of all its rankings meet it, and the smallest changes of "
               "the written preferences that make the state an equilibrium, or with --party stable for "
               "that party: statements dropped, negated or moved (one change each), neighbours of a "
               "ranking exchanged, weights dropped or turned. Each is solved again before it is shown, "
               "with the cited words that stand against it. STATE is a number, a name, a label, letters "
               "such as YN-N, status-quo, or an expression of the modelling language; where it names "
               "several states, the one that needs least is sought.";
  verb.operands = {{"FILE", "the conflict"}};
  verb.options = {
      stateOption("the state that is to hold", "status-quo"),
      partyOption(),
      {"--every", "", "the least change for every state named, each by itself", {}, ""},
      conceptOption(underTheseConcepts, classicalByDefault),
      {"--format", "FORMAT", "how to answer", {"text", "json", "md"}, "text"},
      {"--depth",
       "N",
       "changes tried at most; by default 3, and 2 for an equilibrium under SEQ or SSEQ",
       {},
       "",
       OptionRow::Kind::number},
      {"--limit", "N", "ways shown", {}, "12", OptionRow::Kind::number},
      {"--list",
       "N",
       "states shown if several are named; by default 1, and 5 with --every",
       {},
       "",
       OptionRow::Kind::number},
  };
  verb.options.push_back(schemaOption());
  verb.options.push_back(viewOption());
  verb.add(engineOptions());
  verb.add(outputOptions());
  verb.examples = {
      "stasis invert conflicts/syria-iraq/syria-iraq.conflict --state 'water released' --party Syria",
      "stasis invert elmira.conflict --state s8 --concept seq",
      "stasis invert model.conflict --state settlement --concept nash,seq --depth 3"};
  verb.run = invert;
  return verb;
}

} // namespace stasis::cli
