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

report::ElicitationView Talk::view() {
  if (!view_)
    view_.emplace(comparison_.view(answers_));
  return *view_;
}

bool Talk::run(const Lines& lines, const std::string& name, From from) {
  lines_ = &lines;
  name_ = name;
  from_ = from;
  heard_.clear();
  for (const auto& answer : std::exchange(volunteered_, {}))
    if (!take(answer))
      return false;
  if (terminal())
    console_.say(commands);
  for (;;) {
    if (terminal())
      ask();
    const auto said = nextLine();
    if (!said)
      return true;
    if (said->empty())
      continue;
    const Step step = obey(*said);
    if (step == Step::end || quit_)
      return quit_;
    if (step == Step::again && !terminal())
      return false;
  }
}

std::optional<std::string> Talk::nextLine() {
  const auto line = (*lines_)();
  if (!line)
    return std::nullopt;
  constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
  const std::size_t begin = heard_.size();
  heard_ += heard_.empty() && line->starts_with(byteOrderMark) ? line->substr(3) : *line;
  const std::string_view words = withoutComment(std::string_view(heard_).substr(begin));
  line_ = {static_cast<std::size_t>(words.data() - heard_.data()), 0};
  line_.end = line_.begin + words.size();
  std::string said(words);
  heard_ += '\n';
  return said;
}

void Talk::ask() {
  const auto now = view();
  console_.say(now.next ? report::questionText(now, console_.errorLook())
                        : "\nNothing is left to ask. q ends; u takes back the last answer.\n");
  console_.say("> ");
}

Talk::Step Talk::wrong(const std::string& problem, const std::string& help, model::Range at) {
  if (terminal()) {
    console_.say(problem + (help.empty() ? "" : "; " + help) + ".\n");
    return Step::again;
  }
  language::Diagnostic said;
  said.code = "S0719";
  said.range = at.empty() ? line_ : at;
  said.message = problem;
  said.help = help;
  console_.sayProblems({said}, language::SourceText(name_, heard_));
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
    view_.reset();
    return Step::on;
  }
  if (line == "s" || line.starts_with("s "))
    return save(std::string(withoutComment(line.substr(1))));
  if (line.size() == 1 && std::string_view("12=~?").find(line[0]) != std::string_view::npos) {
    const auto now = view();
    if (!now.next)
      return wrong("`" + line + "` answers no question: nothing is left to ask", "");
    if (!terminal())
      console_.say(report::questionText(now, console_.errorLook()) + "> " + line + '\n');
    return take(*answerTo(*now.next, line)) ? Step::on : Step::end;
  }
  const auto read = answerNamed([&](std::string_view text) { return comparison_.named(text); }, line);
  if (!read.answer && read.at.empty())
    return wrong(read.problem, read.help);
  if (!read.answer) {
    const auto begin = line_.begin + static_cast<std::size_t>(read.at.data() - line.data());
    return wrong(read.problem, read.help, {begin, begin + read.at.size()});
  }
  return take(*read.answer) ? Step::on : Step::end;
}

bool Talk::take(const PairAnswer& answer) {
  for (;;) {
    const auto circle = answers_.add(answer);
    if (circle.empty()) {
      view_.reset();
      return true;
    }
    console_.say(report::circleText(view(), circle, answer));
    const auto wrongOne = mended(circle.size());
    if (!wrongOne)
      return false;
    if (*wrongOne == 0)
      return true;
    answers_.remove(circle[*wrongOne - 1]);
    view_.reset();
  }
}

std::optional<std::size_t> Talk::mended(std::size_t answers) {
  for (;;) {
    if (terminal())
      console_.say("> ");
    const auto said = nextLine();
    if (!said) {
      if (!terminal())
        console_.sayError('`' + name_ + "` ends before it says which answer is wrong",
                          "a number from the list above, 0 for the new answer");
      return std::nullopt;
    }
    if (said->empty())
      continue;
    if (*said == "q")
      quit_ = true;
    if (*said == "q" || *said == "u") // the new answer is not taken
      return 0;
    std::size_t number = 0;
    const auto read = std::from_chars(said->data(), said->data() + said->size(), number);
    if (read.ec == std::errc() && read.ptr == said->data() + said->size() && number <= answers) {
      if (!terminal())
        console_.say("> " + *said + '\n');
      return number;
    }
    wrong("`" + *said + "` is none of the answers", "a number from 0 to " + std::to_string(answers));
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
  else if (writeFile(path, transcript(), false, console_))
    console_.say("Saved.\n");
  return Step::on;
}

} // namespace stasis::cli
