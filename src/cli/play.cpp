#include "analysis/play/play.h"

#include "cli/console.h"
#include "cli/files.h"
#include "cli/given.h"
#include "cli/line_input.h"
#include "cli/model_file.h"
#include "cli/view_asked.h"
#include "model/trimmed.h"
#include "report/explain/explanation.h"
#include "report/play/play.h"
#include "report/telling/page.h"

#include <algorithm>
#include <charconv>

namespace stasis::cli {

using model::PartyId;

namespace {

constexpr std::string_view commands =
    "a number moves; 0 stays; u undo; b back to the start; ? hint (? 2 for move 2); "
    "w why; m all moves; s FILE save; q quit";

class Session {
public:
  Session(stability::Engine& engine, const analysis::Rules& rules, model::Pattern start,
          const Arguments& arguments, Console& console)
      : engine_(engine), play_(engine, rules, std::move(start)), console_(console),
        dice_(arguments.number("--seed").value_or(1)), random_(arguments.value("--others") == "random"),
        header_("# stasis play " + arguments.operands[0]) {
    for (const char* option : {"--view", "--from", "--as", "--others", "--seed"})
      if (arguments.has(option))
        header_ += ' ' + std::string(option) + " '" + arguments.value(option) + '\'';
    for (std::size_t i = 0; i < engine.conflict().parties.size(); ++i)
      everybody_.emplace_back(i);
  }

  /// The parties that the user plays; the others move by themselves.
  void playAs(std::vector<PartyId> parties) {
    for (const PartyId id : everybody_)
      if (std::ranges::find(parties, id) == parties.end())
        others_.push_back(id);
    own_ = std::move(parties);
  }

  Exit run() {
    print(std::string(commands) + ".\n\n");
    show(false);
    LineInput input(console_.errand());
    const bool talking = input.isTerminal();
    for (;;) {
      if (talking)
        print("> ");
      const auto line = input.next();
      if (!line)
        break;
      const std::string command(model::trimmed(std::string_view(*line).substr(0, line->find('#'))));
      if (!talking && !command.empty())
        print("> " + command + '\n');
      if (command == "q" || command == "quit" || (!command.empty() && !obey(command)))
        break;
    }
    if (input.interrupted())
      return Exit::interrupted;
    if (!atRest_)
      print("\n" + verdict());
    return whole_ ? Exit::done : Exit::wrong;
  }

private:
  stability::Engine& engine_;
  analysis::Play play_;
  Console& console_;
  std::mt19937_64 dice_;
  const bool random_;
  std::string header_;
  std::vector<PartyId> everybody_, own_, others_;
  std::vector<analysis::PlayMove> moves_;
  std::vector<std::size_t> turns_;    ///< the number of steps before each turn
  std::vector<std::string> commands_; ///< given so far, with their effects
  bool atRest_ = false;
  bool whole_ = true; ///< everything could be printed

  void print(const std::string& text) {
    whole_ = whole_ && console_.print(report::onPage(text, console_.look()));
  }

  // --- what is shown

  void show(bool stayed) {
    moves_ = play_.moves(own_);
    print(report::playState(engine_, play_, console_.look()));
    atRest_ = !play_.wouldMove(everybody_) || (stayed && !play_.wouldMove(others_));
    if (atRest_) {
      print(stayed && play_.wouldMove(own_) ? "The others would not move, and you stay.\n"
                                            : "Nobody would move.\n");
      print(verdict() + "The play ends here; u undoes, b begins again, q quits.\n");
      return;
    }
    print(report::playMoves(engine_, play_, moves_, false, console_.look()));
  }

  std::string verdict() {
    std::vector<model::Concept> concepts;
    for (const auto& row : model::concepts)
      concepts.push_back(row.id);
    return report::playVerdict(
        engine_, analysis::explain(engine_, play_.state(), everybody_, concepts, {}, console_.errand()));
  }

  // --- commands

  /// False if its output cannot be printed.
  bool obey(const std::string& command) {
    const std::string rest(model::trimmed(std::string_view(command).substr(1)));
    if (command == "u" || command == "b")
      back(command);
    else if (command == "m")
      print(report::playMoves(engine_, play_, moves_, true, console_.look()));
    else if (command == "w")
      why();
    else if (command[0] == '?')
      hint(rest);
    else if (command == "s" || command.starts_with("s "))
      save(rest);
    else
      step(command);
    return whole_;
  }

  std::optional<std::size_t> numberIn(const std::string& text) {
    std::size_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size()) {
      print("`" + text + "` is no command: " + std::string(commands) + ".\n");
      return std::nullopt;
    }
    if (number > moves_.size()) {
      print(moves_.empty()
                ? "There is no move " + text + "; nobody here can move.\n"
                : "There is no move " + text + "; they are 1 to " + std::to_string(moves_.size()) + ".\n");
      return std::nullopt;
    }
    return number;
  }

  void step(const std::string& command) {
    const auto number = numberIn(command);
    if (!number)
      return;
    if (atRest_)
      return print("The play has ended; u undoes, b begins again.\n");
    if (*number == 0 && others_.empty())
      return print("With everybody to move, staying changes nothing; q quits.\n");
    turns_.push_back(play_.steps().size());
    commands_.push_back(command);
    if (*number > 0)
      take(moves_[*number - 1]);
    othersMove();
    show(*number == 0);
  }

  void take(const analysis::PlayMove& move) {
    play_.take(move);
    const std::string words = report::playStep(engine_, play_.steps().back(), console_.look());
    print(words + '\n');
    commands_.back() += "  # " + words;
  }

  /// Each of the others in turn makes a move, if it has an improvement and may move.
  void othersMove() {
    for (const PartyId party : others_) {
      const auto move = random_ ? play_.random(party, dice_) : play_.best(party);
      if (!move)
        continue;
      play_.take(*move);
      const std::string words = report::playStep(engine_, play_.steps().back(), console_.look());
      print(words + '\n');
      commands_.back() += (commands_.back().find('#') == std::string::npos ? "  # " : "; ") + words;
    }
  }

  void back(const std::string& command) {
    if (turns_.empty())
      return print("This is the start.\n");
    commands_.push_back(command);
    const std::size_t turn = command == "b" ? 0 : turns_.size() - 1;
    play_.backTo(turns_[turn]);
    turns_.resize(turn);
    show(false);
  }

  void hint(const std::string& rest) {
    if (!rest.empty()) {
      const auto number = numberIn(rest);
      if (number && *number > 0)
        print(report::playAnswers(engine_, play_, moves_[*number - 1], console_.look()));
      return;
    }
    std::size_t told = 0;
    for (const auto& move : moves_)
      if (move.improves() && told < 5) {
        print(report::playAnswers(engine_, play_, move, console_.look()));
        ++told;
      }
    if (told == 0)
      print("There is no improvement to think of; ? 2 looks at move 2.\n");
  }

  void why() {
    std::vector<model::Concept> concepts;
    for (const auto& row : model::concepts)
      concepts.push_back(row.id);
    const auto answer = analysis::explain(engine_, play_.state(), own_, concepts,
                                          {.improvements = 3, .answers = 4, .effort = {}}, console_.errand());
    print(report::explanationText({engine_, answer}, console_.look()));
  }

  void save(const std::string& path) {
    if (path.empty())
      return print("Where to? s FILE saves the transcript.\n");
    std::string text = header_ + '\n';
    for (const auto& command : commands_)
      text += command + '\n';
    if (writeFile(path, text, false, console_))
      print("Saved.\n");
  }
};

Exit play(const Arguments& arguments, Console& console) {
  if (arguments.operands[0] == "-") {
    console.sayError("`stasis play` reads its commands from standard input",
                     "give it the conflict as a file");
    return Exit::usage;
  }
  auto [model, status] = openModel(arguments.operands[0], arguments, console);
  if (!model)
    return status;
  auto& engine = *model->engine;
  const auto from = oneStateGiven("--from", arguments.value("--from"), engine, console);
  std::optional<std::vector<PartyId>> own;
  if (arguments.has("--as"))
    own = partiesGiven(arguments.values("--as"), engine.conflict(), console);
  else
    own = allParties(engine.conflict());
  if (!from || !own)
    return Exit::usage;
  try {
    const analysis::Rules rules(engine);
    Session session(engine, rules, *from, arguments, console);
    session.playAs(*own);
    return session.run();
  } catch (const stability::LimitReached& reached) {
    return sayStopped(reached.limit(), reached.what(), console);
  }
}

} // namespace

Verb playVerb() {
  Verb verb;
  verb.name = "play";
  verb.summary = "move through a conflict step by step";
  verb.about = "Begins in a state and asks for moves, improvements first, each with whom it serves. "
               "Without --as every party is yours; with it the others answer each of your moves with an "
               "improvement of their own, the best or a random one. The play ends where nobody would "
               "move, and says under which concepts that state holds. Commands: a number, 0 to stay, u "
               "(undo), b (back to the start), ? (what the others could answer, and whether it deters), "
               "w (why), m (all moves), s FILE (save the transcript), q. On a pipe it reads the same "
               "commands and prints the same; a transcript can be played again so.";
  verb.operands = {{"FILE", "the conflict"}};
  verb.options = {
      {"--from", "STATE", "where to begin", {}, "status-quo"},
      {"--as", "LIST", "play these parties only", {}, "", OptionRow::Kind::text, true},
      {"--others", "HOW", "which improvement the others take", {"best", "random"}, "best"},
      {"--seed", "N", "of --others random", {}, "1", OptionRow::Kind::number},
  };
  verb.options.push_back(viewOption());
  verb.add(engineOptions());
  verb.examples = {"stasis play conflicts/syria-iraq/syria-iraq.conflict --as Iraq",
                   "stasis play model.conflict --as Iraq < transcript"};
  verb.run = play;
  return verb;
}

} // namespace stasis::cli
