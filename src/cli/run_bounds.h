#pragma once

// The limits of one run, kept whatever a verb is doing. Work that checks its errand ends by itself and
// reports what it finished. Work that does not check it within a third of a second of Ctrl-C, SIGTERM or the
// deadline is ended here, with the same message, the same exit code and no half answer.
//
// Time counts only while the program has the processor or waits for something else, so a busy machine does
// not cut off an answer that was on its way. Memory is limited by the system (RLIMIT_DATA): beyond the limit
// an allocation fails, and the run ends with exit code 3. Tested over all verbs in tests/cli/bounds_test.cpp.

#include "stability/errand.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>

namespace stasis::cli {

class RunBounds {
public:
  /// If work under the errand does not end in time, ends the program with the status that `onEnd` returns.
  /// `onEnd` runs on another thread while the verb is still at work; its argument says whether the run was
  /// interrupted.
  RunBounds(const stability::Errand& errand, std::function<int(bool interrupted)> onEnd);
  ~RunBounds();
  RunBounds(const RunBounds&) = delete;
  RunBounds& operator=(const RunBounds&) = delete;

private:
  static constexpr auto tick = std::chrono::milliseconds(20);
  static constexpr auto patience = std::chrono::milliseconds(330);

  void watch();
  bool isOver() const;
  void count();
  void end();

  const std::stop_token stop_;
  const std::optional<stability::Errand::Clock::time_point>
      deadline_; ///< of the whole run; parts may have earlier ones
  std::function<int(bool)> onEnd_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  bool ended_ = false;
  std::chrono::nanoseconds used_{0};
  std::chrono::nanoseconds processorTime_{0};
  std::jthread watcher_;
};

/// During its life, the run is not ended from outside: an answer is being written, as a whole or not at all.
class WholeAnswer {
public:
  WholeAnswer();
  ~WholeAnswer();
  WholeAnswer(const WholeAnswer&) = delete;
  WholeAnswer& operator=(const WholeAnswer&) = delete;
};

/// Whether part of an answer has gone to standard output.
std::atomic<bool>& answerBegun();

/// Lets this process hold about this many bytes. A tenth more is allowed, so that engines which count their
/// own memory are not cut off. Beyond it `new` throws std::bad_alloc, in GMP too.
void boundMemory(std::uint64_t bytes);
/// Call these around the start of another program, whose memory this limit does not concern: the first lifts
/// the limit and returns it, the second restores it. Async-signal-safe.
std::uint64_t liftMemoryBound();
void setMemoryBound(std::uint64_t bytes);

} // namespace stasis::cli
