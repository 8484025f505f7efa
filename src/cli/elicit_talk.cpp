#include "cli/elicit_talk.h"

#include "cli/console.h"
#include "cli/elicit_answers.h"
#include "cli/files.h"

#include <charconv>

namespace stasis::cli {

using analysis::PairAnswer;

namespace {

constexpr std::string_view commands = "1 or 2: the one it would rather have; = alike; ? not known; u takes "
                                      "back the last answer; s FILE saves the "
                                      "answers; q ends, with everything kept.\n";

} // namespace

Talk::Talk(stability::Engine& engine, const analysis::Stakes& stakes,
           const std::vector<model::Concept>& concepts, bool complete, Console& console)
    : engine_(engine), stakes_(stakes), concepts_(concepts), complete_(complete), console_(console),
      questions_(stakes, engine.conflict(), complete, console.errand()), answers_(stakes.states().size()) {}

report::ElicitationView Talk::view() {
  if (!next_)
    next_ = questions_.next(answers_.order(), answers_.unknown());
  return {engine_, stakes_, concepts_, complete_, answers_, *next_, questions_.open(answers_.order())};
}

bool Talk::run(const Lines& lines, const std::string& name, From from) {
  lines_ = &lines;
  name_ = name;
  from_ = from;
  line_ = 0;
  for (const auto& answer : std::exchange(volunteered_, {}))
    if (!take(answer))
      return false;
  if (terminal())
    console_.say(commands);
  for (;;) {
    if (terminal())
      ask();
    const auto line = nextLine();
    if (!line)
      return true;
    const std::string said = withoutComment(*line);
    if (said.empty())
      continue;
    const Step step = obey(said);
    if (step == Step::end || quit_)
      return quit_;
    if (step == Step::again && !terminal())
      return false;
  }
}

std::optional<std::string> Talk::nextLine() {
  ++line_;
  return (*lines_)();
}

void Talk::ask() {
  const auto now = view();
  console_.say(now.next ? report::questionText(now, console_.errorLook())
                        : "\nNothing is left to ask. q ends; u takes back the last answer.\n");
  console_.say("> ");
}

Talk::Step Talk::wrong(const std::string& problem, const std::string& help) {
  if (terminal())
    console_.say(problem + (help.empty() ? "" : "; " + help) + ".\n");
  else
    console_.sayError("line " + std::to_string(line_) + " of " + name_ + ": " + problem, help);
  return Step::again;
}

Talk::Step Talk::obey(const std::string& line) {
  if (line == "q") {
    quit_ = true;
    return Step::end;
  }
  if (line == "u") {
    if (answers_.all().empty())
      return wrong("there is no answer to take back", "");
    answers_.remove(answers_.all().size() - 1);
    next_.reset();
    return Step::on;
  }
  if (line == "s" || line.starts_with("s "))
    return save(withoutComment(line.substr(1)));
  if (line.size() == 1 && std::string_view("12=~?").find(line[0]) != std::string_view::npos) {
    const auto now = view();
    if (!now.next)
      return wrong("`" + line + "` answers no question: nothing is left to ask", "");
    if (!terminal())
      console_.say(report::questionText(now, console_.errorLook()) + "> " + line + '\n');
    return take(*answerTo(*now.next, line)) ? Step::on : Step::end;
  }
  const auto read = answerNamed(engine_, stakes_, line);
  if (!read.answer)
    return wrong(read.problem, read.help);
  return take(*read.answer) ? Step::on : Step::end;
}

bool Talk::take(const PairAnswer& answer) {
  for (;;) {
    const auto circle = answers_.add(answer);
    if (circle.empty()) {
      next_.reset();
      return true;
    }
    console_.say(report::circleText(view(), circle, answer));
    const auto wrongOne = mended(circle.size());
    if (!wrongOne)
      return false;
    if (*wrongOne == 0)
      return true;
    answers_.remove(circle[*wrongOne - 1]);
    next_.reset();
  }
}

std::optional<std::size_t> Talk::mended(std::size_t answers) {
  for (;;) {
    if (terminal())
      console_.say("> ");
    const auto line = nextLine();
    if (!line) {
      if (!terminal())
        console_.sayError(name_ + " ends before it says which answer is wrong",
                          "a number from the list above, 0 for the new answer");
      return std::nullopt;
    }
    const std::string said = withoutComment(*line);
    std::size_t number = 0;
    const auto read = std::from_chars(said.data(), said.data() + said.size(), number);
    if (read.ec == std::errc() && read.ptr == said.data() + said.size() && number <= answers) {
      if (!terminal())
        console_.say("> " + said + '\n');
      return number;
    }
    wrong("`" + said + "` is none of the answers", "a number from 0 to " + std::to_string(answers));
    if (!terminal())
      return std::nullopt;
  }
}

Talk::Step Talk::save(const std::string& path) {
  if (from_ == From::before)
    return wrong("`s` saves answers while questions are asked, not from among answers given before",
                 "take it out; `-o FILE` keeps the result");
  if (path.empty())
    console_.say("Where to? s FILE saves the answers.\n");
  else if (writeFile(path, report::transcript(view()), false, console_))
    console_.say("Saved.\n");
  return Step::on;
}

} // namespace stasis::cli
