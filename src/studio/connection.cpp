#include "studio/connection.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace stasis::studio {

namespace {

using std::chrono::seconds;

constexpr std::size_t largestHead = std::size_t{64} << 10U;
constexpr std::size_t mostLingering = std::size_t{256} << 20U;
constexpr seconds headPatience{10};
constexpr seconds bodyPatience{30};
constexpr seconds writePatience{10};

} // namespace

void Awaited::add(int socket) {
  const std::scoped_lock lock(mutex_);
  oldestFirst_.push_back(socket);
}

void Awaited::remove(int socket) {
  const std::scoped_lock lock(mutex_);
  std::erase(oldestFirst_, socket);
}

void Awaited::closeOldest() {
  const std::scoped_lock lock(mutex_);
  if (oldestFirst_.empty())
    return;
  ::shutdown(oldestFirst_.front(), SHUT_RDWR);
  oldestFirst_.pop_front();
}

bool BodyBudget::take(std::size_t bytes) {
  if (taken_.fetch_add(bytes) + bytes <= most_)
    return true;
  taken_ -= bytes;
  return false;
}

Connection::Connection(int socket, int ending, Awaited& awaited, BodyBudget& bodies)
    : socket_(socket), ending_(ending), awaited_(awaited), bodies_(bodies) {}

Connection::~Connection() {
  releaseBody();
  if (ends_)
    beginWaiting();
  linger();
  settled();
}

void Connection::beginWaiting() {
  if (!isAwaited_)
    awaited_.add(socket_.get());
  isAwaited_ = true;
}

void Connection::settled() {
  if (isAwaited_)
    awaited_.remove(socket_.get());
  isAwaited_ = false;
}

void Connection::releaseBody() { bodies_.giveBack(std::exchange(held_, 0)); }

bool Connection::await(short events, Clock::time_point until) const {
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
    if (left < 0)
      return false;
    std::array<pollfd, 2> ends{{{socket_.get(), events, 0}, {ending_, POLLIN, 0}}};
    const int n = ::poll(ends.data(), ends.size(), static_cast<int>(left) + 1);
    if (n < 0 && errno == EINTR)
      continue;
    return n > 0 && ends[0].revents != 0;
  }
}

bool Connection::fill(Clock::time_point until) {
  if (!await(POLLIN, until))
    return false;
  const ssize_t n = ::recv(socket_.get(), buffer_.data(), buffer_.size(), MSG_DONTWAIT);
  at_ = 0;
  filled_ = n > 0 ? static_cast<std::size_t>(n) : 0;
  return n > 0;
}

bool Connection::awaitRequest(std::chrono::milliseconds patience) {
  releaseBody();
  beginWaiting();
  inHead_ = true;
  headBytes_ = 0;
  lineBytes_ = 0;
  if (at_ == filled_ && !fill(Clock::now() + patience))
    return false;
  deadline_ = Clock::now() + headPatience;
  return true;
}

// An empty line ends the head.
bool Connection::countHead(char c) {
  if (++headBytes_ > largestHead)
    return false;
  if (c == '\n') {
    if (lineBytes_ == 0 && headBytes_ > 2)
      inHead_ = false;
    lineBytes_ = 0;
  } else if (c != '\r') {
    ++lineBytes_;
  }
  return true;
}

ssize_t Connection::read(char* to, std::size_t size) {
  if (size == 0)
    return 0;
  if (at_ == filled_ && !fill(deadline_))
    return -1;
  std::size_t n = std::min(size, filled_ - at_);
  for (std::size_t i = 0; inHead_ && i < n; ++i) {
    if (!countHead(buffer_[at_ + i]))
      return -1;
    if (!inHead_)
      n = i + 1;
  }
  std::memcpy(to, buffer_.data() + at_, n);
  at_ += n;
  return static_cast<ssize_t>(n);
}

bool Connection::readBody(std::string& body, std::size_t length) {
  inHead_ = false;
  deadline_ = Clock::now() + bodyPatience;
  while (body.size() < length) {
    const std::size_t block = std::min(length - body.size(), buffer_.size());
    if (!bodies_.take(block))
      return false;
    held_ += block;
    const std::size_t had = body.size();
    body.resize(had + block);
    for (std::size_t got = 0; got < block;) {
      const ssize_t n = read(body.data() + had + got, block - got);
      if (n <= 0)
        return false;
      got += static_cast<std::size_t>(n);
    }
  }
  return true;
}

ssize_t Connection::write(const char* from, std::size_t size) {
  for (std::size_t sent = 0; sent < size;) {
    const ssize_t n = ::send(socket_.get(), from + sent, size - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (n > 0)
      sent += static_cast<std::size_t>(n);
    else if ((errno != EAGAIN && errno != EINTR) || !await(POLLOUT, Clock::now() + writePatience))
      return -1;
  }
  return static_cast<ssize_t>(size);
}

bool Connection::gone() const {
  pollfd end{socket_.get(), POLLRDHUP, 0};
  return ::poll(&end, 1, 0) > 0;
}

bool Connection::is_readable() const { return at_ < filled_ || await(POLLIN, deadline_); }
bool Connection::is_writable() const { return await(POLLOUT, Clock::now() + writePatience); }

void Connection::get_remote_ip_and_port(std::string& address, int& port) const {
  address = "127.0.0.1";
  port = 0;
}

void Connection::get_local_ip_and_port(std::string& address, int& port) const {
  get_remote_ip_and_port(address, port);
}

// Closing the socket with unread bytes would discard the answer that is on its way.
void Connection::linger() {
  ::shutdown(socket_.get(), SHUT_WR);
  const auto until = Clock::now() + seconds(ends_ ? 5 : 0);
  for (std::size_t total = 0; total < mostLingering && fill(until); total += filled_) {
  }
}

} // namespace stasis::studio
