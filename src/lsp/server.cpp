#include "lsp/server.h"

#include "lsp/inbox.h"
#include "lsp/requests.h"
#include "lsp/wire.h"
#include "rpc/channel.h"

#include <algorithm>
#include <filesystem>

namespace stasis::lsp {

OpenText& Session::text(const std::string& uri) {
  const auto found = texts.find(uri);
  if (found == texts.end())
    throw Refused(rpc::Failure::invalidParameters, "`" + uri.substr(0, 200) + "` is not open");
  return found->second;
}

namespace {

using rpc::Failure;
using rpc::Message;

/// Problems of the reading alone are shown after this time, if the rest takes longer.
constexpr std::chrono::milliseconds patience{150};

std::optional<std::string> folderOf(const std::string& uri) {
  const auto path = pathOf(uri);
  return path ? std::optional(std::filesystem::path(*path).parent_path().string()) : std::nullopt;
}

class Server {
public:
  Server(int in, int out, const std::string& version)
      : channel_(in, out, std::make_unique<rpc::HeadFraming>()) {
    session_.version = version;
    channel_.listen([this](rpc::Frame frame) { inbox_.put(messageOf(std::move(frame))); },
                    [this] { inbox_.put(Ended{}); });
  }

  int run() {
    while (!over_) {
      if (auto event = inbox_.take(nextShowing()))
        std::visit([this](auto& what) { take(what); }, *event);
      showOverdue();
    }
    study_.reset();
    return shutDown_ && orderly_ ? 0 : 1;
  }

private:
  struct Waiting {
    std::string id;
    const RequestRow* row = nullptr;
    std::shared_ptr<const Json> parameters;
    std::string uri;
  };

  static Message messageOf(rpc::Frame frame) {
    if (frame.problem.empty())
      return rpc::readMessage(frame.body);
    Message message;
    message.id = "null";
    message.problem = std::move(frame.problem);
    return message;
  }

  // --- events

  void take(Ended&) { over_ = true; }

  void take(Message& message) {
    switch (message.kind) {
    case Message::Kind::malformed: return fail(message.id, message.failure, message.problem);
    case Message::Kind::response: return; // the server asks the editor nothing
    case Message::Kind::request: return guarded(message, [&] { request(message); });
    case Message::Kind::notification: return guarded(message, [&] { notification(message); });
    }
  }

  void take(Studied& news) {
    const auto found = session_.texts.find(news.uri);
    if (found == session_.texts.end())
      return;
    OpenText& text = found->second;
    const bool newer =
        text.known.reading == nullptr || news.reading->version() >= text.known.reading->version();
    if (!newer)
      return;
    const bool showsAll = news.inspection != nullptr && text.known.inspection != news.inspection;
    text.known = std::move(news);
    if (text.isRead()) {
      if (showsAll)
        show(text);
      else if (text.known.inspection == nullptr)
        text.showAt = Inbox::Clock::now() + patience;
    }
    answerWaiting(text);
  }

  /// Whatever goes wrong with one message, the next one is read.
  template <class Work> void guarded(const Message& message, Work work) {
    try {
      work();
    } catch (const Refused& refused) {
      complain(message, refused.failure(), refused.what());
    } catch (const std::exception& defect) {
      complain(message, Failure::internal, std::string("internal: ") + defect.what());
    }
  }

  void complain(const Message& message, Failure failure, const std::string& why) {
    if (message.kind == Message::Kind::request)
      fail(message.id, failure, why);
    else
      log(message.method + ": " + why);
  }

  // --- requests

  void request(const Message& message) {
    if (inbox_.wasCancelled(message.id))
      return fail(message.id, Failure::cancelled, "cancelled");
    if (message.method == "initialize")
      return initialize(message);
    if (!study_)
      return fail(message.id, Failure::notInitialized, "the first request is `initialize`");
    if (shutDown_)
      return fail(message.id, Failure::invalidRequest, "after `shutdown` only `exit` is taken");
    if (message.method == "shutdown") {
      shutDown_ = true;
      return answer(message.id, nullptr);
    }
    const auto rows = requestRows();
    const auto row = std::ranges::find(rows, message.method, &RequestRow::method);
    if (row == rows.end())
      return fail(message.id, Failure::unknownMethod,
                  "`" + message.method.substr(0, 200) + "` is not answered here");
    const bool command = message.method == "workspace/executeCommand";
    Waiting waiting{message.id, &*row, message.parameters,
                    command ? uriOfCommand(*message.parameters) : uriIn(*message.parameters)};
    session_.text(waiting.uri);
    if (!tryToAnswer(waiting))
      waiting_.push_back(std::move(waiting));
  }

  void initialize(const Message& message) {
    if (study_)
      return fail(message.id, Failure::invalidRequest, "`initialize` comes once");
    const Json& parameters = *message.parameters;
    if (parameters.is_object() && parameters.contains("processId") &&
        parameters["processId"].is_number_unsigned())
      channel_.watch(static_cast<pid_t>(parameters["processId"].get<std::uint32_t>()));
    const Json agreed = agree(session_, parameters);
    study_ =
        std::make_unique<Study>(session_.encoding, [this](Studied news) { inbox_.put(std::move(news)); });
    session_.wantTables = [this](const std::string& uri) { study_->wantTables(uri); };
    answer(message.id, agreed);
  }

  static bool isKnown(const OpenText& text, Needs needs) {
    switch (needs) {
    case Needs::names: return text.known.reading != nullptr;
    case Needs::reading: return text.isRead();
    case Needs::inspection: return text.isInspected();
    case Needs::judgement: return text.isJudged();
    }
    return false;
  }

  /// False: not enough is known yet.
  bool tryToAnswer(const Waiting& waiting) {
    OpenText& text = session_.text(waiting.uri);
    if (!isKnown(text, waiting.row->needs))
      return false;
    try {
      answer(waiting.id, waiting.row->answer(session_, text, *waiting.parameters));
    } catch (const NotYet&) {
      return false;
    } catch (const Refused& refused) {
      fail(waiting.id, refused.failure(), refused.what());
    } catch (const std::exception& defect) {
      fail(waiting.id, Failure::internal, std::string("internal: ") + defect.what());
    }
    return true;
  }

  void answerWaiting(const OpenText& text) {
    std::erase_if(waiting_,
                  [&](const Waiting& one) { return one.uri == text.document.uri() && tryToAnswer(one); });
  }

  void failWaiting(const std::string& uri, const std::string& why) {
    std::erase_if(waiting_, [&](const Waiting& one) {
      if (one.uri == uri)
        fail(one.id, Failure::contentModified, why);
      return one.uri == uri;
    });
  }

  // --- notifications

  void notification(const Message& message) {
    if (message.method == "exit") {
      orderly_ = over_ = true;
      return;
    }
    if (message.method == "$/cancelRequest")
      return cancel(cancelledBy(message));
    if (!study_ || shutDown_)
      return;
    const Json& parameters = *message.parameters;
    if (message.method == "textDocument/didOpen")
      open(parameters);
    else if (message.method == "textDocument/didChange")
      change(parameters);
    else if (message.method == "textDocument/didClose")
      close(uriIn(parameters));
    else if (message.method == "textDocument/didSave" || message.method == "workspace/didChangeWatchedFiles")
      for (auto& [uri, text] : session_.texts)
        study(text); // a path they cite may now be another text
  }

  void cancel(const std::string& id) {
    inbox_.wasCancelled(id);
    std::erase_if(waiting_, [&](const Waiting& one) {
      if (one.id == id)
        fail(one.id, Failure::cancelled, "cancelled");
      return one.id == id;
    });
  }

  void open(const Json& parameters) {
    const Json& given = member(parameters, "textDocument");
    const std::string uri = textIn(given, "uri");
    const std::int64_t version = given.contains("version") && given["version"].is_number_integer()
                                     ? given["version"].get<std::int64_t>()
                                     : 0;
    session_.texts.erase(uri);
    OpenText text{Document(uri, textIn(given, "text"), version, session_.encoding), folderOf(uri), 0, {}, {}};
    study(session_.texts.emplace(uri, std::move(text)).first->second);
  }

  void change(const Json& parameters) {
    const Json& given = member(parameters, "textDocument");
    OpenText& text = session_.text(textIn(given, "uri"));
    const bool versioned = given.contains("version") && given["version"].is_number_integer();
    const std::int64_t version =
        versioned ? given["version"].get<std::int64_t>() : text.document.version() + 1;
    if (version <= text.document.version())
      throw Refused(Failure::invalidParameters, "version " + std::to_string(version) + " is not newer than " +
                                                    std::to_string(text.document.version()) +
                                                    "; the change is left out");
    const Json& changes = member(parameters, "contentChanges");
    if (!changes.is_array())
      throw Refused(Failure::invalidParameters, "`contentChanges` is a list");
    failWaiting(text.document.uri(), "the text has changed");
    for (const Json& one : changes)
      changeBy(one, text);
    text.document.setVersion(version);
    study(text);
  }

  void changeBy(const Json& one, OpenText& text) {
    std::string with = textIn(one, "text");
    if (!one.contains("range") || one["range"].is_null())
      return text.document.replaceAll(std::move(with));
    const Span span = spanIn(one["range"]);
    if (!text.document.replace(span.start, span.end, with))
      log("a change of `" + text.document.uri() + "` reached outside the text; it was made at its end");
  }

  void close(const std::string& uri) {
    session_.text(uri);
    study_->drop(uri);
    failWaiting(uri, "the text was closed");
    session_.texts.erase(uri);
    channel_.send(
        rpc::notification("textDocument/publishDiagnostics", {{"uri", uri}, {"diagnostics", Json::array()}}));
  }

  void study(OpenText& text) {
    text.revision = ++lastRevision_;
    text.showAt.reset();
    const auto path = pathOf(text.document.uri());
    study_->want({text.document.uri(),
                  path ? std::filesystem::path(*path).filename().string() : text.document.uri(),
                  std::string(text.document.text()), text.revision, text.folder});
  }

  // --- problems

  void show(OpenText& text) {
    text.showAt.reset();
    const auto& problems =
        text.known.inspection ? text.known.inspection->diagnostics : text.known.reading->parsed().diagnostics;
    Json all = Json::array();
    for (const auto& problem : problems)
      all.push_back(jsonOf(problem, *text.known.reading, text.document.uri()));
    channel_.send(rpc::notification("textDocument/publishDiagnostics", {{"uri", text.document.uri()},
                                                                        {"version", text.document.version()},
                                                                        {"diagnostics", std::move(all)}}));
  }

  std::optional<Inbox::Clock::time_point> nextShowing() const {
    std::optional<Inbox::Clock::time_point> next;
    for (const auto& [uri, text] : session_.texts)
      if (text.showAt && (!next || *text.showAt < *next))
        next = text.showAt;
    return next;
  }

  void showOverdue() {
    const auto now = Inbox::Clock::now();
    for (auto& [uri, text] : session_.texts)
      if (text.showAt && *text.showAt <= now)
        show(text);
  }

  // --- out

  void answer(const std::string& id, const Json& result) { channel_.send(rpc::resultOf(id, result)); }
  void fail(const std::string& id, Failure failure, const std::string& why) {
    channel_.send(rpc::failureOf(id, failure, why));
  }
  void log(const std::string& message) {
    channel_.send(rpc::notification("window/logMessage", {{"type", 2}, {"message", message}}));
  }

  Inbox inbox_;
  Session session_;
  std::vector<Waiting> waiting_;
  std::int64_t lastRevision_ = 0;
  bool shutDown_ = false;
  bool orderly_ = false;
  bool over_ = false;
  rpc::Channel channel_;
  std::unique_ptr<Study> study_; ///< exists once the session has begun
};

} // namespace

int serve(int in, int out, const std::string& version) { return Server(in, out, version).run(); }

} // namespace stasis::lsp
