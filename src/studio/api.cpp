#include "studio/api.h"

#include "language/lexing/reserved_words.h"
#include "studio/base64.h"
#include "studio/run_answer.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <filesystem>

namespace stasis::studio {

using Json = nlohmann::ordered_json;
using std::chrono::milliseconds;

namespace {

constexpr int mostNesting = 4; // of a body
constexpr std::size_t mostArguments = 512;
constexpr std::size_t longestArgument = std::size_t{32} << 10U;
constexpr milliseconds pollPatience = std::chrono::seconds(20);
constexpr milliseconds soonPatience(200);
constexpr std::size_t longestName = 64; // of a job

Answer ok(const Json& json) { return {200, json.dump(-1, ' ', false, Json::error_handler_t::replace)}; }

int statusOf(Refusal::Why why) {
  switch (why) {
  case Refusal::Why::forbidden: return 403;
  case Refusal::Why::missing: return 404;
  case Refusal::Why::changed:
  case Refusal::Why::busy: return 409;
  case Refusal::Why::moved: return 410;
  case Refusal::Why::tooLarge: return 413;
  case Refusal::Why::failed: break;
  }
  return 500;
}

Answer refused(const Refusal& r) { return studio::refused(statusOf(r.why), r.message, r.help); }

Answer badBody(const std::string& what) {
  return studio::refused(400, "the body of the request is wrong: " + what, "see docs/studio-api.md");
}

/// An object, or `discarded`. Anything nested deeper than our requests ever are is dropped.
nlohmann::json parsed(const std::string& body) {
  auto json = nlohmann::json::parse(
      body, [](int depth, nlohmann::json::parse_event_t, nlohmann::json&) { return depth <= mostNesting; },
      false);
  return json.is_object() ? json : nlohmann::json(nlohmann::json::value_t::discarded);
}

const std::string* textIn(const nlohmann::json& body, const char* key) {
  const auto found = body.find(key);
  return found != body.end() && found->is_string() ? found->get_ptr<const std::string*>() : nullptr;
}

std::optional<std::vector<std::string>> argumentsIn(const nlohmann::json& body) {
  std::vector<std::string> all;
  const auto found = body.find("args");
  if (found == body.end())
    return all;
  if (!found->is_array() || found->size() > mostArguments)
    return std::nullopt;
  for (const auto& one : *found) {
    if (!one.is_string() || one.get_ref<const std::string&>().size() > longestArgument ||
        one.get_ref<const std::string&>().find('\0') != std::string::npos)
      return std::nullopt;
    all.push_back(one);
  }
  return all;
}

std::optional<std::uint64_t> numberIn(std::string_view text) {
  std::uint64_t number = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || rest != text.data() + text.size())
    return std::nullopt;
  return number;
}

constexpr std::string_view galleryPrefix = "gallery:";

/// A path of the opened folder as seen from a model in this folder of it.
std::string seenFrom(const std::string& path, const std::string& root, const std::string& folder) {
  return (std::filesystem::path(root) / path).lexically_relative(folder).string();
}

} // namespace

Answer refused(int status, const std::string& message, const std::string& help) {
  Answer answer = ok({{"error", message}, {"help", help}});
  answer.status = status;
  return answer;
}

Api::Api(Folder folder, VerbGate gate, Jobs::Runner runner, ApiSettings settings)
    : folder_(std::move(folder)), gate_(std::move(gate)), settings_(std::move(settings)),
      jobs_(
          [this, runner = std::move(runner)](const ChildTask& task, const std::stop_token& stop,
                                             const std::function<void(std::string_view)>& progress) {
            return withRoom([&] { return runner(task, stop, progress); }, stop, makeRoom_);
          },
          settings_.jobs) {}

Answer Api::answer(const Ask& ask) {
  static constexpr std::string_view jobPrefix = "/api/jobs/";
  const auto asked = [&](std::string_view method, std::string_view path) {
    return ask.method == method && ask.path == path;
  };
  const auto parameter = [&](const char* name) {
    const auto found = ask.query.find(name);
    return found == ask.query.end() ? std::string() : found->second;
  };
  if (asked("GET", "/api/session"))
    return session();
  if (asked("GET", "/api/files"))
    return files();
  if (asked("GET", "/api/file"))
    return file(parameter("path"));
  if (asked("GET", "/api/revision"))
    return revision(parameter("path"));
  if (asked("DELETE", "/api/open"))
    return letGo(parameter("path"));
  if (asked("PUT", "/api/file"))
    return save(ask);
  if (asked("GET", "/api/gallery"))
    return galleryEntry(parameter("name"));
  if (asked("GET", "/api/source"))
    return source(parameter("path"));
  if (asked("POST", "/api/run"))
    return run(ask);
  if (asked("POST", "/api/jobs"))
    return begin(ask);
  if (asked("POST", "/api/report"))
    return report(ask);
  if (asked("PUT", "/api/report"))
    return putReport(ask);
  if (asked("POST", "/api/reports"))
    return reports(ask);
  if (ask.path.starts_with(jobPrefix) && (ask.method == "GET" || ask.method == "DELETE"))
    return job(ask, ask.path.substr(jobPrefix.size()));
  return studio::refused(404, ask.method + " " + ask.path + " is nothing the studio answers",
                         "see docs/studio-api.md");
}

// --- what there is

Answer Api::session() {
  Json gallery = Json::array();
  for (const auto& entry : gallery_.entries())
    gallery.push_back({{"name", entry.name},
                       {"title", entry.title},
                       {"about", entry.about},
                       {"parties", entry.parties},
                       {"options", entry.options}});
  const auto& file = folder_.file();
  return ok({{"version", settings_.version},
             {"folder", folder_.root()},
             {"file", file ? Json(*file) : Json(nullptr)},
             {"readOnly", settings_.readOnly || !folder_.writable()},
             {"readOnlyBecause", settings_.readOnly   ? Json("the studio was started with --read-only")
                                 : folder_.writable() ? Json(nullptr)
                                                      : Json("the folder cannot be written to")},
             {"otherStudio", file && claims_.isShared(folder_.root() + "/" + *file)},
             {"gallery", std::move(gallery)},
             {"verbs", gate_.verbs},
             {"reserved", language::reservedWords()}});
}

Answer Api::files() const {
  if (const auto gone = folder_.moved())
    return refused(*gone);
  Json all = Json::array();
  const Listing listing = folder_.list();
  for (const auto& entry : listing.entries)
    all.push_back({{"path", entry.path},
                   {"kind", entry.kind},
                   {"size", entry.size},
                   {"modified", entry.modified},
                   {"problem", entry.problem.empty() ? Json(nullptr) : Json(entry.problem)}});
  return ok({{"files", std::move(all)}, {"whole", listing.whole}});
}

Answer Api::file(const std::string& path) {
  const auto found = folder_.read(path);
  if (const auto* refusal = std::get_if<Refusal>(&found))
    return refused(*refusal);
  const auto& [text, revision, locked] = std::get<FolderText>(found);
  return ok({{"path", path},
             {"text", text},
             {"revision", revision},
             {"locked", locked.empty() ? Json(nullptr) : Json(locked)},
             {"otherStudio", claims_.isShared(folder_.root() + "/" + path)}});
}

Answer Api::save(const Ask& ask) {
  const auto body = parsed(ask.body);
  if (body.is_discarded())
    return badBody("it is not a JSON object in UTF-8");
  const std::string* path = textIn(body, "path");
  const std::string* text = textIn(body, "text");
  const std::string* revision = textIn(body, "revision");
  if (path == nullptr || text == nullptr ||
      (revision == nullptr && !(body.contains("revision") && body["revision"].is_null())))
    return badBody("it has to be {\"path\", \"text\", \"revision\"}, the revision null for a new file");
  if (settings_.readOnly)
    return studio::refused(403, "the studio was started with --read-only", "start it without to save");
  const std::scoped_lock lock(saving_);
  const auto written =
      folder_.write(*path, *text, revision == nullptr ? std::nullopt : std::optional(*revision));
  if (const auto* now = std::get_if<Written>(&written))
    return ok({{"revision", now->revision},
               {"otherNames", now->otherNames},
               {"notKept", now->notKept.empty() ? Json(nullptr) : Json(now->notKept)}});
  const auto& refusal = std::get<Refusal>(written);
  const bool busy = refusal.why == Refusal::Why::busy;
  const auto there = folder_.read(*path);
  if ((refusal.why != Refusal::Why::changed && !busy) || !std::holds_alternative<FolderText>(there))
    return refused(refusal);
  Answer answer = ok({{"error", refusal.message},
                      {"help", refusal.help},
                      {"busy", busy},
                      {"text", std::get<FolderText>(there).text},
                      {"revision", std::get<FolderText>(there).revision}});
  answer.status = 409;
  return answer;
}

Answer Api::galleryEntry(const std::string& name) const {
  const auto found = gallery_.find(name);
  if (!found)
    return studio::refused(404, "the gallery has no `" + name + "`", "GET /api/session lists it");
  Json files = Json::object();
  for (const auto& [file, text] : found->files)
    files[file] = text;
  return ok({{"name", name}, {"text", found->text}, {"files", std::move(files)}});
}

Answer Api::source(const std::string& path) const {
  if (path.starts_with(galleryPrefix)) {
    const std::string_view inside = std::string_view(path).substr(galleryPrefix.size());
    const auto slash = inside.find('/');
    const auto text = slash == std::string_view::npos
                          ? std::nullopt
                          : galleryFile(inside.substr(0, slash), inside.substr(slash + 1));
    return text ? ok({{"path", path}, {"text", *text}})
                : studio::refused(404, "the gallery has no `" + path + "`");
  }
  const auto found = folder_.read(path);
  if (const auto* refusal = std::get_if<Refusal>(&found))
    return refused(*refusal);
  const auto& there = std::get<FolderText>(found);
  return ok({{"path", path},
             {"text", there.text},
             {"locked", there.locked.empty() ? Json(nullptr) : Json(there.locked)}});
}

Answer Api::revision(const std::string& path) {
  const auto found = folder_.read(path);
  const auto* refusal = std::get_if<Refusal>(&found);
  if (refusal != nullptr && refusal->why != Refusal::Why::missing)
    return refused(*refusal);
  const bool shared = kindOf(path) == "conflict" && claims_.isShared(folder_.root() + "/" + path);
  return ok({{"revision", refusal == nullptr ? Json(std::get<FolderText>(found).revision) : Json(nullptr)},
             {"otherStudio", shared}});
}

Answer Api::letGo(const std::string& path) {
  claims_.letGo(folder_.root() + "/" + path);
  return ok(Json::object());
}

// --- what is run

std::variant<std::pair<std::string, std::string>, Refusal> Api::foldersOf(const nlohmann::json& path) {
  using Why = Refusal::Why;
  const std::string text = path.is_null() ? "" : path.get<std::string>();
  if (text.starts_with(galleryPrefix)) {
    if (!gallery_.has(std::string_view(text).substr(galleryPrefix.size())))
      return Refusal{Why::missing, "the gallery has no `" + text + "`", {}};
    return std::pair(std::string("/"), text); // its sources are in the program
  }
  if (auto gone = folder_.moved())
    return std::move(*gone);
  if (path.is_null())
    return std::pair(folder_.root(), folder_.root());
  const auto folder = folder_.folderOf(text);
  if (!folder)
    return Refusal{Why::forbidden, "`" + text + "` is not in the folder of the studio", {}};
  return std::pair(*folder, folder_.root());
}

std::variant<ChildTask, Answer> Api::taskOf(const nlohmann::json& body, const std::string& verb,
                                            const std::vector<std::string>& arguments) {
  const std::string* text = textIn(body, "text");
  const auto path = body.contains("path") ? body["path"] : nlohmann::json(nullptr);
  if (text == nullptr || !(path.is_string() || path.is_null()))
    return badBody("it has to have a \"text\" and a \"path\" or null");
  auto words = gate_.words(verb, arguments);
  if (const auto* refusal = std::get_if<Refusal>(&words))
    return refusal->why == Refusal::Why::failed ? studio::refused(400, refusal->message, refusal->help)
                                                : refused(*refusal);
  const auto folders = foldersOf(path);
  if (const auto* refusal = std::get_if<Refusal>(&folders))
    return refused(*refusal);
  const auto& [folder, within] = std::get<std::pair<std::string, std::string>>(folders);
  return ChildTask{std::move(std::get<std::vector<std::string>>(words)), *text, folder, within};
}

std::variant<ChildTask, Answer> Api::taskOf(const std::string& text) {
  const auto body = parsed(text);
  if (body.is_discarded())
    return badBody("it is not a JSON object");
  const std::string* verb = textIn(body, "verb");
  const auto arguments = argumentsIn(body);
  if (verb == nullptr || !arguments)
    return badBody("it has to be {\"verb\", \"text\", \"path\", \"args\": [texts]}");
  return taskOf(body, *verb, *arguments);
}

std::variant<std::shared_ptr<const ChildEnd>, Answer> Api::runNow(ChildTask task, const Ask& ask) {
  const auto id = jobs_.submit(std::move(task), Lane::now);
  if (!id)
    return studio::refused(429, "too much is being computed already", "stop something, or wait for it");
  std::optional<JobNews> news;
  do
    news = jobs_.news(*id, news ? news->seq : 0, pollPatience, ask.gone);
  while (news && !news->over() && !(ask.gone && ask.gone()) && !jobs_.closed());
  jobs_.forget(*id);
  if (!news || !news->end)
    return studio::refused(503, "nobody waits for the answer any more");
  return news->end;
}

// --- reports

Answer Api::putReport(const Ask& ask) {
  const auto body = parsed(ask.body);
  const std::string* path = textIn(body, "path");
  const std::string* given = textIn(body, "bytes");
  const auto bytes = given == nullptr ? std::nullopt : fromBase64(*given);
  if (path == nullptr || !bytes)
    return badBody("it has to be {\"path\", \"bytes\"}, the bytes in base64");
  if (settings_.readOnly)
    return studio::refused(403, "the studio was started with --read-only",
                           "start it without to add a report");
  if (kindOf(*path) != "report" && kindOf(*path) != "document")
    return studio::refused(403, "`" + *path + "` is no report by its ending",
                           "reports are texts, pages, mail, captions, PDF and office files");
  const std::scoped_lock lock(saving_);
  const auto written = folder_.write(*path, *bytes, std::nullopt);
  if (const auto* refusal = std::get_if<Refusal>(&written))
    return refused(*refusal);
  return ok({{"path", *path}, {"revision", std::get<Written>(written).revision}});
}

std::variant<ChildTask, Answer> Api::onReports(const nlohmann::json& body) {
  const std::string* verb = textIn(body, "verb");
  const std::string* text = textIn(body, "text");
  const auto arguments = argumentsIn(body);
  const auto listed = body.value("reports", nlohmann::json());
  const auto path = body.contains("path") ? body["path"] : nlohmann::json(nullptr);
  if (verb == nullptr || !arguments || !listed.is_array() || listed.empty() ||
      listed.size() > mostArguments || !(path.is_string() || path.is_null()))
    return badBody("it has to be {\"verb\", \"reports\": [paths], \"path\", \"args\": [texts]}");
  const auto folders = foldersOf(path);
  if (const auto* refusal = std::get_if<Refusal>(&folders))
    return refused(*refusal);
  const auto& [folder, within] = std::get<std::pair<std::string, std::string>>(folders);
  if (within != folder_.root())
    return studio::refused(403, "a conflict of the gallery has its own reports", "save a copy of it first");
  std::vector<std::string> seen;
  for (const auto& one : listed) {
    const std::string report = one.is_string() ? one.get<std::string>() : std::string();
    const auto kind = kindOf(report);
    if ((kind != "report" && kind != "document") || !folder_.has(report))
      return studio::refused(404, "`" + report + "` is no report in the folder of the studio");
    if (kind == "document" && settings_.readOnly)
      return studio::refused(
          403, "the text of `" + report + "` would be kept beside it, and the studio is read-only",
          "start it without --read-only");
    seen.push_back(seenFrom(report, folder_.root(), folder));
  }
  auto words = gate_.onReports(*verb, seen, *arguments);
  if (const auto* refusal = std::get_if<Refusal>(&words))
    return refusal->why == Refusal::Why::failed ? studio::refused(400, refusal->message, refusal->help)
                                                : refused(*refusal);
  return ChildTask{std::move(std::get<std::vector<std::string>>(words)), text == nullptr ? "" : *text, folder,
                   within};
}

Answer Api::reports(const Ask& ask) {
  const auto body = parsed(ask.body);
  if (body.is_discarded())
    return badBody("it is not a JSON object");
  return answerOf(onReports(body), ask);
}

Answer Api::run(const Ask& ask) { return answerOf(taskOf(ask.body), ask); }

Answer Api::answerOf(std::variant<ChildTask, Answer> task, const Ask& ask) {
  if (auto* answer = std::get_if<Answer>(&task))
    return std::move(*answer);
  auto end = runNow(std::move(std::get<ChildTask>(task)), ask);
  if (auto* answer = std::get_if<Answer>(&end))
    return std::move(*answer);
  return {200, "{" + endJson(std::get<0>(end).get()) + "}"};
}

// What is done at once is answered at once; whoever leaves meanwhile does not want it.
std::optional<JobNews> Api::overSoon(Jobs::Id id, const Ask& ask) {
  const auto until = std::chrono::steady_clock::now() + soonPatience;
  std::optional<JobNews> news;
  for (auto left = soonPatience; left.count() > 0;
       left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now())) {
    news = jobs_.news(id, news ? news->seq : 0, left, ask.gone);
    if (!news || news->over() || jobs_.closed())
      return news && news->over() ? news : std::nullopt;
    if (ask.gone && ask.gone()) {
      jobs_.stop(id);
      break;
    }
  }
  return std::nullopt;
}

Answer Api::begin(const Ask& ask) {
  auto task = taskOf(ask.body);
  if (auto* answer = std::get_if<Answer>(&task))
    return std::move(*answer);
  const auto body = parsed(ask.body);
  const auto now = body.find("now");
  const bool waited = now != body.end() && now->is_boolean() && now->get<bool>();
  const std::string* name = textIn(body, "name");
  if (name != nullptr && (name->size() > longestName || numberIn(*name)))
    return badBody("the name of a job is a text of at most 64 bytes, and no number");
  const auto id = jobs_.submit(std::move(std::get<ChildTask>(task)), waited ? Lane::now : Lane::background,
                               name == nullptr ? std::string() : *name);
  if (!id)
    return studio::refused(429, "too many jobs wait already", "stop one, or wait until one is done");
  if (const auto soon = waited ? overSoon(*id, ask) : std::nullopt)
    return {200, newsJson(*soon)};
  Answer answer = ok({{"job", std::to_string(*id)}});
  answer.status = 202;
  return answer;
}

Answer Api::job(const Ask& ask, const std::string& text) {
  const auto id = numberIn(text);
  const auto missing = [&] { return studio::refused(404, "there is no job `" + text + "`"); };
  if (!id && ask.method == "DELETE")
    return jobs_.stop(std::string_view(text)) ? ok(Json::object()) : missing();
  if (!id)
    return missing();
  if (ask.method == "DELETE")
    return jobs_.stop(*id) ? ok(Json::object()) : missing();
  const auto after = ask.query.find("after");
  const auto news = jobs_.news(*id, after == ask.query.end() ? 0 : numberIn(after->second).value_or(0),
                               pollPatience, ask.gone);
  return news ? Answer{200, newsJson(*news)} : missing();
}

Answer Api::report(const Ask& ask) {
  const auto body = parsed(ask.body);
  if (body.is_discarded())
    return badBody("it is not a JSON object");
  auto task = taskOf(body, "report", {});
  if (auto* answer = std::get_if<Answer>(&task))
    return std::move(*answer);
  auto ended = runNow(std::move(std::get<ChildTask>(task)), ask);
  if (auto* answer = std::get_if<Answer>(&ended))
    return std::move(*answer);
  const ChildEnd& end = *std::get<0>(ended);
  if (end.how != ChildEnd::How::exited || end.status != 0)
    return studio::refused(422, "there is no report on this text", saidBy(end));
  return ok({{"html", end.out}});
}

} // namespace stasis::studio
