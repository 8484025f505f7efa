#include "studio/loopback_http.h"

#include "studio/crew.h"

#include <malloc.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#include <charconv>
#include <chrono>
#include <cstring>
#include <thread>

namespace stasis::studio {

namespace {

constexpr std::size_t mostConnections = 400;
constexpr int mostRequests = 1000; // of a connection
constexpr std::chrono::seconds betweenRequests{20};
constexpr int largeBlock = 1 << 20; // returned to the system when freed

/// The connection that this thread serves, and whether its request could be parsed.
thread_local Connection* connection = nullptr;
thread_local bool understood = false;

/// No ranges, no compression: everything stays on this machine.
void simplify(httplib::Request& request) {
  request.headers.erase("Accept-Encoding");
  request.headers.erase("Range");
  request.ranges.clear();
}

} // namespace

std::optional<std::size_t> bodyLength(const httplib::Request& request) {
  const std::size_t given = request.get_header_value_count("Content-Length");
  if (given == 0)
    return 0;
  const std::string text = request.get_header_value("Content-Length");
  std::size_t length = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), length);
  return given == 1 && error == std::errc() && rest == text.data() + text.size() ? std::optional(length)
                                                                                 : std::nullopt;
}

bool isJsonType(const std::string& contentType) {
  const std::string kind = contentType.substr(0, contentType.find(';'));
  return kind == "application/json" || kind == "application/json ";
}

LoopbackHttp::LoopbackHttp() : ending_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  ::mallopt(M_MMAP_THRESHOLD, largeBlock);
  new_task_queue = [this] {
    return new Crew(mostConnections, [this](std::size_t n) { shared_.awaited.need(n); });
  };
  set_tcp_nodelay(true);
  set_socket_options([](socket_t socket) {
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    ::fcntl(socket, F_SETFD, FD_CLOEXEC);
  });
  set_keep_alive_max_count(mostRequests);
  set_keep_alive_timeout(betweenRequests.count());
  set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
    understood = true;
    answer(request, response, *connection);
    return HandlerResponse::Handled;
  });
}

bool LoopbackHttp::bind(int port, std::string& problem) {
  errno = 0;
  const int bound = port == 0 ? bind_to_any_port("127.0.0.1") : bind_to_port("127.0.0.1", port) ? port : -1;
  if (bound <= 0) {
    problem = errno != 0 ? std::strerror(errno) : "it is not free";
    return false;
  }
  ::listen(svr_sock_, SOMAXCONN); // the library's own queue is five long
  port_ = bound;
  return true;
}

void LoopbackHttp::run() {
  begun_ = true;
  if (!ended_)
    listen_after_bind();
  over_ = true;
}

// The library forgets a stop that comes before it listens.
void LoopbackHttp::end() {
  ended_ = true;
  letGo();
  ::eventfd_write(ending_.get(), 1);
  while (begun_ && !over_ && !is_running())
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  stop();
}

bool LoopbackHttp::process_and_close_socket(socket_t socket) {
  ::fcntl(socket, F_SETFD, FD_CLOEXEC);
  Connection here(socket, ending_.get(), shared_);
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

} // namespace stasis::studio
