#include "cli/ask.h"

#include "analysis/ask/questions.h"
#include "analysis/robust/workers.h"
#include "analysis/states/equilibrium_groups.h"
#include "analysis/states/states_named.h"
#include "cli/console.h"
#include "cli/files.h"
#include "cli/given.h"
#include "cli/opening.h"
#include "cli/view_asked.h"
#include "language/parse.h"
#include "model/lettered.h"
#include "report/ask/questions.h"
#include "report/telling/page.h"
#include "report/telling/shell_word.h"

#include <algorithm>
#include <array>

namespace stasis::cli {

namespace {

using analysis::AskedOutcome;
using model::Concept;

constexpr std::size_t mostStates = 10; ///< asked about where none is named

bool isNamed(const model::Conflict& conflict, const std::string& text) {
  const auto called = [&](const auto& state) { return state.name == text || state.label == text; };
  return std::ranges::any_of(conflict.named, called) || std::ranges::any_of(conflict.listed, called);
}

void addStates(stability::Engine& engine, stability::StateSet set, std::vector<AskedOutcome>& outcomes) {
  for (const auto& state : engine.list(set, mostStates))
    if (outcomes.size() < mostStates &&
        std::ranges::find(outcomes, state, &AskedOutcome::state) == outcomes.end())
      outcomes.push_back({AskedOutcome::Kind::state, state, {}, {}});
}

/// A state or several by name, number or letters; else a condition: whether some equilibrium satisfies it,
/// and whether all do. False (and said) if it is neither.
bool addGiven(const std::string& text, stability::Engine& engine, std::vector<AskedOutcome>& outcomes,
              Console& console) {
  const auto set = statesGiven(text, engine, console);
  if (!set)
    return false;
  const language::SourceText source("STATE", text);
  const auto parsed = language::parseQuery(source, engine.conflict());
  const bool isCondition = parsed.query && !isNamed(engine.conflict(), text) && text != "status-quo" &&
                           analysis::statesNamed(engine, '(' + text + ')').set;
  if (!isCondition) {
    addStates(engine, *set, outcomes);
    return true;
  }
  const auto query = std::make_shared<const model::Query>(*parsed.query);
  outcomes.push_back({AskedOutcome::Kind::some, {}, query, text});
  outcomes.push_back({AskedOutcome::Kind::all, {}, query, text});
  return true;
}

/// Those of --state; without it every state with a name, and if there is none the status quo and the
/// equilibria. None (and said) if some text names no state.
std::optional<std::vector<AskedOutcome>> outcomesAsked(const Arguments& arguments, stability::Engine& engine,
                                                       Concept concept_, Console& console) {
  std::vector<AskedOutcome> outcomes;
  for (const std::string& text : arguments.values("--state"))
    if (!addGiven(text, engine, outcomes, console))
      return std::nullopt;
  if (arguments.has("--state"))
    return outcomes;
  const auto& conflict = engine.conflict();
  for (const auto& named : conflict.named)
    if (!model::isLettered(named))
      addStates(engine, engine.matching({named.state}), outcomes);
  for (const auto& line : conflict.listed)
    if (!line.label.empty())
      addStates(engine, engine.matching({line.pattern}), outcomes);
  if (!outcomes.empty())
    return outcomes;
  if (conflict.statusQuo)
    addStates(engine, engine.matching({*conflict.statusQuo}), outcomes);
  addStates(engine, engine.equilibria(concept_), outcomes);
  if (outcomes.empty())
    console.sayError("the model names no state, and none holds", "`--state STATE` asks about one");
  return outcomes.empty() ? std::nullopt : std::optional(outcomes);
}

/// The strictest under which some state is an equilibrium as written.
Concept strictest(stability::Engine& engine) {
  constexpr std::array order{Concept::nash, Concept::sseq, Concept::seq, Concept::smr};
  const auto found =
      std::ranges::find_if(order, [&](Concept id) { return !engine.list(engine.equilibria(id), 1).empty(); });
  return found == order.end() ? Concept::gmr : *found;
}

/// The one of --concept. None (and said) if there are several, or readings have no such concept.
std::optional<std::vector<Concept>> conceptAsked(const ConceptsAsked& asked, stability::Engine& engine,
                                                 Console& console) {
  if (asked.byDefault)
    return std::vector{strictest(engine)};
  const auto concepts = conceptsFor(asked, engine, console);
  if (!concepts)
    return std::nullopt;
  if (concepts->size() > 1) {
    console.sayError("--concept names several concepts, and questions are worth something under one",
                     "name one, such as `--concept seq`");
    return std::nullopt;
  }
  const auto family = row(concepts->front()).family;
  const auto isMarked = [](const model::Party& party) {
    return !party.unsure.empty() && model::hasStrong(party.preference);
  };
  if (family == model::ConceptFamily::unknown)
    console.sayError("a reading leaves nothing unknown, so `" + std::string(row(concepts->front()).key) +
                         "` is the classical concept in it",
                     "name that: nash, gmr, smr or seq");
  else if (family == model::ConceptFamily::strength &&
           std::ranges::any_of(engine.conflict().parties, isMarked))
    console.sayError(
        "some ranking has both `>>` and pairs that are `unsure`, and the other way round it is not "
        "known how strong the preference is",
        "name a concept that asks of no strength");
  else
    return concepts;
  return std::nullopt;
}

std::string rendered(const report::QuestionsView& view, const std::string& format, const report::Look& look) {
  if (format == "json")
    return report::questionsJson(view);
  if (format == "csv")
    return report::questionsCsv(view);
  if (format == "md")
    return report::questionsMarkdown(view);
  if (format == "html")
    return report::questionsHtml(view);
  return report::onPage(report::questionsText(view, look), look);
}

/// A command that leads on from the answer.
std::string next(const std::string& file, const analysis::Questions& answer,
                 const analysis::PointsAsked& asked) {
  const bool all = asked.orders && asked.assumptions;
  if (answer.ranking.empty() && !all && !answer.stopped)
    return "ask " + report::shellWord(file) + " --orders --assumptions";
  return {};
}

/// Throws LimitReached before anything is answered.
Exit asked(const Arguments& arguments, Console& console) {
  const auto [model, concepts, status] = openUnderConcepts(arguments, conceptAsked, console);
  if (!model)
    return status;
  auto& engine = *model->engine;
  auto outcomes = outcomesAsked(arguments, engine, concepts.front(), console);
  if (!outcomes)
    return Exit::usage;
  analysis::AskQuestion question;
  question.concept_ = concepts.front();
  question.outcomes = std::move(*outcomes);
  question.points = {arguments.has("--orders"), arguments.has("--assumptions")};
  if (arguments.has("--sample"))
    question.sample = static_cast<std::size_t>(*arguments.number("--sample"));
  question.seed = *arguments.number("--seed");
  question.limits = limitsAsked(arguments);
  question.threads = analysis::threadsOfMachine();
  const auto answer = analysis::questions(engine, question, console.errand());
  if (answer.stopped && answer.stopped->limit == stability::Limit::interrupted)
    return sayStopped(answer.stopped->limit, answer.stopped->message, console);
  const report::QuestionsView view{engine,
                                   answer,
                                   question,
                                   model->file.source,
                                   !arguments.has("--concept"),
                                   static_cast<std::size_t>(*arguments.number("--limit"))};
  if (!deliver(rendered(view, arguments.value("--format"), console.look()), arguments, console))
    return Exit::wrong;
  if (answer.stopped)
    return sayStopped(answer.stopped->limit, answer.stopped->message, console);
  if (const auto on = next(arguments.operands[0], answer, question.points);
      !on.empty() && arguments.value("--format") == "text")
    console.sayNext(on);
  return Exit::done;
}

Exit ask(const Arguments& arguments, Console& console) {
  if (arguments.has("--sample") && *arguments.number("--sample") == 0) {
    console.sayError("--sample 0 draws no reading", "`--sample 1000` draws a thousand");
    return Exit::usage;
  }
  try {
    return asked(arguments, console);
  } catch (const stability::LimitReached& reached) {
    return sayStopped(reached.limit(), reached.what(), console);
  }
}

} // namespace

Verb askVerb() {
  Verb verb;
  verb.name = "ask";
  verb.summary = "what to find out first: which open question decides most";
  verb.about = "Solves every reading of what the model leaves open: each line marked `perhaps` held or not, "
               "each pair of `unsure` one way or the other. Shows in what share of the readings each outcome "
               "holds, and which answer would decide most of what is open, in bits; then the best next "
               "question after each answer to it. --orders also asks whether neighbouring lines of `prefer` "
               "stand in the right order, --assumptions whether statements without a citation are held. Many "
               "readings are solved at once, or drawn at random where that does not end.";
  verb.operands = {{"FILE", "the conflict"}};
  verb.options = {
      stateOption("whether this state holds, or whether some and all equilibria satisfy an expression; "
                  "may be repeated",
                  "every state with a name", true),
      {"--concept", "KEY", "under this concept", {}, "the strictest under which anything holds"},
      {"--orders", "", "neighbouring lines of `prefer` may stand the other way round", {}, ""},
      {"--assumptions", "", "statements and weights that cite nothing may not be held", {}, ""},
      {"--sample",
       "N",
       "draw so many readings at random, however few there are",
       {},
       "",
       OptionRow::Kind::number},
      {"--seed", "S", "of the random draws", {}, "1", OptionRow::Kind::number},
      {"--format", "FORMAT", "how to answer", {"text", "json", "csv", "md", "html"}, "text"},
      {"--limit", "N", "questions shown", {}, "5", OptionRow::Kind::number},
  };
  verb.options.push_back(viewOption());
  verb.add(engineOptions());
  verb.add(outputOptions());
  verb.examples = {"stasis ask conflicts/syria-iraq/unknown.conflict",
                   "stasis ask model.conflict --state settlement --assumptions",
                   "stasis ask model.conflict --orders --sample 2000 --seed 7",
                   "stasis ask model.conflict -o questions.html"};
  verb.run = ask;
  return verb;
}

} // namespace stasis::cli
