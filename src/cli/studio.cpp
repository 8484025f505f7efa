#include "cli/browser.h"
#include "cli/console.h"
#include "cli/serving_verbs.h"
#include "cli/verb.h"
#include "cli/verb_gate.h"

#ifdef STASIS_HAS_STUDIO
#include "cli/model_file.h"
#include "cli/studio_program.h"
#include "studio/api.h"
#include "studio/gallery.h"
#include "studio/server.h"

#include <thread>
#else
#include "cli/studio_program.h"
#endif

namespace stasis::cli {

namespace {

#ifdef STASIS_HAS_STUDIO

constexpr std::string_view galleryPrefix = "gallery:";

/// A child process that checks a model of the gallery finds the reports in the program itself.
std::optional<evidence::ReadSource> inGallery(std::string_view within) {
  if (!within.starts_with(galleryPrefix))
    return std::nullopt;
  return [entry = std::string(within.substr(galleryPrefix.size()))](const std::string& path) {
    const auto found = studio::galleryFile(entry, path);
    return found ? evidence::SourceContent{std::string(*found), {}}
                 : evidence::SourceContent{std::nullopt, "is not in the gallery"};
  };
}

using Words = std::vector<std::string>;

std::variant<Words, studio::Refusal> allowed(std::variant<Words, Barred> words) {
  if (auto* barred = std::get_if<Barred>(&words))
    return studio::Refusal{barred->forbidden ? studio::Refusal::Why::forbidden : studio::Refusal::Why::failed,
                           barred->message, barred->help};
  return std::move(std::get<Words>(words));
}

studio::VerbGate gateOf(const Arguments& arguments) {
  const RunLimits limits{arguments.value("--max-memory"), arguments.value("--timeout")};
  return {verbsForOthers(),
          [limits](const std::string& verb, const Words& given) {
            return allowed(wordsForOthers(verb, given, limits));
          },
          [limits](const std::string& verb, const Words& reports, const Words& given) {
            return allowed(wordsOnReports(verb, reports, given, limits));
          }};
}

// A child process may hold more address space than its engine, for threads, code and output. Its own timeout
// comes first, so that it can still report what was finished.
studio::ChildLimits limitsOf(const Arguments& arguments) {
  studio::ChildLimits limits;
  limits.memory = *arguments.bytes("--max-memory") + (std::uint64_t{2} << 30U);
  limits.time = std::chrono::milliseconds(*arguments.milliseconds("--timeout")) + std::chrono::seconds(5);
  return limits;
}

Exit serve(studio::Server& server, const Arguments& arguments, Console& console) {
  const std::stop_token stop = console.errand().stop;
  std::thread listening([&] { server.serve(); });
  const bool told = console.print(server.startAddress() + "\n");
  if (told && !arguments.has("--no-browser"))
    openInBrowser(server.startAddress());
  if (told) {
    const std::stop_callback wake(stop, [&] { server.stop(); });
    listening.join();
    return Exit::done;
  }
  server.stop();
  listening.join();
  return Exit::wrong;
}

/// Opens the server at the port asked for, or at the one this folder had before, so that an open page finds
/// it again.
std::unique_ptr<studio::Server> opened(studio::Api& api, const std::string& root, const Arguments& arguments,
                                       Console& console) {
  std::string problem;
  const auto page = studio::embeddedPage();
  const auto kept = studio::keptSession(root);
  const auto asked = arguments.number("--port");
  if (!asked && kept)
    if (auto again = studio::Server::open(api, page, kept->port, problem, kept))
      return again;
  const std::uint64_t port = asked.value_or(0);
  const bool same = kept && asked && *asked == static_cast<std::uint64_t>(kept->port);
  auto server = port > 65535 ? nullptr
                             : studio::Server::open(api, page, static_cast<int>(port), problem,
                                                    same ? kept : std::nullopt);
  if (!server)
    console.sayError("port " + std::to_string(port) +
                         " cannot be had: " + (port > 65535 ? "ports end at 65535" : problem),
                     "leave out --port, and a free one is taken");
  else if (asked || !kept) // otherwise another studio is running on this folder and keeps its own
    studio::keepSession(root, server->session());
  return server;
}

Exit studio(const Arguments& arguments, Console& console) {
  const std::string path = arguments.operands.empty() ? "." : arguments.operands[0];
  std::string problem;
  auto folder = studio::Folder::open(path, problem, arguments.has("--read-only"));
  if (!folder) {
    console.sayError(
        "`" + path + "` cannot be opened: " + problem,
        "name a .conflict or .gmcr file or a folder; `stasis new FILE` writes a model to start from");
    return Exit::wrong;
  }
  if (studio::embeddedPage().empty()) {
    console.sayError("this stasis was built without the page of the studio",
                     "install nodejs and npm, then `make studio`");
    return Exit::wrong;
  }
  console.errand(); // threads that start after this do not take Ctrl-C
  const auto limits = limitsOf(arguments);
  // Only this program has the gallery in it; for all else the one that begins sooner answers.
  const std::string sooner = answeringProgram();
  const auto run = [limits, sooner](const studio::ChildTask& task, const std::stop_token& stop,
                                    const std::function<void(std::string_view)>& progress) {
    const bool own = sooner.empty() || task.within.starts_with(galleryPrefix);
    return studio::runChild(own ? studio::thisProgram : sooner, task, limits, stop, progress);
  };
  const std::string root = folder->root();
  studio::Api api(std::move(*folder), gateOf(arguments), run, {STASIS_VERSION, arguments.has("--read-only")});
  const auto server = opened(api, root, arguments, console);
  return server ? serve(*server, arguments, console) : Exit::wrong;
}

#elif defined(STASIS_STUDIO_ELSEWHERE)

Exit studio(const Arguments&, Console& console) { return becomeStudioProgram(console); }

#else

Exit studio(const Arguments&, Console& console) {
  console.sayError("this stasis was built without the studio",
                   "install libcpp-httplib-dev, nodejs and npm, then `make studio`");
  return Exit::wrong;
}

#endif

} // namespace

void openGallery() {
#ifdef STASIS_HAS_STUDIO
  sourcesWithin() = inGallery;
#endif
}

Verb studioVerb() {
  using Kind = OptionRow::Kind;
  Verb verb;
  verb.name = "studio";
  verb.summary = "the conflict on the screen: a local studio in the browser";
  verb.about = "Serves a page on this machine only, prints its address and opens it in a browser where "
               "there is one; works offline; ends with Ctrl-C. The address opens the studio once. FILE "
               "is opened at the start; files are those of its folder, and are changed only when they "
               "are saved.";
  verb.operands = {{"FILE", "a .conflict or .gmcr file, or a folder; by default this folder", false}};
  verb.options = {
      {"--port", "N", "the port to listen on; by default a free one", {}, "", Kind::number},
      {"--no-browser", "", "open no browser", {}, ""},
      {"--read-only", "", "save nothing", {}, ""},
      {"--max-memory", "AMOUNT", "memory for each thing computed", {}, "4G", Kind::bytes},
      {"--timeout", "TIME", "time for each thing computed", {}, "10min", Kind::duration},
  };
  verb.examples = {"stasis studio conflicts/foreign-troops/foreign-troops.conflict",
                   "stasis studio ~/conflicts --read-only"};
  verb.run = studio;
  return verb;
}

} // namespace stasis::cli
