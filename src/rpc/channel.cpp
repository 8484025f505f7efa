#include "rpc/channel.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

namespace stasis::rpc {

namespace {

constexpr int watchEvery = 2000; // milliseconds

void blockBrokenPipe() {
  sigset_t brokenPipe;
  sigemptyset(&brokenPipe);
  sigaddset(&brokenPipe, SIGPIPE);
  ::pthread_sigmask(SIG_BLOCK, &brokenPipe, nullptr);
}

} // namespace

Channel::Channel(int in, int out, std::unique_ptr<Framing> framing)
    : in_(in), out_(out), framing_(std::move(framing)), wake_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  blockBrokenPipe();
}

Channel::~Channel() {
  close();
  if (reader_.joinable())
    reader_.join();
  ::close(wake_);
}

void Channel::close() {
  broken_ = true;
  ::eventfd_write(wake_, 1);
}

void Channel::listen(Take take, std::function<void()> ended) {
  reader_ = std::thread([this, take = std::move(take), ended = std::move(ended)] {
    blockBrokenPipe();
    read(take);
    ended();
  });
}

bool Channel::gone() const {
  const pid_t watched = watched_;
  return broken_ || (watched > 0 && ::kill(watched, 0) != 0 && errno == ESRCH);
}

void Channel::read(const Take& take) {
  std::array<char, 1 << 16> block;
  while (!gone()) {
    std::array<pollfd, 2> ends{{{in_, POLLIN, 0}, {wake_, POLLIN, 0}}};
    const int n = ::poll(ends.data(), ends.size(), watchEvery);
    if (n < 0 && errno != EINTR)
      return;
    if (n <= 0 || ends[0].revents == 0)
      continue;
    const ssize_t got = ::read(in_, block.data(), block.size());
    if (got < 0 && (errno == EINTR || errno == EAGAIN))
      continue;
    if (got <= 0)
      return;
    framing_->feed({block.data(), static_cast<std::size_t>(got)});
    while (auto frame = framing_->next())
      take(std::move(*frame));
  }
}

bool Channel::send(std::string_view body) {
  const std::scoped_lock lock(writing_);
  const std::string bytes = framing_->framed(body);
  for (std::size_t sent = 0; sent < bytes.size() && !broken_;) {
    const ssize_t n = ::write(out_, bytes.data() + sent, bytes.size() - sent);
    if (n > 0)
      sent += static_cast<std::size_t>(n);
    else if (n < 0 && errno == EAGAIN) {
      pollfd end{out_, POLLOUT, 0};
      ::poll(&end, 1, 1000);
    } else if (n < 0 && errno != EINTR)
      close();
  }
  return !broken_;
}

} // namespace stasis::rpc
