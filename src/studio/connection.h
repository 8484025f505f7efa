#pragma once

// One connection, for the HTTP library to read and write, with the time limits that the library lacks. The
// head of a request must come within seconds and be short, its body within half a minute. A client that does
// not take its answer is dropped. Everything ends when the studio does. The connection also shows whether the
// other side is still there: that is how closing a page stops what it asked for.

#include "studio/descriptor.h"

#include <httplib.h>

#include <array>
#include <atomic>
#include <chrono>
#include <deque>
#include <mutex>
#include <string>

namespace stasis::studio {

/// Connections that wait for a request: each occupies a thread and gives nothing in return. If there are too
/// many, the one that has waited longest is closed first. Threads: any.
class Awaited {
public:
  void add(int socket);
  void remove(int socket);
  /// Does nothing if none is waiting.
  void closeOldest();

private:
  std::mutex mutex_;
  std::deque<int> oldestFirst_;
};

/// The bytes of bodies held at once, by all connections together.
class BodyBudget {
public:
  explicit BodyBudget(std::size_t most) : most_(most) {}
  bool take(std::size_t bytes);
  void giveBack(std::size_t bytes) { taken_ -= bytes; }

private:
  std::size_t most_;
  std::atomic<std::size_t> taken_ = 0;
};

class Connection : public httplib::Stream {
public:
  using Clock = std::chrono::steady_clock;

  /// `ending` becomes readable when the studio ends. The connection closes the socket.
  Connection(int socket, int ending, Awaited& awaited, BodyBudget& bodies);
  ~Connection() override;

  /// Whether a request begins within this time.
  bool awaitRequest(std::chrono::milliseconds patience);
  /// Call once the request has come; it is then answered, however many connections wait.
  void settled();
  /// Reads a whole body of this length, holding only what has come. False if it does not come, or if too much
  /// is held already. It counts as held until the next request.
  bool readBody(std::string& body, std::size_t length);
  /// Whatever the other side still sends is not read as a request: the connection ends after this answer.
  void endAfterThis() { ends_ = true; }
  bool ends() const { return ends_; }
  /// True if the other side has gone and takes no answer.
  bool gone() const;

  bool is_readable() const override;
  bool is_writable() const override;
  ssize_t read(char* to, std::size_t size) override;
  ssize_t write(const char* from, std::size_t size) override;
  void get_remote_ip_and_port(std::string& address, int& port) const override;
  void get_local_ip_and_port(std::string& address, int& port) const override;
  socket_t socket() const override { return socket_.get(); }

private:
  bool await(short events, Clock::time_point until) const;
  bool fill(Clock::time_point until);
  bool countHead(char c);
  void linger();
  void beginWaiting();
  void releaseBody();

  Descriptor socket_;
  int ending_;
  Awaited& awaited_;
  BodyBudget& bodies_;
  bool isAwaited_ = false;
  std::size_t held_ = 0; ///< of the bytes in the budget
  std::array<char, 16384> buffer_{};
  std::size_t at_ = 0;
  std::size_t filled_ = 0;
  bool inHead_ = true;
  bool ends_ = false;
  std::size_t headBytes_ = 0;
  std::size_t lineBytes_ = 0; ///< of the current line of the head, without its end
  Clock::time_point deadline_;
};

} // namespace stasis::studio
