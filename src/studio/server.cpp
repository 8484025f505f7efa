#include "studio/server.h"

#include "studio/access.h"
#include "studio/connection.h"
#include "studio/crew.h"

#include <malloc.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#include <atomic>
#include <charconv>
#include <chrono>
#include <cstring>
#include <thread>

namespace stasis::studio {

namespace {

using httplib::Request;
using httplib::Response;

constexpr std::size_t mostConnections = 400;
constexpr int mostRequests = 1000; // of a connection
constexpr std::chrono::seconds betweenRequests{20};
constexpr std::size_t largestBody = largestText;
constexpr std::size_t mostBodies = std::size_t{64} << 20U; // of all connections together
constexpr int largeBlock = 1 << 20;                        // given back to the system when it is freed

/// The connection that this thread serves, and whether its request could be read as one.
thread_local Connection* connection = nullptr;
thread_local bool understood = false;

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

void give(Response& response, Answer answer) {
  response.status = answer.status;
  response.set_content(std::move(answer.body), "application/json");
}

bool changesNothing(const Request& request) { return request.method == "GET" || request.method == "HEAD"; }

bool isJson(const std::string& type) {
  const std::string kind = type.substr(0, type.find(';'));
  return kind == "application/json" || kind == "application/json ";
}

/// The length of the body; none if the head does not say it properly.
std::optional<std::size_t> lengthOf(const Request& request) {
  const std::size_t given = request.get_header_value_count("Content-Length");
  if (given == 0)
    return 0;
  const std::string text = request.get_header_value("Content-Length");
  std::size_t length = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), length);
  return given == 1 && error == std::errc() && rest == text.data() + text.size() ? std::optional(length)
                                                                                 : std::nullopt;
}

} // namespace

class Server::Http : public httplib::Server {
public:
  Http(Api& api, std::span<const EmbeddedFile> page)
      : api_(api), page_(page), ending_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    new_task_queue = [this] { return new Crew(mostConnections, [this] { awaited_.closeOldest(); }); };
    set_tcp_nodelay(true);
    set_socket_options([](socket_t socket) {
      const int yes = 1;
      ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
      ::fcntl(socket, F_SETFD, FD_CLOEXEC);
    });
    set_default_headers(securityHeaders);
    set_keep_alive_max_count(mostRequests);
    set_keep_alive_timeout(betweenRequests.count());
    set_pre_routing_handler([this](const Request& request, Response& response) {
      understood = true;
      answer(request, response);
      return HandlerResponse::Handled;
    });
  }

  bool bind(int port, const std::optional<KeptSession>& kept, std::string& problem) {
    errno = 0;
    const int bound = port == 0 ? bind_to_any_port("127.0.0.1") : bind_to_port("127.0.0.1", port) ? port : -1;
    if (bound <= 0) {
      problem = errno != 0 ? std::strerror(errno) : "it is not free";
      return false;
    }
    ::listen(svr_sock_, 512); // the library's own queue is five long
    port_ = bound;
    access_.emplace(bound, kept);
    return true;
  }

  int port() const { return port_; }
  const Access& access() const { return *access_; }

  void run() {
    begun_ = true;
    if (!ended_)
      listen_after_bind();
    over_ = true;
  }
  /// The library forgets a stop that comes before it listens.
  void end() {
    ended_ = true;
    api_.close();
    ::eventfd_write(ending_.get(), 1);
    while (begun_ && !over_ && !is_running())
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    stop();
  }

private:
  bool process_and_close_socket(socket_t socket) override {
    ::fcntl(socket, F_SETFD, FD_CLOEXEC);
    Connection here(socket, ending_.get(), awaited_, bodies_);
    connection = &here;
    bool closed = false;
    understood = true;
    for (int left = mostRequests; left > 0 && understood && !closed && !here.ends(); --left) {
      understood = false;
      if (!here.awaitRequest(betweenRequests) || !process_request(here, left == 1, closed, &simplify))
        break;
    }
    if (!understood)
      here.endAfterThis();
    connection = nullptr;
    return true;
  }

  /// No ranges, no compression: everything stays on this machine.
  static void simplify(Request& request) {
    request.headers.erase("Accept-Encoding");
    request.headers.erase("Range");
    request.ranges.clear();
  }

  void answer(const Request& request, Response& response) {
    try {
      if (lengthOf(request) == 0U)
        connection->settled();
      if (auto refusal = refusalOf(request)) {
        if (lengthOf(request).value_or(1) > 0 || request.has_header("Transfer-Encoding"))
          connection->endAfterThis();
        return give(response, std::move(*refusal));
      }
      if (request.path.starts_with("/api/"))
        answerApi(request, response);
      else
        answerPage(request, response);
    } catch (const std::exception& defect) {
      give(response, refused(500, std::string("internal: ") + defect.what(), "this is a defect of stasis"));
    }
  }

  /// What can be said of a request from its head.
  std::optional<Answer> refusalOf(const Request& request) const {
    const std::string host = request.get_header_value("Host");
    const std::string& method = request.method;
    const bool api = request.path.starts_with("/api/");
    const auto length = lengthOf(request);
    if (request.get_header_value_count("Host") != 1 || !access_->isHost(host))
      return refused(403, "the studio has another name", "open the address that `stasis studio` prints");
    if (!changesNothing(request) && method != "POST" && method != "PUT" && method != "DELETE")
      return refused(405, method + " is not answered");
    if (!length)
      return refused(400, "the length of the body is not told properly");
    if (request.has_header("Transfer-Encoding"))
      return refused(411, "the length of the body has to be told", "send a Content-Length");
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
      return refused(413, "the body is larger than 8 MiB");
    if (request.has_header("Content-Encoding") ||
        (method != "DELETE" && !isJson(request.get_header_value("Content-Type"))))
      return refused(415, "the body is not application/json");
    return std::nullopt;
  }

  void answerApi(const Request& request, Response& response) {
    Ask ask;
    ask.method = request.method == "HEAD" ? "GET" : request.method;
    ask.path = request.path;
    for (const auto& [name, value] : request.params)
      ask.query.emplace(name, value);
    Connection& here = *connection;
    ask.gone = [&here] { return here.gone(); };
    if (!here.readBody(ask.body, *lengthOf(request))) {
      here.endAfterThis();
      return give(response, refused(408, "the body did not come"));
    }
    here.settled();
    give(response, api_.answer(ask));
  }

  void answerPage(const Request& request, Response& response) {
    if (*lengthOf(request) > 0)
      connection->endAfterThis();
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

  /// To the page, with both secrets, if the token is right.
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
  Descriptor ending_;
  std::atomic<bool> begun_ = false;
  std::atomic<bool> ended_ = false;
  std::atomic<bool> over_ = false;
  int port_ = 0;
  std::optional<Access> access_;
  Awaited awaited_;
  BodyBudget bodies_{mostBodies};
};

Server::Server(std::unique_ptr<Http> http) : http_(std::move(http)) {}
Server::~Server() = default;

std::unique_ptr<Server> Server::open(Api& api, std::span<const EmbeddedFile> page, int port,
                                     std::string& problem, const std::optional<KeptSession>& kept) {
  ::mallopt(M_MMAP_THRESHOLD, largeBlock);
  auto http = std::make_unique<Http>(api, page);
  if (!http->bind(port, kept, problem))
    return nullptr;
  return std::unique_ptr<Server>(new Server(std::move(http)));
}

std::string Server::startAddress() const { return http_->access().startAddress(); }
int Server::port() const { return http_->port(); }
KeptSession Server::session() const { return http_->access().kept(); }
void Server::serve() { http_->run(); }
void Server::stop() { http_->end(); }

} // namespace stasis::studio
