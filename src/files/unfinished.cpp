#include "files/unfinished.h"

#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <mutex>
#include <utility>

namespace stasis::files {

namespace {

constexpr std::array<int, 5> ending{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE};

/// A signal handler may read this at any moment. Paths are absolute or from where the program was.
struct Slot {
  std::array<char, 4096> path{};
  std::atomic<bool> used = false;
};

std::array<Slot, 8> slots;
std::atomic<int> waiting = 0; ///< how many ask signals to wait
std::atomic<int> came = 0;    ///< the signal that waits

void endBy(int signal) {
  removeUnfinished();
  ::signal(signal, SIG_DFL);
  sigset_t one;
  sigemptyset(&one);
  sigaddset(&one, signal);
  ::sigprocmask(SIG_UNBLOCK, &one, nullptr);
  ::raise(signal);
}

extern "C" void stasisEnds(int signal) {
  const int error = errno;
  if (waiting > 0)
    came = signal;
  else
    endBy(signal);
  errno = error;
}

/// Signals that somebody else handles or ignores are left alone.
void listen() {
  static std::once_flag once;
  std::call_once(once, [] {
    for (const int signal : ending) {
      struct sigaction now{};
      if (::sigaction(signal, nullptr, &now) != 0 || now.sa_handler != SIG_DFL)
        continue;
      struct sigaction then{};
      then.sa_handler = &stasisEnds;
      sigemptyset(&then.sa_mask);
      then.sa_flags = SA_RESTART;
      ::sigaction(signal, &then, nullptr);
    }
  });
}

} // namespace

void removeUnfinished() {
  for (const Slot& slot : slots)
    if (slot.used)
      ::unlink(slot.path.data());
}

Unfinished::Unfinished(std::string path) : path_(std::move(path)) {
  listen();
  for (std::size_t i = 0; i < slots.size() && slot_ < 0 && path_.size() < slots[i].path.size(); ++i) {
    static std::mutex taking;
    const std::scoped_lock lock(taking);
    if (slots[i].used)
      continue;
    std::memcpy(slots[i].path.data(), path_.c_str(), path_.size() + 1);
    slots[i].used = true;
    slot_ = static_cast<int>(i);
  }
}

Unfinished::~Unfinished() {
  if (!path_.empty())
    ::unlink(path_.c_str());
  keep();
}

void Unfinished::keep() {
  path_.clear();
  if (slot_ >= 0)
    slots[static_cast<std::size_t>(std::exchange(slot_, -1))].used = false;
}

SignalsWait::SignalsWait() { ++waiting; }

SignalsWait::~SignalsWait() {
  if (--waiting == 0)
    if (const int signal = came.exchange(0); signal != 0)
      endBy(signal);
}

} // namespace stasis::files
