#include "analysis/elicit/spoken_preference.h"
#include "cli/concepts.h"
#include "cli/console.h"
#include "cli/elicit_scores.h"
#include "cli/elicit_talk.h"
#include "cli/files.h"
#include "cli/given.h"
#include "cli/held.h"
#include "cli/kept_ledgers.h"
#include "cli/line_input.h"
#include "cli/model_file.h"
#include "report/telling/printable.h"

namespace stasis::cli {

namespace {

std::string rendered(const report::ElicitationView& view, const Arguments& arguments) {
  return arguments.value("--format") == "json" ? report::elicitedJson(view) : report::elicitedLines(view);
}

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

bool isTooLarge(stability::Engine& engine, Console& console) {
  const auto states = engine.count(engine.feasible());
  if (states <= analysis::mostAskedAbout)
    return false;
  console.sayError("there are " + states.get_str() + " feasible states, and at most " +
                       std::to_string(analysis::mostAskedAbout) + " are asked about",
                   "list the states that matter in a `states` block, or add constraints");
  return true;
}

/// Who has no preferences is indifferent, and so are the questions chosen.
void noteSilentParties(model::PartyId asked, const model::Conflict& conflict, Console& console) {
  for (std::size_t i = 0; i < conflict.parties.size(); ++i)
    if (model::PartyId(i) != asked && std::holds_alternative<std::monostate>(conflict.parties[i].preference))
      console.sayNote(conflict.parties[i].name +
                      " has no preferences in this model: the questions are those that matter while it is "
                      "indifferent; --complete asks all");
}

Talk::Lines linesOf(const std::vector<std::string>& lines) {
  return [lines, next = std::size_t{0}]() mutable {
    return next < lines.size() ? std::optional(lines[next++]) : std::nullopt;
  };
}

std::vector<std::string> linesIn(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

/// What the party has said in ledgers. False (and said) where one cannot be read.
bool volunteered(Talk& talk, const model::Conflict& conflict, const analysis::Stakes& stakes,
                 const Arguments& arguments, Console& console) {
  for (const std::string& path : arguments.values("--ledger")) {
    const auto ledger = keptLedger(path);
    if (!ledger.problem.empty()) {
      console.sayError('`' + path + "` " + ledger.problem, "`stasis read REPORT --format json` writes one");
      return false;
    }
    const auto spoken = analysis::spokenPreferences(conflict, stakes, ledger.entries);
    for (const auto& answer : spoken.answers)
      talk.volunteer(answer);
    for (const std::string& words : spoken.notUsed)
      console.sayNote("not used, it prefers what the model does not name: " + report::printable(words));
    if (spoken.statements == 0)
      console.sayNote('`' + path + "` has no statement in which " + conflict.party(stakes.party()).name +
                      " would rather have one thing than another");
  }
  return true;
}

bool canTalk(const Arguments& arguments) { return arguments.operands[0] != "-" && heldHere() == nullptr; }

/// False where an answer given beforehand could not be used.
bool answeredBefore(Talk& talk, const Arguments& arguments, Console& console) {
  for (const std::string& path : arguments.values("--answers")) {
    const auto source = readFile(path, console);
    if (!source ||
        (!talk.run(linesOf(linesIn(std::string(source->text()))), '`' + path + '`', Talk::From::before) &&
         !talk.quit()))
      return false;
  }
  return (canTalk(arguments) && !arguments.has("--answer")) ||
         talk.run(linesOf(arguments.values("--answer")), "--answer", Talk::From::before);
}

/// The rest, from standard input.
Exit answeredNow(Talk& talk, Console& console) {
  LineInput input(console.errand());
  const bool terminal = input.isTerminal();
  const bool good = talk.run([&] { return input.next(); }, "standard input",
                             terminal ? Talk::From::terminal : Talk::From::pipe);
  if (input.interrupted())
    return Exit::interrupted;
  if (!good && !terminal)
    return Exit::wrong;
  if (const auto left = talk.view().next; left && !terminal && !talk.quit()) {
    console.sayError("standard input ends, and at most " + std::to_string(left->atMost) +
                         " questions are left",
                     "`q` in a last line ends there");
    return Exit::wrong;
  }
  return Exit::done;
}

Exit asked(Talk& talk, const Arguments& arguments, Console& console) {
  Exit status = answeredBefore(talk, arguments, console) ? Exit::done : Exit::wrong;
  if (status == Exit::done && canTalk(arguments) && !talk.quit() && talk.view().next)
    status = answeredNow(talk, console);
  const bool written = deliver(rendered(talk.view(), arguments), arguments, console);
  return written || status != Exit::done ? status : Exit::wrong;
}

/// By criteria and weights, without a question.
Exit scored(const analysis::Stakes& stakes, const std::vector<model::Concept>& concepts,
            stability::Engine& engine, const Arguments& arguments, Console& console) {
  const auto answers = answersFromScores(arguments, engine, stakes, console);
  if (!answers)
    return Exit::wrong;
  const report::ElicitationView view{engine, stakes, concepts, true, *answers};
  return deliver(rendered(view, arguments), arguments, console) ? Exit::done : Exit::wrong;
}

Exit elicit(const Arguments& arguments, Console& console) {
  ConceptsAsked conceptsAsked;
  if (!readConceptsForAll(arguments, conceptsAsked, console))
    return Exit::usage;
  auto [model, status] = openModel(arguments.operands[0], arguments, console);
  if (!model)
    return status;
  auto& engine = *model->engine;
  const auto party = partyAsked(arguments, engine.conflict(), console);
  const auto concepts =
      party ? classicalConcepts(conceptsAsked, "it is known which answers matter", console) : std::nullopt;
  if (!concepts)
    return Exit::usage;
  if (isTooLarge(engine, console))
    return Exit::limit;
  try {
    if (!arguments.has("--complete") && !arguments.has("--from"))
      noteSilentParties(*party, engine.conflict(), console);
    const analysis::Rules rules(engine);
    const analysis::Stakes stakes(engine, rules, *party, *concepts, console.errand());
    if (arguments.has("--from"))
      return scored(stakes, *concepts, engine, arguments, console);
    Talk talk(engine, stakes, *concepts, arguments.has("--complete"), console);
    if (!volunteered(talk, engine.conflict(), stakes, arguments, console))
      return Exit::wrong;
    return asked(talk, arguments, console);
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
  verb.about = "Asks which of two states the party would rather have, and asks only what can still change an "
               "equilibrium: two\n"
               "rankings fit all answers so far, differ in these two states alone, and have different "
               "equilibria. When no such\n"
               "question is left, every ranking with these answers has the same equilibria. Answers: 1, 2, = "
               "(alike), ? (not known),\n"
               "u (take back the last), s FILE (save the answers), q (end, with everything kept); or any two "
               "states, as in war > peace.\n"
               "An answer that contradicts others is shown with the shortest circle that it closes, and you "
               "say which is wrong.\n"
               "The result is a `rank` block with the answers as comments; pairs that nobody knows become "
               "`unsure`. What the model\n"
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
      {"--weights", "LIST", "how much each criterion counts, such as cost=2,trust=0.5", {}, ""},
      {"--tolerance", "N", "of --from: states whose worths differ by no more are alike", {}, "0"},
      {"--ledger",
       "FILE",
       "answers from what the party has said it would rather have, in a ledger of `read`; may be repeated",
       {},
       "",
       Kind::text,
       true},
      {"--concept", "LIST", "only what changes equilibria under these concepts", {}, "classical"},
      {"--format", "FORMAT", "how to answer", {"text", "json"}, "text"},
  };
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
