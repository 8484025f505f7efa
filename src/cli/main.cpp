// The program: finds the verb, runs it, and returns its status.

#include "cli/command_line.h"
#include "cli/console.h"
#include "cli/guarded.h"
#include "cli/model_file.h"
#include "cli/run_bounds.h"
#include "cli/serving_verbs.h"
#include "cli/third_parties.h"
#include "cli/verb.h"
#include "language/codes/nearest.h"
#include "report/telling/page.h"
#include "report/telling/problems.h"
#include "report/telling/shell_word.h"
#include "stability/limit_words.h"
#include "stability/memory.h"
#include "stability/threads.h"

#include <unistd.h>

#include <algorithm>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <new>
#include <optional>
#include <system_error>

namespace stasis::cli {
namespace {

/// What may be meant by a first word that is not a verb.
std::string otherwiseMeant(const std::string& word) {
  std::error_code none;
  const auto dot = word.find_last_of('.');
  const std::string ending = dot == std::string::npos ? "" : word.substr(dot);
  if (word == "version" || word == "-v" || word == "-version")
    return "`stasis --version` prints the version";
  if (word.starts_with('-'))
    return "the verb comes first: `stasis solve FILE " + word + " …`; `stasis --help` lists the verbs";
  if (ending == ".conflict" || ending == ".gmcr" || std::filesystem::exists(word, none))
    return "the verb comes first: `stasis solve " + report::shellWord(word) + "`";
  return "`stasis --help` lists the verbs";
}

Exit unknownVerb(const std::string& word, Console& console) {
  std::vector<std::string_view> names;
  for (const Verb& verb : verbs())
    names.push_back(verb.name);
  const auto meant = language::nearest(word, names);
  console.sayError("stasis has no verb `" + word + "`",
                   meant ? "did you mean `stasis " + std::string(*meant) + "`?" : otherwiseMeant(word));
  return Exit::usage;
}

/// Finds `--format json` in a command line that is otherwise wrong.
Arguments formatAsked(const std::vector<std::string>& words) {
  Arguments arguments;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i] == "--format=json" ||
        (words[i] == "--format" && i + 1 < words.size() && words[i + 1] == "json"))
      arguments.options["--format"] = {"json"};
  return arguments;
}

bool isServer(const Verb& verb) { return verb.name == "studio" || verb.name == "mcp" || verb.name == "lsp"; }

/// Applies --max-memory and --threads, whatever the verb does. Servers give theirs to what they compute in
/// processes of its own.
void keepBounds(const Verb& verb, const Arguments& arguments) {
  constexpr std::uint64_t least = std::uint64_t{64} << 20U;
  const auto asked = isServer(verb) ? std::nullopt : arguments.bytes("--max-memory");
  stability::useThreads(static_cast<std::size_t>(arguments.number("--threads").value_or(0)));
  boundMemory(std::max(least, asked.value_or(stability::memoryToUse())));
}

/// For a run that is ended from outside: the verb is still at work, so nothing of its may be touched.
int sayCutOff(bool interrupted, bool json) {
  if (interrupted) {
    std::fputs("interrupted\n", stderr);
    return static_cast<int>(Exit::interrupted);
  }
  std::fprintf(stderr, "error: %s\n", stability::timeLimitReached);
  if (json && !answerBegun()) {
    const std::string problems = report::problemsJson({report::problemJson(stability::timeLimitReached, {})});
    std::fwrite(problems.data(), 1, problems.size(), stdout);
    std::fflush(stdout);
  }
  return static_cast<int>(Exit::limit);
}

/// False for servers: these end in their own time.
bool endsByBounds(const Verb& verb) {
  return !isServer(verb) &&
         std::ranges::find(verb.options, "--timeout", &OptionRow::name) != verb.options.end();
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
    return console.print(report::onPage(verbHelp(verb, console.look().width), console.look())) ? Exit::done
                                                                                               : Exit::wrong;
  std::optional<RunBounds> bounds;
  const Exit status = guarded(console, [&] {
    keepBounds(verb, arguments);
    if (endsByBounds(verb))
      bounds.emplace(console.errand(), [json = arguments.value("--format") == "json"](bool interrupted) {
        return sayCutOff(interrupted, json);
      });
    return verb.run(arguments, console);
  });
  if (status != Exit::done)
    console.printProblemsAsJson();
  return status;
}

Exit run(const std::vector<std::string>& words) {
  Console console(Arguments{});
  if (words.empty()) {
    console.say(report::onPage(programHelp(console.errorLook().width), console.errorLook()));
    return Exit::usage;
  }
  const std::string& first = words.front();
  const bool help = first == "--help" || first == "-h";
  if (const Verb* of = help && words.size() == 2 ? findVerb(words[1]) : nullptr)
    return runVerb(*of, {"--help"});
  if (help)
    return console.print(report::onPage(programHelp(console.look().width), console.look())) ? Exit::done
                                                                                            : Exit::wrong;
  if (first == "--version" || first == "-V") {
    const bool verbose = std::ranges::find(words, "--verbose") != words.end();
    return console.print("stasis " STASIS_VERSION "\n" + (verbose ? "\n" + thirdParties() : ""))
               ? Exit::done
               : Exit::wrong;
  }
  const Verb* verb = findVerb(first);
  return verb != nullptr ? runVerb(*verb, {words.begin() + 1, words.end()}) : unknownVerb(first, console);
}

bool outOfMemory(const std::exception_ptr& thrown) {
  if (thrown == nullptr)
    return false;
  try {
    std::rethrow_exception(thrown);
  } catch (const std::bad_alloc&) {
    return true;
  } catch (...) {
    return false;
  }
}

/// If memory runs out during stack unwinding, nothing can be caught any more.
[[noreturn]] void endedByTerminate() {
  if (outOfMemory(std::current_exception())) {
    std::fputs("error: memory is exhausted\nhelp: --max-memory sets the limit\n", stderr);
    ::_exit(static_cast<int>(Exit::limit));
  }
  std::fputs("error: internal: the program could not go on\nhelp: this is a defect of stasis " STASIS_VERSION
             "; please send the command line and the file that led to it\n",
             stderr);
  ::_exit(static_cast<int>(Exit::internal));
}

} // namespace
} // namespace stasis::cli

int main(int argc, char** argv) {
  std::signal(SIGXFSZ, SIG_IGN); // a file that grows too large is reported like any that cannot be written
  std::set_terminate(stasis::cli::endedByTerminate);
  std::setlocale(LC_CTYPE, "C.UTF-8");
  if (argc > 0 && std::string_view(argv[0]).find('/') != std::string_view::npos)
    stasis::cli::programName() = argv[0];
  stasis::cli::openGallery();
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
