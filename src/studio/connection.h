#pragma once

// One connection, for the HTTP library to read and write, with the limits that the library lacks. The head of
// a request must come within seconds and be short, its body within half a minute. A client that does not take
// its answer is dropped. If others wait for a thread, or if too much of what has come is held, the connection
// that has been idle for longest is cut, and told so (503). Everything ends when the studio does. The
// connection also shows whether the other side is still there: that is how closing a page stops what it asked
// for.

#include "files/descriptor.h"

#include <httplib.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <string>

namespace stasis::studio {

/// Connections that occupy a thread and give nothing in return: they wait for more of a request, or for the
/// other side to take an answer. As many as are needed are cut, first those that have been idle for longest.
/// A connection that is cut still gets what has come already, so a request that is here is answered. Threads:
/// any.
class Awaited {
public:
  enum class For : std::uint8_t { request, taker };
  void add(int socket, For what);
  void remove(int socket);
  /// Something came or was taken: it is no longer the idlest.
  void stir(int socket);
  /// So many connections wait for a thread now. As many are cut, some of them perhaps only when they are
  /// added.
  void need(std::size_t connections);
  /// Cuts one more, if there is one.
  void cutIdlest();
  bool isCut(int socket);

private:
  struct One {
    int socket;
    For what;
    bool cut = false;
  };
  void cutAsNeeded();
  bool cutOne();

  std::mutex mutex_;
  std::deque<One> idlestFirst_;
  std::size_t needed_ = 0;
};

/// Bytes held at once, by all connections together.
class Budget {
public:
  explicit Budget(std::size_t most) : most_(most) {}
  /// False if that is too much; nothing is taken then.
  bool take(std::size_t bytes);
  void giveBack(std::size_t bytes) { taken_ -= bytes; }

private:
  std::size_t most_;
  std::atomic<std::size_t> taken_ = 0;
};

/// What all connections of a server share.
struct Shared {
  Awaited awaited;
  Budget heads{std::size_t{4} << 20U};
  Budget bodies{std::size_t{64} << 20U};
};

class Connection : public httplib::Stream {
public:
  using Clock = std::chrono::steady_clock;

  /// `ending` becomes readable when the studio ends. The connection closes the socket.
  Connection(int socket, int ending, Shared& shared);
  ~Connection() override;

  /// Whether a request begins within this time.
  bool awaitRequest(std::chrono::milliseconds patience);
  /// Call once the request has come; it is then answered, however many connections wait.
  void settled();
  enum class Body : std::uint8_t { whole, cutShort, noRoom };
  /// Reads a whole body of this length, holding only what has come. `noRoom`: too much is held already. It
  /// counts as held until the next request.
  Body readBody(std::string& body, std::size_t length);
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
  ssize_t readSome(char* to, std::size_t size);
  bool await(short events, Clock::time_point until) const;
  bool fill(Clock::time_point until);
  bool countHead(char c);
  bool holdHead(std::size_t bytes);
  void linger();
  void beginWaiting(Awaited::For what);
  void release();
  void tellWhyCut();

  files::Descriptor socket_;
  int ending_;
  Shared& shared_;
  bool isAwaited_ = false;
  std::size_t heldHead_ = 0; ///< of the bytes in the budgets
  std::size_t heldBody_ = 0;
  std::array<char, 16384> buffer_{};
  std::size_t at_ = 0;
  std::size_t filled_ = 0;
  bool inHead_ = true;
  bool ends_ = false;
  bool headTooLong_ = false;
  bool headFailed_ = false; ///< it will not come; the answer at the end says why
  std::size_t headBytes_ = 0;
  std::size_t headLines_ = 0;
  std::size_t lineBytes_ = 0; ///< of the current line of the head, without its end
  Clock::time_point deadline_;
};

} // namespace stasis::studio
