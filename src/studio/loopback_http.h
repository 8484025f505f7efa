#pragma once

// HTTP at a port of the loopback address, for the page of the studio and for assistants. cpp-httplib parses
// and writes it; Connection and Crew add what it lacks. A derived class answers one request at a time, on the
// thread of its connection, and checks the head before it reads a body.
//
// Tested over real sockets, hostile requests included, in tests/studio and tests/mcp.

#include "studio/connection.h"

#include <atomic>
#include <optional>
#include <string>

namespace stasis::studio {

class LoopbackHttp : public httplib::Server {
public:
  LoopbackHttp();

  /// Binds a free port if `port` is 0. False, with the reason, if the port is not available.
  bool bind(int port, std::string& problem);
  int port() const { return port_; }
  /// Answers until `end` is called, from any thread; it may also be called before.
  void run();
  void end();
  /// A connection that gives nothing in return is cut, so that the system has room for a process.
  void makeRoom() { shared_.awaited.cutIdlest(); }

protected:
  virtual void answer(const httplib::Request& request, httplib::Response& response, Connection& here) = 0;
  /// The server is ending: releases every request that waits for something.
  virtual void letGo() = 0;

private:
  bool process_and_close_socket(socket_t socket) override;

  files::Descriptor ending_;
  std::atomic<bool> begun_ = false;
  std::atomic<bool> ended_ = false;
  std::atomic<bool> over_ = false;
  int port_ = 0;
  Shared shared_;
};

/// The length of the body; none if the head does not give it properly.
std::optional<std::size_t> bodyLength(const httplib::Request& request);

bool isJsonType(const std::string& contentType);

} // namespace stasis::studio
