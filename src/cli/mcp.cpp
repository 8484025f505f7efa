#include "cli/console.h"
#include "cli/serving_verbs.h"

#ifdef STASIS_HAS_STUDIO
#include "cli/verb_gate.h"
#include "mcp/http.h"
#include "mcp/server.h"
#include "mcp/texts.h"
#include "model/lower_case.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#else
#include "cli/studio_program.h"
#endif

namespace stasis::cli {

namespace {

#ifdef STASIS_HAS_STUDIO

/// Verbs that answer a question about texts they are given.
constexpr std::array<std::string_view, 20> answering{
    "check", "brief",  "solve",  "states", "moves", "explain", "verify", "paths", "coalitions", "robust",
    "ask",   "invert", "elicit", "diff",   "test",  "fmt",     "export", "read",  "draft",      "outline"};

/// Options that an assistant has no use for: the server sets limits, and answers are JSON.
constexpr std::array<std::string_view, 11> settled{"--format",  "--engine",  "--max-states", "--max-memory",
                                                   "--timeout", "--threads", "--schema",     "--jobs",
                                                   "--output",  "--force",   "--fix"};

template <class List> bool has(const List& list, std::string_view name) {
  return std::ranges::find(list, name) != list.end();
}

mcp::ToolOption optionOf(const OptionRow& row) {
  using Kind = mcp::ToolOption::Kind;
  mcp::ToolOption option;
  option.name = row.name.substr(2);
  option.help =
      std::string(row.help) + (row.fallback.empty() ? "" : " (default " + std::string(row.fallback) + ")");
  const bool listed = row.value == "LIST";
  if (!listed)
    option.choices.assign(row.choices.begin(), row.choices.end());
  option.kind = row.value.empty()                     ? Kind::flag
                : row.kind == OptionRow::Kind::number ? Kind::number
                                                      : Kind::text;
  option.many = row.repeated;
  return option;
}

/// A verb reads models or reports; each is called by the same name everywhere.
std::string textName(const OperandRow& row) {
  const std::string name = model::lowerCase(row.name);
  return name == "file" || name == "conflict" ? "model" : name;
}

mcp::Tool toolOf(const Verb& verb) {
  mcp::Tool tool;
  tool.name = verb.name;
  tool.summary = verb.summary;
  tool.about = verb.about;
  std::ranges::replace(tool.about, '\n', ' ');
  for (const OperandRow& row : verb.operands)
    if (row.required && row.file)
      tool.texts.push_back({textName(row), std::string(row.help)});
  for (const OptionRow& row : verb.options) {
    if (row.name == "--format")
      tool.answersJson = has(row.choices, "json");
    tool.takesTimeout = tool.takesTimeout || row.name == "--timeout";
    if (!has(settled, row.name) && !touchesFiles(row))
      tool.options.push_back(optionOf(row));
  }
  return tool;
}

mcp::Settings settingsOf(const Arguments& arguments) {
  mcp::Settings settings;
  settings.version = STASIS_VERSION;
  settings.folder = arguments.operands.empty() ? "" : arguments.operands[0];
  settings.mayWrite = arguments.has("--write");
  settings.limits.memory = *arguments.bytes("--max-memory") + (std::uint64_t{2} << 30U);
  settings.timeout = arguments.value("--timeout");
  settings.limits.time =
      std::chrono::milliseconds(*arguments.milliseconds("--timeout")) + std::chrono::seconds(5);
  for (const Verb& verb : verbs())
    if (has(answering, verb.name))
      settings.tools.push_back(toolOf(verb));
  return settings;
}

Exit serveHttp(const mcp::Settings& settings, mcp::Texts& texts, const Arguments& arguments,
               Console& console) {
  const std::stop_token stop = console.errand().stop; // threads that start after this do not take Ctrl-C
  const std::uint64_t port = arguments.number("--port").value_or(0);
  std::string problem = "ports end at 65535";
  const auto server =
      port > 65535 ? nullptr : mcp::HttpServer::open(settings, texts, static_cast<int>(port), problem);
  if (!server) {
    console.sayError("port " + std::to_string(port) + " cannot be had: " + problem,
                     "leave out --port, and a free one is taken");
    return Exit::wrong;
  }
  if (!console.print(server->address() + "\n"))
    return Exit::wrong;
  const std::stop_callback wake(stop, [&] { server->stop(); });
  server->serve();
  return Exit::done;
}

Exit mcp(const Arguments& arguments, Console& console) {
  const mcp::Settings settings = settingsOf(arguments);
  std::string problem;
  mcp::Texts texts(settings.folder, problem);
  if (!problem.empty()) {
    console.sayError("`" + settings.folder + "` cannot be opened: " + problem, "name a folder, or none");
    return Exit::wrong;
  }
  if (settings.mayWrite && settings.folder.empty()) {
    console.sayError("--write needs a folder to write in", "stasis mcp FOLDER --write");
    return Exit::usage;
  }
  if (arguments.has("--port") && !arguments.has("--http")) {
    console.sayError("--port needs --http", "stasis mcp --http --port N");
    return Exit::usage;
  }
  if (arguments.has("--http"))
    return serveHttp(settings, texts, arguments, console);
  if (isatty(STDIN_FILENO) != 0)
    console.sayNote("an assistant starts `stasis mcp` and speaks to it; docs/assistants.md says how");
  mcp::serve(STDIN_FILENO, STDOUT_FILENO, settings, texts);
  return Exit::done;
}

#elif defined(STASIS_STUDIO_ELSEWHERE)

Exit mcp(const Arguments&, Console& console) { return becomeStudioProgram(console); }

#else

Exit mcp(const Arguments&, Console& console) {
  console.sayError("this stasis was built without the studio, whose parts `mcp` uses",
                   "install libcpp-httplib-dev and build again");
  return Exit::wrong;
}

#endif

} // namespace

Verb mcpVerb() {
  using Kind = OptionRow::Kind;
  Verb verb;
  verb.name = "mcp";
  verb.summary = "every question for an assistant: a Model Context Protocol server";
  verb.about = "Speaks the Model Context Protocol (2024-11-05 to 2025-11-25, and 2026-07-28) on standard "
               "input and output, or at an address of this machine. Every verb that answers is a tool "
               "with a schema; the gallery, the pages of the documentation and the files below FOLDER "
               "can be read. Only with --write does it write, in FOLDER, and never over a file that is "
               "newer than what the assistant has read. An assistant starts it; docs/assistants.md says "
               "how.";
  verb.operands = {
      {"FOLDER", "the models and reports that may be read; by default none", false, false, false}};
  verb.options = {
      {"--http", "", "answer at an address on this machine, which is printed, not on standard input", {}, ""},
      {"--port", "N", "with --http, the port; by default a free one", {}, "", Kind::number},
      {"--write", "", "offer a tool that writes files in FOLDER", {}, ""},
      {"--max-memory", "AMOUNT", "memory one answer may take", {}, "4G", Kind::bytes},
      {"--timeout", "TIME", "how long one answer may take", {}, "2min", Kind::duration},
  };
  verb.examples = {"stasis mcp conflicts", "stasis mcp ~/case --write", "stasis mcp --http"};
  verb.run = mcp;
  return verb;
}

} // namespace stasis::cli
