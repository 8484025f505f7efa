#include "cli/hosted.h"

#include "cli/command_line.h"
#include "cli/console.h"
#include "cli/guarded.h"

#include <algorithm>
#include <array>
#include <utility>

namespace stasis::cli {

namespace {

thread_local Hosted* here = nullptr;

/// These verbs talk to a person, another program or the terminal, or do not end by themselves.
constexpr std::array<std::string_view, 6> talking{"lsp", "mcp", "studio", "play", "man", "completion"};

/// Reports a wrong command line as the program does, and as JSON if that is asked for.
Exit refuse(const Usage& usage, const std::vector<std::string>& words) {
  Arguments asked;
  if (std::ranges::find(words, "--format=json") != words.end())
    asked.options["--format"] = {"json"};
  Console console(asked);
  console.sayError(usage.message, usage.help);
  console.printProblemsAsJson();
  return Exit::usage;
}

} // namespace

Hosting::Hosting(Hosted& hosted) : before_(std::exchange(here, &hosted)) {}
Hosting::~Hosting() { here = before_; }

Hosted* hostedHere() { return here; }

const std::string* hostedFile(std::string_view path) {
  if (here == nullptr)
    return nullptr;
  const auto found = here->files.find(path);
  return found == here->files.end() ? nullptr : &found->second;
}

Exit runHosted(std::string_view name, const std::vector<std::string>& words, Hosted& hosted) {
  const Hosting hosting(hosted);
  const Verb* verb = findVerb(name);
  if (verb == nullptr || std::ranges::find(talking, name) != talking.end())
    return refuse({"`" + std::string(name) + "` is not run inside another program", ""}, words);
  const auto read = readArguments(*verb, words);
  if (const auto* usage = std::get_if<Usage>(&read))
    return refuse(*usage, words);
  const auto& arguments = std::get<Arguments>(read);
  Console console(arguments);
  const Exit status = guarded(console, [&] { return verb->run(arguments, console); });
  if (status != Exit::done)
    console.printProblemsAsJson();
  return status;
}

} // namespace stasis::cli
