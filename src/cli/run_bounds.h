#pragma once

// The bounds of one run, kept whatever a verb is doing. Work that looks at its errand ends by itself and says
// what it finished. What does not look at it for a third of a second after Ctrl-C, SIGTERM or the deadline is
// ended here: the same message, the same exit code, no half answer.
//
// Time is counted in what the program got of the processor, or waited for something else, so that a busy
// machine takes no answer away that was on its way. Memory is bounded by the system (RLIMIT_DATA): beyond it
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
  /// Ends the program with the status that `onEnd` returns, if work under the errand does not end in time.
  /// `onEnd` runs on another thread while the verb is still at work, and is told whether the run was
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
      deadline_; ///< of the run, whatever its parts may take
  std::function<int(bool)> onEnd_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  bool ended_ = false;
  std::chrono::nanoseconds used_{0};
  std::chrono::nanoseconds processorTime_{0};
  std::jthread watcher_;
};

/// While it lives, the run is not ended from outside: an answer is being written, whole or not at all.
class WholeAnswer {
public:
  WholeAnswer();
  ~WholeAnswer();
  WholeAnswer(const WholeAnswer&) = delete;
  WholeAnswer& operator=(const WholeAnswer&) = delete;
};

/// Whether anything of an answer has gone to standard output.
std::atomic<bool>& answerBegun();

/// Lets this process hold about so many bytes (a tenth more, so that those who count for themselves are not
/// cut off): beyond it `new` throws std::bad_alloc, in GMP too.
void boundMemory(std::uint64_t bytes);
/// Around the start of another program, which is not bounded by what this one may hold: the bound that was in
/// force, and back to it. Async-signal-safe.
std::uint64_t liftMemoryBound();
void setMemoryBound(std::uint64_t bytes);

} // namespace stasis::cli
