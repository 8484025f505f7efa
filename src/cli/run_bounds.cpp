#include "cli/run_bounds.h"

#include "cli/verb.h"
#include "files/unfinished.h"

#include <gmp.h>
#include <pthread.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <new>
#include <string>
#include <utility>

namespace stasis::cli {

namespace {

std::chrono::nanoseconds processorTime() {
  timespec used{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
  return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
}

/// Whether the first thread waits for the processor and for nothing else: the letter after its name is R.
bool waitsForProcessor() {
  std::ifstream file("/proc/self/stat");
  const std::string line{std::istreambuf_iterator<char>(file), {}};
  const auto name = line.rfind(')');
  return name != std::string::npos && name + 2 < line.size() && line[name + 2] == 'R';
}

} // namespace

RunBounds::RunBounds(const stability::Errand& errand, std::function<int(bool)> onEnd)
    : stop_(errand.stop), deadline_(errand.deadline), onEnd_(std::move(onEnd)),
      watcher_([this] { watch(); }) {}

RunBounds::~RunBounds() {
  const std::scoped_lock lock(mutex_);
  ended_ = true;
  changed_.notify_all();
}

bool RunBounds::isOver() const {
  return stop_.stop_requested() || (deadline_ && stability::Errand::Clock::now() >= *deadline_);
}

void RunBounds::watch() {
  std::unique_lock lock(mutex_);
  const auto ended = [this] { return ended_; };
  while (!ended_ && !isOver()) // returns at once when the stop is asked for
    changed_.wait_until(lock, stop_,
                        deadline_.value_or(stability::Errand::Clock::now() + std::chrono::hours(1)), ended);
  processorTime_ = processorTime();
  while (!changed_.wait_for(lock, tick, ended))
    count();
}

void RunBounds::count() {
  const auto now = processorTime();
  const auto got = now - std::exchange(processorTime_, now);
  used_ += std::min<std::chrono::nanoseconds>(got > tick / 4 || waitsForProcessor() ? got : tick, tick);
  if (used_ >= patience)
    end();
}

void RunBounds::end() {
  if (::ftrylockfile(stdout) == 0) {
    files::removeUnfinished();
    ::_exit(onEnd_(stop_.stop_requested()));
  }
  // An answer is on its way: only a user who asked for the prompt gets it back now.
  if (stop_.stop_requested() && used_ >= patience + 4 * tick) {
    files::removeUnfinished();
    ::_exit(static_cast<int>(Exit::interrupted));
  }
}

WholeAnswer::WholeAnswer() { ::flockfile(stdout); }
WholeAnswer::~WholeAnswer() { ::funlockfile(stdout); }

std::atomic<bool>& answerBegun() {
  static std::atomic<bool> begun = false;
  return begun;
}

void boundMemory(std::uint64_t bytes) {
  constexpr rlim_t threadStack = rlim_t{2} << 20U;
  pthread_attr_t attributes;
  if (::pthread_getattr_default_np(&attributes) == 0) {
    ::pthread_attr_setstacksize(&attributes, threadStack);
    ::pthread_setattr_default_np(&attributes);
    ::pthread_attr_destroy(&attributes);
  }
  setMemoryBound(bytes + bytes / 10 + 2 * threadStack);
  const auto orThrow = [](void* memory) { return memory != nullptr ? memory : throw std::bad_alloc(); };
  static const auto checked = orThrow;
  ::mp_set_memory_functions(
      [](std::size_t size) { return checked(std::malloc(size)); },
      [](void* memory, std::size_t, std::size_t size) { return checked(std::realloc(memory, size)); },
      [](void* memory, std::size_t) { std::free(memory); });
}

std::uint64_t liftMemoryBound() {
  rlimit limit{};
  ::getrlimit(RLIMIT_DATA, &limit);
  const rlim_t before = std::exchange(limit.rlim_cur, limit.rlim_max);
  ::setrlimit(RLIMIT_DATA, &limit);
  return before;
}

void setMemoryBound(std::uint64_t bytes) {
  rlimit limit{};
  ::getrlimit(RLIMIT_DATA, &limit);
  limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, bytes);
  ::setrlimit(RLIMIT_DATA, &limit);
}

} // namespace stasis::cli
