#pragma once

// The assistants' server at a port of the loopback address (Model Context Protocol, streamable HTTP
// transport): one message a POST, answered as JSON, or as a stream of events if the caller asked for
// progress. The address contains a secret. A request has to name this host; one from a page of another origin
// is refused. When a caller leaves, its call stops. Nothing is kept between requests: the session of a
// handshake only keeps apart the request ids of different callers.
//
// Tested by tests/mcp/http_test.cpp over a socket, and with the official clients.

#include "mcp/tool.h"

#include <memory>
#include <string>

namespace stasis::mcp {

class HttpServer {
public:
  /// Opens a free port if `port` is 0. None, with the reason, if the port is not available. Settings and
  /// texts must outlive it.
  static std::unique_ptr<HttpServer> open(const Settings& settings, class Texts& texts, int port,
                                          std::string& problem);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  /// `http://127.0.0.1:8123/mcp/SECRET`
  std::string address() const;
  /// Answers until `stop` is called, from any thread.
  void serve();
  void stop();

private:
  class Http;
  explicit HttpServer(std::unique_ptr<Http> http);
  std::unique_ptr<Http> http_;
};

} // namespace stasis::mcp
