#include "mcp/http.h"

#include "mcp/calls.h"
#include "mcp/exchange.h"
#include "mcp/methods.h"
#include "studio/access.h"
#include "studio/loopback_http.h"

#include <nlohmann/json.hpp>

#include <cstring>

namespace stasis::mcp {

namespace {

using httplib::Request;
using httplib::Response;
using rpc::Failure;
using rpc::Message;

constexpr int headerMismatch = -32020; // from the version without a handshake
constexpr std::size_t largestBody = studio::largestText * 2;
constexpr std::chrono::milliseconds glance{100};

const httplib::Headers defaultHeaders{{"X-Content-Type-Options", "nosniff"}, {"Cache-Control", "no-store"}};

struct Refused {
  int status;
  std::string why;
};

void give(Response& response, int status, const std::string& body) {
  response.status = status;
  response.set_content(body, "application/json");
}

void refuse(Response& response, const Refused& refused) {
  if (refused.status == 405)
    response.set_header("Allow", "POST");
  give(response, refused.status, rpc::failureOf("null", Failure::invalidRequest, refused.why));
}

std::string textIn(const rpc::Json& json, const char* name) {
  return json.is_object() && json.contains(name) && json[name].is_string() ? json[name].get<std::string>()
                                                                           : "";
}

/// The value that `Mcp-Name` must repeat from the body; empty: none.
std::string nameIn(const Message& message) {
  return textIn(*message.parameters, message.method == "resources/read" ? "uri" : "name");
}

/// The first header that disagrees with the body; empty if all agree. A name with characters beyond ASCII is
/// encoded in a header (`=?base64?…`) and not compared.
std::string mismatch(const Request& request, const Message& message) {
  const std::string version = versionIn(*message.parameters);
  const std::string headVersion = request.get_header_value("MCP-Protocol-Version");
  const bool modern = !version.empty();
  if (!modern)
    return headVersion == newestVersion ? "the head names a version that the `_meta` of the body does not"
                                        : "";
  if (headVersion != version)
    return "MCP-Protocol-Version is not the version of the body";
  if (request.get_header_value("Mcp-Method") != message.method)
    return "Mcp-Method is not the method of the body";
  const std::string name = request.get_header_value("Mcp-Name");
  const bool named =
      message.method == "tools/call" || message.method == "resources/read" || message.method == "prompts/get";
  return named && name != nameIn(message) && !name.starts_with("=?") ? "Mcp-Name is not the name in the body"
                                                                     : "";
}

bool wantsEvents(const Request& request, const Message& message) {
  const auto& parameters = *message.parameters;
  const bool tells = parameters.is_object() && parameters.contains("_meta") &&
                     parameters["_meta"].is_object() && parameters["_meta"].contains("progressToken");
  return tells && request.get_header_value("Accept").find("text/event-stream") != std::string::npos;
}

/// In the era without a handshake, the status says which failure it is.
int statusOf(const std::string& answer, const Message& message) {
  if (versionIn(*message.parameters).empty() ||
      !answer.starts_with(R"({"jsonrpc":"2.0","id":)" + message.id + R"(,"error":{"code":)"))
    return 200;
  const auto json = rpc::Json::parse(answer, nullptr, false);
  const int code = json["error"]["code"];
  return code == unsupportedVersion ? 400 : code == static_cast<int>(Failure::unknownMethod) ? 404 : 200;
}

/// An empty answer means that the call was stopped.
void reply(Response& response, const Message& message, const std::string& answer) {
  const int status = answer.empty() ? 202 : statusOf(answer, message);
  give(response, status, answer);
}

} // namespace

class HttpServer::Http : public studio::LoopbackHttp {
public:
  Http(const Settings& settings, Texts& texts)
      : methods_(settings, texts), calls_(callsAtOnce, callsWaiting) {
    set_default_headers(defaultHeaders);
  }

  bool open(int port, std::string& problem) {
    if (!bind(port, problem))
      return false;
    access_.emplace(this->port());
    return true;
  }

  std::string address() const {
    return "http://127.0.0.1:" + std::to_string(port()) + place + access_->kept().key;
  }

private:
  static constexpr const char* place = "/mcp/"; ///< the secret follows

  void letGo() override { closing_ = true; }

  void answer(const Request& request, Response& response, studio::Connection& here) override {
    try {
      if (const auto refused = refusalOf(request)) {
        if (studio::bodyLength(request).value_or(1) > 0 || request.has_header("Transfer-Encoding"))
          here.endAfterThis();
        return refuse(response, *refused);
      }
      std::string body;
      if (here.readBody(body, *studio::bodyLength(request)) != studio::Connection::Body::whole) {
        here.endAfterThis();
        return refuse(response, {408, "the body did not come"});
      }
      here.settled();
      take(rpc::readMessage(body), request, response, here);
    } catch (const std::exception& defect) {
      give(response, 500,
           rpc::failureOf("null", Failure::internal, std::string("internal: ") + defect.what()));
    }
  }

  /// Refusals that follow from the head of a request.
  std::optional<Refused> refusalOf(const Request& request) const {
    const std::string host = request.get_header_value("Host");
    const std::string origin = request.get_header_value("Origin");
    const auto length = studio::bodyLength(request);
    if (request.get_header_value_count("Host") != 1 || !access_->isHost(host))
      return Refused{403, "the server has another name"};
    if (request.has_header("Origin") && !studio::Access::isOrigin(origin, host))
      return Refused{403, "this comes from the page of another origin"};
    if (!request.path.starts_with(place) || !access_->hasKey(request.path.substr(std::strlen(place))))
      return Refused{404, "the address is the one that `stasis mcp --http` prints"};
    if (request.method != "POST")
      return Refused{405, "messages are sent by POST; no stream is offered"};
    if (request.has_header("Transfer-Encoding"))
      return Refused{411, "the length of the body is missing: send a Content-Length"};
    if (!length)
      return Refused{400, "the length of the body is not stated properly"};
    if (*length > largestBody)
      return Refused{413, "the body is larger than 16 MiB"};
    if (request.has_header("Content-Encoding") ||
        !studio::isJsonType(request.get_header_value("Content-Type")))
      return Refused{415, "the body is not application/json"};
    if (const std::string version = request.get_header_value("MCP-Protocol-Version");
        !version.empty() && !isSpoken(version) && request.get_header_value("Mcp-Method").empty())
      return Refused{400, "version " + version.substr(0, 40) + " is not spoken here"};
    return std::nullopt;
  }

  void take(const Message& message, const Request& request, Response& response, studio::Connection& here) {
    const std::string session = request.get_header_value("Mcp-Session-Id");
    switch (message.kind) {
    case Message::Kind::malformed:
      return give(response, 400, rpc::failureOf(message.id, message.failure, message.problem));
    case Message::Kind::response: response.status = 202; return;
    case Message::Kind::notification:
      response.status = 202;
      if (const std::string id = Methods::cancelledBy(message); !id.empty() && !session.empty())
        calls_.stop(session + ' ' + id);
      return;
    case Message::Kind::request: break;
    }
    if (const std::string why = mismatch(request, message); !why.empty())
      return give(response, 400, rpc::failureOf(message.id, headerMismatch, why, rpc::Json()));
    if (message.method == "initialize")
      response.set_header("Mcp-Session-Id", studio::newSecret());
    if (Methods::takesLong(message))
      return call(message, session, request, response, here);
    reply(response, message, methods_.answer(message, {}, {}));
  }

  void call(const Message& message, const std::string& session, const Request& request, Response& response,
            studio::Connection& here) {
    // Without a session, only the caller can stop the call, by leaving.
    const std::string key =
        session.empty() ? "call " + std::to_string(++lastCall_) : session + ' ' + message.id;
    const auto exchange = std::make_shared<Exchange>();
    const bool begun = calls_.begin(key, [this, message, to = endingWith(exchange)](const auto& stop) {
      std::string answer = methods_.answer(message, stop, [&](const std::string& news) { to->tell(news); });
      if (!answer.empty())
        to->tell(std::move(answer));
    });
    if (!begun)
      return give(response, 200,
                  rpc::failureOf(message.id, Failure::internal, "too many calls wait already"));
    if (wantsEvents(request, message))
      return stream(exchange, key, response, here);
    std::string answer; // the last message; the caller did not ask for progress
    while (!exchange->isDone()) {
      if (auto said = exchange->next(glance))
        answer = std::move(*said);
      else if (here.gone() || closing_)
        calls_.stop(key);
    }
    reply(response, message, answer);
  }

  void stream(const std::shared_ptr<Exchange>& exchange, const std::string& key, Response& response,
              studio::Connection& here) {
    response.status = 200;
    response.set_chunked_content_provider(
        "text/event-stream", [this, exchange, key, &here](std::size_t, httplib::DataSink& sink) {
          const auto said = exchange->next(glance);
          const std::string event = said ? "event: message\ndata: " + *said + "\n\n" : "";
          if (here.gone() || closing_ || (said && !sink.write(event.data(), event.size()))) {
            calls_.stop(key);
            return false;
          }
          if (exchange->isDone())
            sink.done();
          return true;
        });
  }

  Methods methods_;
  std::optional<studio::Access> access_;
  std::atomic<std::uint64_t> lastCall_ = 0;
  std::atomic<bool> closing_ = false;
  Calls calls_;
};

HttpServer::HttpServer(std::unique_ptr<Http> http) : http_(std::move(http)) {}
HttpServer::~HttpServer() = default;

std::unique_ptr<HttpServer> HttpServer::open(const Settings& settings, Texts& texts, int port,
                                             std::string& problem) {
  auto http = std::make_unique<Http>(settings, texts);
  if (!http->open(port, problem))
    return nullptr;
  return std::unique_ptr<HttpServer>(new HttpServer(std::move(http)));
}

std::string HttpServer::address() const { return http_->address(); }
void HttpServer::serve() { http_->run(); }
void HttpServer::stop() { http_->end(); }

} // namespace stasis::mcp
