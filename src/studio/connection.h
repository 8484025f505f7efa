#pragma once

// One connection as the HTTP library reads and writes it, with the patience it does not have: the head of a
// request must come within seconds and be short, its body within half a minute; who does not take an answer
// is left; all ends when the studio does. It also tells whether the other side is still there, which is how
// closing a page stops what it asked for.

#include "studio/descriptor.h"

#include <httplib.h>

#include <array>
#include <chrono>
#include <string>

namespace stasis::studio {

class Connection : public httplib::Stream {
public:
  using Clock = std::chrono::steady_clock;

  /// `ending`: becomes readable when the studio ends. The connection closes the socket.
  Connection(int socket, int ending);
  ~Connection() override;

  /// Whether a request begins within this time.
  bool awaitRequest(std::chrono::milliseconds patience);
  /// All of a body of this length; false if it does not come.
  bool readBody(std::string& body, std::size_t length);
  /// What the other side still sends is not read as a request: the connection ends after this answer.
  void endAfterThis() { ends_ = true; }
  bool ends() const { return ends_; }
  /// True if nobody is there any more to take an answer.
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

  Descriptor socket_;
  int ending_;
  std::array<char, 16384> buffer_{};
  std::size_t at_ = 0;
  std::size_t filled_ = 0;
  bool inHead_ = true;
  bool ends_ = false;
  std::size_t headBytes_ = 0;
  std::size_t lineBytes_ = 0; ///< of the line of the head being read, its end not counted
  Clock::time_point deadline_;
};

} // namespace stasis::studio
