#include "studio.h"

#include "cli/verb_gate.h"

#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace stasis::test {

namespace fs = std::filesystem;

namespace {

/// What studios keep stays out of the user's own folder.
struct StateHome {
  std::string path = (fs::temp_directory_path() / "stasis-state-XXXXXX").string();
  StateHome() {
    if (::mkdtemp(path.data()) == nullptr)
      throw std::runtime_error("no temporary folder");
  }
  ~StateHome() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  StateHome(const StateHome&) = delete;
  StateHome& operator=(const StateHome&) = delete;
};

} // namespace

Scene::Scene() {
  static const StateHome state;
  if (std::getenv("XDG_STATE_HOME") == nullptr)
    ::setenv("XDG_STATE_HOME", state.path.c_str(), 1);
  std::string name = (fs::temp_directory_path() / "stasis-studio-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr)
    throw std::runtime_error("no temporary folder");
  path_ = fs::canonical(name);
}

Scene::~Scene() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void Scene::put(const std::string& name, const std::string& text) const {
  fs::create_directories((path_ / name).parent_path());
  std::ofstream(path_ / name, std::ios::binary) << text;
}

std::string Scene::text(const std::string& name) const {
  std::ostringstream text;
  text << std::ifstream(path_ / name, std::ios::binary).rdbuf();
  return text.str();
}

const std::string smallConflict = "conflict \"Two farms and a well\"\n"
                                  "party Upper\n  option pump\n"
                                  "party Lower\n  option complain irrevocable\n"
                                  "status quo pump\n"
                                  "prefer Upper\n  not complain\n  pump\n"
                                  "prefer Lower\n  not pump\n  not complain\n";

std::string largeConflict(int options) {
  std::string text = "conflict \"Large\"\n";
  for (const std::string party : {"A", "B", "C"}) {
    text += "party " + party + "\n";
    for (int i = 0; i < options / 3; ++i)
      text += "  option " + party + std::to_string(i) + "\n";
  }
  for (const std::string party : {"A", "B", "C"}) {
    text += "prefer " + party + "\n";
    for (const std::string other : {"C", "A", "B"})
      for (int i = 0; i < options / 3; ++i)
        text += "  " + std::string(i % 2 == 0 ? "not " : "") + other + std::to_string(i) + "\n";
    // A count of everything ties all options together, so that every state is visited.
    text += "  at least " + std::to_string(options / 2) + " of A0";
    for (const std::string other : {"A", "B", "C"})
      for (int i = 0; i < options / 3; ++i)
        if (other + std::to_string(i) != "A0")
          text += ", " + other + std::to_string(i);
    text += "\n";
  }
  return text;
}

namespace {

const std::array<studio::EmbeddedFile, 2>& page() {
  static const std::string index = "<!doctype html><title>Studio</title>";
  static const std::string script = "export {};";
  static const std::array<studio::EmbeddedFile, 2> files{
      {{"index.html", index.data(), index.data() + index.size()},
       {"assets/studio.js", script.data(), script.data() + script.size()}}};
  return files;
}

using Words = std::vector<std::string>;

std::variant<Words, studio::Refusal> allowed(const std::variant<Words, cli::Barred>& words) {
  if (const auto* barred = std::get_if<cli::Barred>(&words))
    return studio::Refusal{barred->forbidden ? studio::Refusal::Why::forbidden : studio::Refusal::Why::failed,
                           barred->message, barred->help};
  return std::get<Words>(words);
}

studio::VerbGate gate() {
  return {cli::verbsForOthers(),
          [](const std::string& verb, const Words& arguments) {
            return allowed(cli::wordsForOthers(verb, arguments, {}));
          },
          [](const std::string& verb, const Words& reports, const Words& arguments) {
            return allowed(cli::wordsOnReports(verb, reports, arguments, {}));
          }};
}

} // namespace

Studio::Studio(const Scene& scene, const StudioSettings& settings) {
  std::string problem;
  auto folder = studio::Folder::open((scene.path() / settings.open).string(), problem, settings.readOnly);
  if (!folder)
    throw std::runtime_error(problem);
  const auto run = [limits = settings.limits](const studio::ChildTask& task, const std::stop_token& stop,
                                              const std::function<void(std::string_view)>& progress) {
    return studio::runChild(STASIS_PROGRAM, task, limits, stop, progress);
  };
  api_ = std::make_unique<studio::Api>(std::move(*folder), gate(), run,
                                       studio::ApiSettings{"test", settings.readOnly, settings.jobs});
  server_ = studio::Server::open(*api_, page(), 0, problem);
  if (!server_)
    throw std::runtime_error(problem);
  serving_ = std::thread([this] { server_->serve(); });
}

Studio::~Studio() {
  server_->stop();
  serving_.join();
}

std::string Studio::token() const {
  const std::string address = server_->startAddress();
  return address.substr(address.find("token=") + 6);
}

Head Studio::head() {
  if (cookie_.empty()) {
    Head head;
    const Reply reply = ask(port(), "GET", "/?token=" + token(), head);
    cookie_ = reply.headers.at("set-cookie");
    cookie_.resize(cookie_.find(';'));
    const std::string& page = reply.headers.at("location");
    key_ = page.substr(page.find("#key=") + 5);
  }
  Head head;
  head.cookie = cookie_;
  head.more.push_back("Stasis-Key: " + key_);
  return head;
}

Json Studio::run(const std::string& verb, const std::string& text, const std::vector<std::string>& arguments,
                 const Json& path) {
  const Reply reply =
      send("POST", "/api/run", {{"verb", verb}, {"text", text}, {"path", path}, {"args", arguments}});
  return Json::parse(reply.body);
}

std::size_t processesWith(const std::string& word) {
  std::size_t count = 0;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator("/proc", error)) {
    std::ostringstream line;
    line << std::ifstream(entry.path() / "cmdline", std::ios::binary).rdbuf();
    const std::string whole = line.str();
    count += whole.find(word) != std::string::npos;
  }
  return count;
}

} // namespace stasis::test
