#pragma once

// What long work is told: when to stop and whom to tell how far it is. Ctrl-C, --timeout and a Stop button
// are all the same stop token; a deadline is one more reason. Work asks often enough to end within a second.

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <stop_token>
#include <string>

namespace stasis::stability {

/// Why work ended before it was finished.
enum class Limit : std::uint8_t { interrupted, timeout, states, memory };

/// Thrown inside long work and caught by `solve` (or the caller of an Engine), who turns it into an answer
/// that says what was finished. `what()` says which limit and how to raise it.
class LimitReached : public std::runtime_error {
public:
  LimitReached(Limit limit, const std::string& message) : std::runtime_error(message), limit_(limit) {}
  Limit limit() const { return limit_; }

private:
  Limit limit_;
};

struct Progress {
  std::string phase; ///< `Russia: SEQ`
  std::size_t done = 0;
  std::size_t total = 0;
};

class Errand {
public:
  using Clock = std::chrono::steady_clock;

  std::stop_token stop;
  std::optional<Clock::time_point> deadline;
  std::function<void(const Progress&)> progress; ///< may be called from any thread, one call at a time

  /// Throws LimitReached if the work should end now. A few nanoseconds but for the clock: call every some
  /// thousand steps.
  void check() const;
  void tell(const Progress& p) const {
    if (progress)
      progress(p);
  }
};

} // namespace stasis::stability
