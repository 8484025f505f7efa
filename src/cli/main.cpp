// The program: which verb, with what, and what came of it.

#include "cli/command_line.h"
#include "cli/console.h"
#include "cli/model_file.h"
#include "cli/verb.h"
#include "language/codes/nearest.h"
#include "report/telling/page.h"

#include <clocale>
#include <cstdio>
#include <exception>
#include <new>

namespace stasis::cli {
namespace {

Exit unknownVerb(const std::string& word, Console& console) {
  std::vector<std::string_view> names;
  for (const Verb& verb : verbs())
    names.push_back(verb.name);
  const auto meant = language::nearest(word, names);
  console.sayError("stasis has no verb `" + word + "`",
                   meant ? "did you mean `stasis " + std::string(*meant) + "`?"
                         : "`stasis --help` lists the verbs");
  return Exit::usage;
}

/// `--format json` of a command line that is otherwise wrong.
Arguments formatAsked(const std::vector<std::string>& words) {
  Arguments arguments;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i] == "--format=json" ||
        (words[i] == "--format" && i + 1 < words.size() && words[i + 1] == "json"))
      arguments.options["--format"] = {"json"};
  return arguments;
}

Exit runVerb(const Verb& verb, const std::vector<std::string>& words) {
  const auto read = readArguments(verb, words);
  if (const auto* usage = std::get_if<Usage>(&read)) {
    Console console(formatAsked(words));
    console.sayError(usage->message, usage->help);
    console.printProblemsAsJson();
    return Exit::usage;
  }
  const auto& arguments = std::get<Arguments>(read);
  Console console(arguments);
  if (arguments.has("--help"))
    return console.print(report::onPage(verbHelp(verb), console.look())) ? Exit::done : Exit::wrong;
  Exit status = Exit::done;
  try {
    status = verb.run(arguments, console);
  } catch (const stability::LimitReached& reached) { // while an answer was being told
    status = sayStopped(reached.limit(), reached.what(), console);
  }
  if (status != Exit::done)
    console.printProblemsAsJson();
  return status;
}

Exit run(const std::vector<std::string>& words) {
  Console console(Arguments{});
  if (words.empty()) {
    console.say(report::onPage(programHelp(), console.errorLook()));
    return Exit::usage;
  }
  const std::string& first = words.front();
  if (first == "--help" || first == "-h")
    return console.print(report::onPage(programHelp(), console.look())) ? Exit::done : Exit::wrong;
  if (first == "--version" || first == "-V")
    return console.print("stasis " STASIS_VERSION "\n") ? Exit::done : Exit::wrong;
  const Verb* verb = findVerb(first);
  return verb != nullptr ? runVerb(*verb, {words.begin() + 1, words.end()}) : unknownVerb(first, console);
}

} // namespace
} // namespace stasis::cli

int main(int argc, char** argv) {
  std::setlocale(LC_CTYPE, "C.UTF-8");
  if (argc > 0 && std::string_view(argv[0]).find('/') != std::string_view::npos)
    stasis::cli::programName() = argv[0];
  try {
    return static_cast<int>(stasis::cli::run({argv + 1, argv + argc}));
  } catch (const std::bad_alloc&) {
    std::fputs("error: memory is exhausted\nhelp: --max-memory sets a limit below what the machine has\n",
               stderr);
    return static_cast<int>(stasis::cli::Exit::limit);
  } catch (const std::exception& defect) {
    std::fprintf(stderr,
                 "error: internal: %s\nhelp: this is a defect of stasis " STASIS_VERSION
                 "; please send the command line and the file that led to it\n",
                 defect.what());
    return static_cast<int>(stasis::cli::Exit::internal);
  }
}
