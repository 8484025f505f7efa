#include "studio/connection.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

namespace stasis::studio {

namespace {

using std::chrono::seconds;

constexpr std::size_t largestHead = std::size_t{64} << 10U;
constexpr std::size_t smallHead = std::size_t{8} << 10U; // of a page; such heads are held in any case
constexpr std::size_t mostHeadLines = 200;
constexpr std::size_t mostLingering = std::size_t{256} << 20U;
constexpr seconds headPatience{10};
constexpr seconds bodyPatience{30};
constexpr seconds writePatience{10};

void sendNow(int socket, const std::string& answer) {
  [[maybe_unused]] const ssize_t sent =
      ::send(socket, answer.data(), answer.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
}

std::string bare(std::string_view status, std::string_view why) {
  return "HTTP/1.1 " + std::string(status) + "\r\nConnection: close\r\nContent-Type: application/json\r\n" +
         "Content-Length: " + std::to_string(why.size()) + "\r\n\r\n" + std::string(why);
}

} // namespace

void Awaited::add(int socket, For what) {
  const std::scoped_lock lock(mutex_);
  idlestFirst_.push_back({socket, what});
  cutAsNeeded();
}

void Awaited::remove(int socket) {
  const std::scoped_lock lock(mutex_);
  std::erase_if(idlestFirst_, [socket](const One& one) { return one.socket == socket; });
}

void Awaited::stir(int socket) {
  const std::scoped_lock lock(mutex_);
  const auto found = std::ranges::find(idlestFirst_, socket, &One::socket);
  if (found != idlestFirst_.end())
    std::rotate(found, found + 1, idlestFirst_.end());
}

void Awaited::need(std::size_t connections) {
  const std::scoped_lock lock(mutex_);
  needed_ = connections;
  cutAsNeeded();
}

void Awaited::cutIdlest() {
  const std::scoped_lock lock(mutex_);
  cutOne();
}

bool Awaited::isCut(int socket) {
  const std::scoped_lock lock(mutex_);
  const auto found = std::ranges::find(idlestFirst_, socket, &One::socket);
  return found != idlestFirst_.end() && found->cut;
}

void Awaited::cutAsNeeded() {
  auto cut = static_cast<std::size_t>(std::ranges::count(idlestFirst_, true, &One::cut));
  while (cut < needed_ && cutOne())
    ++cut;
}

// What has come can still be read, and an answer still be written; who does not take it gets no more.
bool Awaited::cutOne() {
  const auto found = std::ranges::find(idlestFirst_, false, &One::cut);
  if (found == idlestFirst_.end())
    return false;
  found->cut = true;
  ::shutdown(found->socket, found->what == For::request ? SHUT_RD : SHUT_RDWR);
  return true;
}

bool Budget::take(std::size_t bytes) {
  if (taken_.fetch_add(bytes) + bytes <= most_)
    return true;
  taken_ -= bytes;
  return false;
}

Connection::Connection(int socket, int ending, Shared& shared)
    : socket_(socket), ending_(ending), shared_(shared) {}

Connection::~Connection() {
  release();
  tellWhyCut();
  if (ends_)
    beginWaiting(Awaited::For::request);
  linger();
  settled();
}

void Connection::beginWaiting(Awaited::For what) {
  if (!isAwaited_)
    shared_.awaited.add(socket_.get(), what);
  isAwaited_ = true;
}

void Connection::settled() {
  if (isAwaited_)
    shared_.awaited.remove(socket_.get());
  isAwaited_ = false;
}

void Connection::release() {
  shared_.heads.giveBack(std::exchange(heldHead_, 0));
  shared_.bodies.giveBack(std::exchange(heldBody_, 0));
}

// Whoever sent nothing of a request asked for nothing.
void Connection::tellWhyCut() {
  if (headFailed_ && headTooLong_)
    sendNow(socket_.get(), bare("431 Request Header Fields Too Large",
                                R"({"error":"the head of the request is too long","help":""})"));
  else if (headFailed_ && headBytes_ > 0)
    sendNow(socket_.get(),
            bare("503 Service Unavailable",
                 R"({"error":"too many connections wait","help":"send the request again, as a whole"})"));
}

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
  if (filled_ > 0 && isAwaited_)
    shared_.awaited.stir(socket_.get());
  return n > 0;
}

bool Connection::awaitRequest(std::chrono::milliseconds patience) {
  release();
  beginWaiting(Awaited::For::request);
  inHead_ = true;
  headBytes_ = 0;
  headLines_ = 0;
  lineBytes_ = 0;
  if (at_ == filled_ && !fill(Clock::now() + patience))
    return false;
  deadline_ = Clock::now() + headPatience;
  return true;
}

// An empty line ends the head.
bool Connection::countHead(char c) {
  headTooLong_ = ++headBytes_ > largestHead || headLines_ > mostHeadLines;
  if (headTooLong_)
    return false;
  if (c == '\n') {
    ++headLines_;
    if (lineBytes_ == 0 && headBytes_ > 2)
      inHead_ = false;
    lineBytes_ = 0;
  } else if (c != '\r') {
    ++lineBytes_;
  }
  return true;
}

/// While too much is held, every part that comes costs the idlest connection its place.
bool Connection::holdHead(std::size_t bytes) {
  if (headBytes_ <= smallHead)
    return true;
  if (shared_.heads.take(bytes)) {
    heldHead_ += bytes;
    return true;
  }
  shared_.awaited.cutIdlest();
  return !shared_.awaited.isCut(socket_.get());
}

ssize_t Connection::read(char* to, std::size_t size) {
  if (size == 0)
    return 0;
  const ssize_t n = readSome(to, size);
  headFailed_ = n < 0 && inHead_ && (headTooLong_ || shared_.awaited.isCut(socket_.get()));
  return n;
}

ssize_t Connection::readSome(char* to, std::size_t size) {
  if (at_ == filled_ && !fill(deadline_))
    return -1;
  std::size_t n = std::min(size, filled_ - at_);
  const bool wasInHead = inHead_;
  for (std::size_t i = 0; inHead_ && i < n; ++i) {
    if (!countHead(buffer_[at_ + i]))
      return -1;
    if (!inHead_)
      n = i + 1;
  }
  if (wasInHead && !holdHead(n))
    return -1;
  std::memcpy(to, buffer_.data() + at_, n);
  at_ += n;
  return static_cast<ssize_t>(n);
}

Connection::Body Connection::readBody(std::string& body, std::size_t length) {
  inHead_ = false;
  deadline_ = Clock::now() + bodyPatience;
  while (body.size() < length) {
    const std::size_t block = std::min(length - body.size(), buffer_.size());
    if (!shared_.bodies.take(block))
      return Body::noRoom;
    heldBody_ += block;
    const std::size_t had = body.size();
    body.resize(had + block);
    for (std::size_t got = 0; got < block;) {
      const ssize_t n = read(body.data() + had + got, block - got);
      if (n <= 0)
        return shared_.awaited.isCut(socket_.get()) ? Body::noRoom : Body::cutShort;
      got += static_cast<std::size_t>(n);
    }
  }
  return Body::whole;
}

ssize_t Connection::write(const char* from, std::size_t size) {
  if (headFailed_)
    return static_cast<ssize_t>(size); // the library's own answer
  for (std::size_t sent = 0; sent < size;) {
    const ssize_t n = ::send(socket_.get(), from + sent, size - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (n > 0) {
      sent += static_cast<std::size_t>(n);
      continue;
    }
    if (n == 0 || (errno != EAGAIN && errno != EINTR))
      return -1;
    const bool wasAwaited = isAwaited_;
    beginWaiting(Awaited::For::taker);
    const bool taken = await(POLLOUT, Clock::now() + writePatience) && !shared_.awaited.isCut(socket_.get());
    if (!wasAwaited)
      settled();
    if (!taken)
      return -1;
  }
  return static_cast<ssize_t>(size);
}

// A connection that was cut hears no more from the other side, so the state of the protocol is asked for.
bool Connection::gone() const {
  tcp_info state{};
  socklen_t size = sizeof state;
  return ::getsockopt(socket_.get(), IPPROTO_TCP, TCP_INFO, &state, &size) != 0 ||
         state.tcpi_state != TCP_ESTABLISHED;
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
  const bool patient = ends_ && !shared_.awaited.isCut(socket_.get());
  const auto until = Clock::now() + seconds(patient ? 5 : 0);
  for (std::size_t total = 0; total < mostLingering && fill(until); total += filled_) {
  }
}

} // namespace stasis::studio
