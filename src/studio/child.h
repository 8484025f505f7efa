#pragma once

// One run of this very program in a process of its own, so that nothing a model makes it do can harm whoever
// asked: limits on time, memory and output, ended within a moment when told to stop, ended by the system when
// its parent is. It reads the model from standard input, answers on standard output and standard error, and
// tells its progress on descriptor 3 (STASIS_PROGRESS).
//
// Cost: a fork and an exec. Tested on children that sleep, crash, say too much, take too much memory.

#include <chrono>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::studio {

struct ChildTask {
  std::vector<std::string> words; ///< what follows the name of the program
  std::string input;
  std::string folder; ///< where it runs
  std::string within; ///< the only place it takes sources from
};

struct ChildLimits {
  std::chrono::milliseconds time = std::chrono::minutes(10);
  std::uint64_t memory = 4ULL << 30U;   ///< address space, bytes
  std::uint64_t output = 256ULL << 20U; ///< bytes of standard output
};

struct ChildEnd {
  enum class How : std::uint8_t { exited, stopped, tookTooLong, saidTooMuch, crashed, notStarted };
  How how = How::exited;
  int status = 0; ///< exit status, or the signal of a crash
  std::string out;
  std::string err;
};

/// The program this process runs, even if its file has been replaced meanwhile.
inline constexpr const char* thisProgram = "/proc/self/exe";

/// Calls `progress` with each line of progress as it comes, on the calling thread.
ChildEnd runChild(const std::string& program, const ChildTask& task, const ChildLimits& limits,
                  const std::stop_token& stop, const std::function<void(std::string_view)>& progress);

} // namespace stasis::studio
