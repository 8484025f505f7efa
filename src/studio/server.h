#pragma once

// The studio on its port: the page, and the API behind every check that does not need to understand a request
// (host, session, origin, type, size). All checks are made before a body is read. cpp-httplib parses and
// writes HTTP; Connection and Crew add what it lacks.
//
// Loopback only. Tested over a real socket, hostile requests included, in tests/studio.

#include "studio/api.h"
#include "studio/embedded.h"
#include "studio/kept_session.h"

#include <memory>
#include <optional>
#include <span>
#include <string>

namespace stasis::studio {

class Server {
public:
  /// Opens a free port if `port` is 0, with the secrets of an earlier session or new ones. None, with the
  /// reason, if the port is not available.
  static std::unique_ptr<Server> open(Api& api, std::span<const EmbeddedFile> page, int port,
                                      std::string& problem,
                                      const std::optional<KeptSession>& kept = std::nullopt);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// Where a browser starts, with the start token.
  std::string startAddress() const;
  int port() const;
  /// What the next studio on this folder needs so that an open page finds it.
  KeptSession session() const;

  /// Answers until `stop` is called, from any thread.
  void serve();
  void stop();

private:
  class Http;
  explicit Server(std::unique_ptr<Http> http);
  std::unique_ptr<Http> http_;
};

} // namespace stasis::studio
