#include "cli/command_line.h"
#include "cli/console.h"
#include "cli/topics.h"
#include "cli/verb.h"
#include "language/codes/codes.h"
#include "language/codes/nearest.h"
#include "model/lower_case.h"
#include "report/telling/page.h"
#include "report/telling/state_words.h"

namespace stasis::cli {

namespace {

std::string allCodes() {
  std::string out;
  for (const language::Code& code : language::codes())
    out += std::string(code.code) + "  " + std::string(code.title) + "\n";
  return out;
}

/// Those that begin so: `S02`.
std::string codesWith(const std::string& begin) {
  std::string out;
  for (const language::Code& code : language::codes())
    if (begin.size() > 1 && model::lowerCase(code.code).starts_with(model::lowerCase(begin)))
      out += std::string(code.code) + "  " + std::string(code.title) + "\n";
  return out;
}

Exit help(const Arguments& arguments, Console& console) {
  const std::size_t columns = console.look().width;
  const auto print = [&](const std::string& text) {
    return console.print(report::onPage(text, console.look())) ? Exit::done : Exit::wrong;
  };
  if (arguments.operands.empty())
    return print(programHelp(columns) +
                 "\nTopics, for `stasis help TOPIC` (also a code such as S0203, or `codes`)\n" + topicList());
  const std::string word = report::joined(arguments.operands, " "); // `status quo`
  if (word == "codes")
    return print(allCodes());
  if (const Verb* verb = findVerb(word))
    return print(verbHelp(*verb, columns));
  if (const auto* code = language::findCode(word))
    return print(std::string(code->code) + "  " + std::string(code->title) + "\n\n" +
                 paragraphs(language::explain(*code), columns));
  if (word == "topics")
    return print(topicList());
  if (const Topic* topic = findTopic(word))
    return print(told(*topic, columns));
  std::vector<std::string_view> known{"codes", "topics"};
  for (const Topic& topic : topics())
    known.push_back(topic.name);
  for (const Verb& verb : verbs())
    known.push_back(verb.name);
  for (const language::Code& code : language::codes())
    known.push_back(code.code);
  const auto codes = codesWith(word);
  if (codes.size() > 0)
    return print(codes);
  const auto meant = language::nearest(word, known);
  console.sayError("there is no help on `" + word + "`",
                   meant ? "did you mean `" + std::string(*meant) + "`?"
                         : "`stasis help` lists verbs and topics, `stasis help codes` the codes");
  return Exit::usage;
}

} // namespace

Verb helpVerb() {
  Verb verb;
  verb.name = "help";
  verb.summary = "what a verb does, what a concept means, what a diagnostic code says";
  verb.about = "Without an operand the verbs and the topics; with a verb its help; with a topic such as "
               "`seq` or `equilibrium` what it means, with its definition, an example and its source; "
               "with a code such as S0203 what it means, with an example of the mistake and of the text "
               "mended; with `codes` all of them.";
  verb.operands = {{"TOPIC", "a verb, a topic, a code, `topics` or `codes`", false, true, false}};
  verb.examples = {"stasis help solve", "stasis help seq", "stasis help S0203"};
  verb.run = help;
  return verb;
}

} // namespace stasis::cli
