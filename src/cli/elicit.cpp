#include "cli/concepts.h"
#include "cli/console.h"
#include "cli/elicit_scores.h"
#include "cli/elicit_sources.h"
#include "cli/files.h"
#include "cli/given.h"
#include "cli/opening.h"
#include "cli/view_asked.h"
#include "language/parse.h"
#include "language/words/expression_text.h"

#include <array>

namespace stasis::cli {

namespace {

/// The one party that is asked. None (and said) if it is not known, or several are meant.
std::optional<model::PartyId> partyAsked(const Arguments& arguments, const model::Conflict& conflict,
                                         Console& console) {
  if (!arguments.has("--party")) {
    console.sayError("whose preferences? --party is missing", "`stasis elicit FILE --party NAME`");
    return std::nullopt;
  }
  const auto parties = partiesGiven(arguments.values("--party"), conflict, console);
  if (parties && parties->size() == 1)
    return parties->front();
  if (parties)
    console.sayError("--party names " + std::to_string(parties->size()) +
                     " parties, and one is asked at a time");
  return std::nullopt;
}

/// How questions are asked: of states two at a time, or of statements, which need fewer answers.
enum class By : std::uint8_t { states, statements };

/// None (and said) if there are too many states for it; of statements there may be any number.
std::optional<By> askedBy(const Arguments& arguments, const stability::Count& count, Console& console) {
  const std::string by = arguments.value("--by");
  const bool fewStates = count <= analysis::mostAskedAbout;
  const By chosen = by == "states" || (by == "auto" && fewStates && !arguments.has("--statement"))
                        ? By::states
                        : By::statements;
  const std::size_t most = chosen == By::states && !arguments.has("--from") ? analysis::mostAskedAbout
                                                                            : analysis::mostStatesOfLists;
  if (count <= most || (chosen == By::statements && !arguments.has("--from")))
    return chosen;
  console.sayError("there are " + count.get_str() + " feasible states, and at most " + std::to_string(most) +
                       (arguments.has("--from") ? " are ranked" : " are compared one by one"),
                   arguments.has("--from")
                       ? "list the states that matter in a `states` block, or add constraints"
                       : "--by statements asks about statements");
  return std::nullopt;
}

/// A party without preferences counts as indifferent when questions are chosen: says so.
void noteSilentParties(model::PartyId asked, const model::Conflict& conflict, Console& console) {
  for (std::size_t i = 0; i < conflict.parties.size(); ++i)
    if (model::PartyId(i) != asked && std::holds_alternative<std::monostate>(conflict.parties[i].preference))
      console.sayNote(conflict.labelOf(model::PartyId(i)) +
                      " has no preferences in this model: the questions are those that matter while it is "
                      "indifferent; --complete asks all");
}

/// By criteria and weights, without a question.
Exit scored(const Interview& asked, const Arguments& arguments, Console& console) {
  const Scores scores = answersFromScores(arguments, asked.engine, asked.states, console);
  if (!scores.answers)
    return scores.status;
  return delivered({asked.engine, asked.party, asked.states, asked.concepts, true, nullptr, *scores.answers},
                   arguments, console)
             ? Exit::done
             : Exit::wrong;
}

/// By answers about states.
Exit statesAsked(const Interview& asked, const Arguments& arguments, Console& console) {
  const analysis::Rules rules(asked.engine);
  const analysis::Stakes stakes(asked.engine, rules, asked.party, asked.concepts, console.errand());
  StateComparison comparison(asked, stakes, console.errand());
  Talk talk(comparison, console);
  return volunteered(talk, asked, stakes, arguments, console) ? talked(talk, arguments, console)
                                                              : Exit::wrong;
}

/// The conditions of --statement. None (and said) if one is wrong.
std::optional<std::vector<model::Expression>>
statementsGiven(const Arguments& arguments, const model::Conflict& conflict, Console& console) {
  std::vector<model::Expression> given;
  for (const std::string& text : arguments.values("--statement")) {
    const language::SourceText source("--statement", text);
    auto parsed = language::parseExpression(source, conflict);
    console.sayProblems(parsed.diagnostics, source);
    if (!parsed.expression)
      return std::nullopt;
    given.push_back(std::move(*parsed.expression));
  }
  return given;
}

/// Which statements are not asked about, and why. Of those that nobody gave, only where something is lost.
void noteLeftOut(const analysis::Topics& topics, bool given, const model::Conflict& conflict,
                 Console& console) {
  using Why = analysis::Topics::Why;
  constexpr std::array<std::pair<Why, std::string_view>, 4> reasons{{
      {Why::tellsMembersApart, "members of a merged state differ in it, and its party is indifferent there"},
      {Why::tooMany, "there are too many"},
      {Why::alwaysTheSame, "it holds in all states or in none"},
      {Why::repeated, "it holds where another one does, or its opposite"},
  }};
  for (const auto& [why, words] : reasons)
    for (const auto& left : topics.leftOut())
      if (left.why == why && (given || why == Why::tellsMembersApart || why == Why::tooMany))
        console.sayNote("`" + language::text(left.wanted, conflict) +
                        "` is not asked about: " + std::string(words));
}

/// By answers about statements. `many`: too many states to know which answers change an equilibrium.
Exit statementsAsked(const Interview& interview, bool many, const Arguments& arguments, Console& console) {
  const auto& conflict = interview.engine.conflict();
  const auto given = statementsGiven(arguments, conflict, console);
  if (!given)
    return Exit::usage;
  std::vector<model::Pattern> telling;
  if (many)
    telling = analysis::tellingStates(interview.engine,
                                      analysis::conditionsAskedAbout(conflict, interview.party, *given),
                                      console.errand());
  const Interview asked{interview.engine, interview.party, many ? telling : interview.states,
                        interview.concepts, interview.complete || many};
  const analysis::Topics topics(conflict, asked.party, asked.states, *given);
  std::optional<analysis::Rules> rules;
  std::optional<analysis::ListEquilibria> equilibria;
  if (!many) {
    rules.emplace(asked.engine);
    equilibria.emplace(asked.engine, *rules, asked.party, asked.states, topics.kindOf(), asked.concepts,
                       console.errand());
  }
  noteLeftOut(topics, !given->empty(), conflict, console);
  if (topics.size() == 0) {
    console.sayError("no statement is left to ask about", "`--statement EXPRESSION` asks about one");
    return Exit::usage;
  }
  StatementComparison comparison(asked, topics, equilibria ? &*equilibria : nullptr, console.errand());
  Talk talk(comparison, console);
  return talked(talk, arguments, console);
}

/// False (and said) where two options do not go together.
bool optionsFit(const Arguments& arguments, Console& console) {
  for (const char* option : {"--weights", "--tolerance"})
    if (arguments.has(option) && !arguments.has("--from")) {
      console.sayError(std::string(option) + " needs --from", "--from scores.csv gives the criteria");
      return false;
    }
  for (const char* option : {"--answers", "--answer", "--ledger", "--complete", "--by", "--statement"})
    if (arguments.has(option) && arguments.has("--from")) {
      console.sayError(std::string(option) + " has no use with --from, which ranks without a question",
                       "leave out one of the two");
      return false;
    }
  if (arguments.value("--by") == "states" && arguments.has("--statement")) {
    console.sayError("--statement needs --by statements", "leave out --by");
    return false;
  }
  return true;
}

Exit elicit(const Arguments& arguments, Console& console) {
  if (!optionsFit(arguments, console))
    return Exit::usage;
  const auto choose = [](const ConceptsAsked& asked, stability::Engine&, Console& said) {
    return classicalConcepts(asked, "it is known which answers matter", said);
  };
  const auto [model, concepts, status] = openUnderConcepts(arguments, choose, console);
  if (!model)
    return status;
  auto& engine = *model->engine;
  const auto party = partyAsked(arguments, engine.conflict(), console);
  if (!party)
    return Exit::usage;
  try {
    const auto count = engine.count(engine.feasible());
    const auto by = askedBy(arguments, count, console);
    if (!by)
      return Exit::limit;
    const bool many = count > analysis::mostStatesOfLists;
    if (many)
      console.sayNote("of " + count.get_str() +
                      " states it is not worked out which answers change an equilibrium: what is asked is "
                      "the whole list of statements");
    else if (!arguments.has("--complete") && !arguments.has("--from"))
      noteSilentParties(*party, engine.conflict(), console);
    const auto states = engine.list(engine.feasible(), many ? 0 : analysis::mostStatesOfLists);
    const Interview asked{engine, *party, states, concepts, arguments.has("--complete")};
    if (arguments.has("--from"))
      return scored(asked, arguments, console);
    if (by == By::states)
      return statesAsked(asked, arguments, console);
    if (arguments.has("--ledger")) {
      console.sayError("--ledger has answers about states, and here statements are asked about",
                       "leave out one of the two");
      return Exit::usage;
    }
    return statementsAsked(asked, many, arguments, console);
  } catch (const stability::LimitReached& reached) {
    return sayStopped(reached.limit(), reached.what(), console);
  }
}

} // namespace

Verb elicitVerb() {
  using Kind = OptionRow::Kind;
  Verb verb;
  verb.name = "elicit";
  verb.summary = "what a party wants, from few questions";
  verb.about =
      "Asks which of two states the party would rather have, and asks only what can still change an "
      "equilibrium: two\n"
      "rankings fit all answers so far, differ in these two states alone, and have different "
      "equilibria. When no such\n"
      "question is left, every ranking with these answers has the same equilibria. Answers: 1, 2, = "
      "(alike), ? (not known),\n"
      "u (take back the last), s FILE (save the answers), q (end, with everything kept); or any two "
      "states, as in war > peace.\n"
      "An answer that contradicts others is shown with the shortest circle that it closes, and you "
      "say which is wrong.\n"
      "Of more than 256 states, and with --by statements, statements are asked about: which of them the "
      "party wants, and\n"
      "which count for more. They are those of --statement, else those of the model, else its "
      "options. Of more than 4,096\n"
      "states the whole list is asked for, since it is not worked out which answers change an "
      "equilibrium.\n"
      "The result is a `rank` block or, where a list of statements gives the same order and is "
      "shorter to read, a\n"
      "`prefer` block, with the answers as comments; pairs that nobody knows become `unsure`. What "
      "the model\n"
      "says of this party's preference is not read. Questions go to standard error, the result to "
      "standard output.";
  verb.operands = {{"FILE", "the conflict"}};
  verb.options = {
      {"--party", "PARTY", "whose preferences", {}, ""},
      {"--complete", "", "ask until the order of all states is known", {}, ""},
      {"--answers",
       "FILE",
       "answers given before, a line each; the talk goes on from there",
       {},
       "",
       Kind::text,
       true},
      {"--answer",
       "TEXT",
       "one such answer, such as 'war > peace'; may be repeated",
       {},
       "",
       Kind::text,
       true},
      {"--from", "FILE", "no questions: a table of criteria, a row a state, ranks the states", {}, ""},
      {"--weights", "LIST", "with --from: how much each criterion counts, such as cost=2,trust=0.5", {}, ""},
      {"--tolerance", "N", "with --from: states whose scores differ by no more count as alike", {}, "0"},
      {"--ledger",
       "FILE",
       "answers from what the party has said it would rather have, in a ledger of `read`; may be repeated",
       {},
       "",
       Kind::text,
       true},
      {"--concept", "LIST", "only what changes equilibria under these concepts", {}, "classical"},
      {"--by",
       "WHAT",
       "compare states (up to 256), or statements about options",
       {"auto", "states", "statements"},
       "auto"},
      {"--statement",
       "EXPRESSION",
       "ask about this statement, not about those of the model; may be repeated",
       {},
       "",
       Kind::text,
       true},
      {"--as",
       "HOW",
       "lines of the result: states in order, statements, or what is shorter",
       {"auto", "rank", "prefer"},
       "auto"},
      {"--format", "FORMAT", "how to answer", {"text", "json"}, "text"},
  };
  verb.options.push_back(viewOption());
  verb.add(engineOptions());
  verb.add(outputOptions());
  verb.examples = {"stasis elicit model.conflict --party Russia",
                   "stasis elicit model.conflict --party Russia -o russia.txt",
                   "stasis elicit model.conflict --party Russia --answers saved.txt",
                   "stasis elicit model.conflict --party Russia --from scores.csv --tolerance 0.5"};
  verb.run = elicit;
  return verb;
}

} // namespace stasis::cli
