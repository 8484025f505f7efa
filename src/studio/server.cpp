#include "studio/server.h"

#include "studio/access.h"
#include "studio/loopback_http.h"

namespace stasis::studio {

namespace {

using httplib::Request;
using httplib::Response;

const httplib::Headers securityHeaders{
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
     "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Cache-Control", "no-store"}};

constexpr const char* keyHeader = "Stasis-Key";

constexpr const char* notAdmitted =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Stasis Studio</title>"
    "<h1>This address has been used</h1><p>The address that <code>stasis studio</code> prints opens the "
    "studio once, in one browser. Start <code>stasis studio</code> again for a new one.</p></html>\n";

void give(Response& response, const Answer& answer) {
  response.status = answer.status;
  response.set_content(answer.body, "application/json");
}

bool changesNothing(const Request& request) { return request.method == "GET" || request.method == "HEAD"; }

} // namespace

class Server::Http : public LoopbackHttp {
public:
  Http(Api& api, std::span<const EmbeddedFile> page) : api_(api), page_(page) {
    api_.onNoRoom([this] { makeRoom(); });
    set_default_headers(securityHeaders);
  }

  bool open(int port, const std::optional<KeptSession>& kept, std::string& problem) {
    if (!bind(port, problem))
      return false;
    access_.emplace(this->port(), kept);
    return true;
  }

  const Access& access() const { return *access_; }

private:
  void letGo() override { api_.close(); }

  void answer(const Request& request, Response& response, Connection& here) override {
    try {
      if (bodyLength(request) == 0U)
        here.settled();
      if (auto refusal = refusalOf(request)) {
        if (bodyLength(request).value_or(1) > 0 || request.has_header("Transfer-Encoding"))
          here.endAfterThis();
        return give(response, *refusal);
      }
      if (request.path.starts_with("/api/"))
        answerApi(request, response, here);
      else
        answerPage(request, response, here);
    } catch (const std::exception& defect) {
      give(response, refused(500, std::string("internal: ") + defect.what(), "this is a defect of stasis"));
    }
  }

  /// Refusals that follow from the head of a request.
  std::optional<Answer> refusalOf(const Request& request) const {
    const std::string host = request.get_header_value("Host");
    const std::string& method = request.method;
    const bool api = request.path.starts_with("/api/");
    const auto length = bodyLength(request);
    if (request.get_header_value_count("Host") != 1 || !access_->isHost(host))
      return refused(403, "the studio has another name", "open the address that `stasis studio` prints");
    if (!changesNothing(request) && method != "POST" && method != "PUT" && method != "DELETE")
      return refused(405, method + " is not answered");
    if (!length)
      return refused(400, "the length of the body is not stated properly");
    if (request.has_header("Transfer-Encoding"))
      return refused(411, "the length of the body is missing", "send a Content-Length");
    const bool opens = request.path == "/" && changesNothing(request);
    if (!opens && !access_->hasSession(request.get_header_value("Cookie")))
      return refused(401, "there is no session", "open the address that `stasis studio` prints");
    if (api && (request.get_header_value_count(keyHeader) != 1 ||
                !access_->hasKey(request.get_header_value(keyHeader))))
      return refused(401, "this is not the page of the studio",
                     "open the address that `stasis studio` prints");
    const std::string site = request.get_header_value("Sec-Fetch-Site");
    if (api && (site == "cross-site" || site == "same-site"))
      return refused(403, "this comes from another page");
    if (changesNothing(request))
      return std::nullopt;
    if (!Access::isOrigin(request.get_header_value("Origin"), host))
      return refused(403, "this does not come from the page of the studio", "send its Origin");
    if (*length > largestBody)
      return refused(413, "the body is larger than 16 MiB");
    if (request.has_header("Content-Encoding") ||
        (method != "DELETE" && !isJsonType(request.get_header_value("Content-Type"))))
      return refused(415, "the body is not application/json");
    return std::nullopt;
  }

  void answerApi(const Request& request, Response& response, Connection& here) {
    Ask ask;
    ask.method = request.method == "HEAD" ? "GET" : request.method;
    ask.path = request.path;
    for (const auto& [name, value] : request.params)
      ask.query.emplace(name, value);
    ask.gone = [&here] { return here.gone(); };
    if (const auto body = here.readBody(ask.body, *bodyLength(request)); body != Connection::Body::whole) {
      here.endAfterThis();
      return give(response, body == Connection::Body::cutShort
                                ? refused(408, "the body did not come")
                                : refused(503, "too much is being sent at once", "send it again"));
    }
    here.settled();
    give(response, api_.answer(ask));
  }

  void answerPage(const Request& request, Response& response, Connection& here) {
    if (*bodyLength(request) > 0)
      here.endAfterThis();
    if (!changesNothing(request))
      return give(response, refused(405, "pages are only read"));
    if (request.path == "/" && request.has_param("token") && request.method == "GET" &&
        admit(request, response))
      return;
    if (request.path == "/" && !access_->hasSession(request.get_header_value("Cookie"))) {
      response.status = 401;
      response.set_content(notAdmitted, "text/html; charset=utf-8");
      return;
    }
    if (request.path == "/" && request.has_param("token"))
      return lead(response, "/");
    const std::string name = request.path == "/" ? "index.html" : request.path.substr(1);
    const EmbeddedFile* file = findEmbedded(page_, name);
    if (file == nullptr)
      return give(response, refused(404, "there is no page " + request.path));
    response.status = 200;
    response.set_content(file->begin, file->bytes().size(), std::string(mediaType(name)));
  }

  /// Leads to the page, with both secrets, if the token is right.
  bool admit(const Request& request, Response& response) {
    const auto cookie = access_->admit(request.get_param_value("token"));
    if (!cookie)
      return false;
    response.set_header("Set-Cookie", *cookie);
    lead(response, access_->pageAddress());
    return true;
  }

  static void lead(Response& response, const std::string& where) {
    response.status = 303;
    response.set_header("Location", where);
  }

  Api& api_;
  std::span<const EmbeddedFile> page_;
  std::optional<Access> access_;
};

Server::Server(std::unique_ptr<Http> http) : http_(std::move(http)) {}
Server::~Server() = default;

std::unique_ptr<Server> Server::open(Api& api, std::span<const EmbeddedFile> page, int port,
                                     std::string& problem, const std::optional<KeptSession>& kept) {
  auto http = std::make_unique<Http>(api, page);
  if (!http->open(port, kept, problem))
    return nullptr;
  return std::unique_ptr<Server>(new Server(std::move(http)));
}

std::string Server::startAddress() const { return http_->access().startAddress(); }
int Server::port() const { return http_->port(); }
KeptSession Server::session() const { return http_->access().kept(); }
void Server::serve() { http_->run(); }
void Server::stop() { http_->end(); }

} // namespace stasis::studio
