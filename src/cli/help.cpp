#include "cli/command_line.h"
#include "cli/console.h"
#include "cli/verb.h"
#include "language/codes/codes.h"
#include "language/codes/nearest.h"

namespace stasis::cli {

namespace {

std::string allCodes() {
  std::string out;
  for (const language::Code& code : language::codes())
    out += std::string(code.code) + "  " + std::string(code.title) + "\n";
  return out;
}

Exit help(const Arguments& arguments, Console& console) {
  const auto print = [&](const std::string& text) { return console.print(text) ? Exit::done : Exit::wrong; };
  if (arguments.operands.empty())
    return print(programHelp());
  std::string word = arguments.operands[0];
  if (word == "codes")
    return print(allCodes());
  if (const Verb* verb = findVerb(word))
    return print(verbHelp(*verb));
  if (const auto* code = language::findCode(word))
    return print(std::string(code->code) + "  " + std::string(code->title) + "\n\n" +
                 language::explain(*code));
  std::vector<std::string_view> known{"codes"};
  for (const Verb& verb : verbs())
    known.push_back(verb.name);
  for (const language::Code& code : language::codes())
    known.push_back(code.code);
  const auto meant = language::nearest(word, known);
  console.sayError("there is no help on `" + word + "`",
                   meant ? "did you mean `" + std::string(*meant) + "`?"
                         : "`stasis help` lists the verbs, `stasis help codes` the codes");
  return Exit::usage;
}

} // namespace

Verb helpVerb() {
  Verb verb;
  verb.name = "help";
  verb.summary = "what a verb does or what a diagnostic code means";
  verb.about = "Without an operand the verbs; with a verb its help; with a code such as S0203 what it means, "
               "with an example of the\n"
               "mistake and of the text mended; with `codes` all of them.";
  verb.operands = {{"TOPIC", "a verb, a code, or `codes`", false, false, false}};
  verb.examples = {"stasis help solve", "stasis help S0203"};
  verb.run = help;
  return verb;
}

} // namespace stasis::cli
