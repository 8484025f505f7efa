#pragma once

// One run of this very program in a process of its own, so that nothing a model causes can harm the server.
// Time, memory and output are limited. The child ends within a moment of being stopped, and the system ends
// it when its parent ends. It reads the model from standard input, answers on standard output and standard
// error, and reports its progress on descriptor 3 (STASIS_PROGRESS).
//
// Cost: a fork and an exec. Tested on children that sleep, crash, print too much, or take too much memory.

#include <chrono>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::studio {

struct ChildTask {
  std::vector<std::string> words; ///< arguments of the program
  std::string input;
  std::string folder; ///< its working folder
  std::string within; ///< the only place from which it may read sources
};

struct ChildLimits {
  std::chrono::milliseconds time = std::chrono::minutes(10);
  std::uint64_t memory = 4ULL << 30U;   ///< address space, bytes
  std::uint64_t output = 256ULL << 20U; ///< bytes of standard output
};

struct ChildEnd {
  enum class How : std::uint8_t {
    exited,
    stopped,
    tookTooLong,
    saidTooMuch,
    crashed,
    noRoom, ///< the system gives no more processes, memory or descriptors now; it may later
    notStarted
  };
  How how = How::exited;
  int status = 0; ///< exit status, or the signal of a crash
  std::string out;
  std::string err;
};

/// The program of this process, even if its file has been replaced meanwhile.
inline constexpr const char* thisProgram = "/proc/self/exe";

/// A run that found no room is tried again for a while, each time after `makeRoom`.
constexpr std::chrono::milliseconds roomPatience = std::chrono::seconds(2);
ChildEnd withRoom(const std::function<ChildEnd()>& run, const std::stop_token& stop,
                  const std::function<void()>& makeRoom);

/// Calls `progress` with each line of progress as it comes, on the calling thread.
ChildEnd runChild(const std::string& program, const ChildTask& task, const ChildLimits& limits,
                  const std::stop_token& stop, const std::function<void(std::string_view)>& progress);

} // namespace stasis::studio
