#pragma once

// Tells long work when to stop, and receives its progress. Ctrl-C, --timeout and a Stop button all use the
// same stop token; a deadline is one more reason. Work checks often enough to end within a second.

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <stop_token>
#include <string>

namespace stasis::stability {

/// Why work ended early.
enum class Limit : std::uint8_t { interrupted, timeout, states, memory };

/// Thrown inside long work. `solve` (or the caller of an Engine) catches it and returns what was finished.
/// `what()` says which limit it was and how to raise it.
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

  /// Throws LimitReached if the work should end now. Costs a few nanoseconds except for the clock: call it
  /// every few thousand steps.
  void check() const;
  void tell(const Progress& p) const {
    if (progress)
      progress(p);
  }
};

} // namespace stasis::stability
