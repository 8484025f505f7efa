#pragma once

// The messages of a call, from the thread that works on it to the one that writes to the caller. It is over
// when the call is, however that ends: with an answer, stopped, or never begun.
//
// Tested by tests/mcp/http_test.cpp.

#include <chrono>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace stasis::mcp {

class Exchange {
public:
  void tell(std::string message);
  void end();
  /// The next message; none if there is none within this time, or if it is over and all have been taken.
  std::optional<std::string> next(std::chrono::milliseconds patience);
  /// True if it is over and every message has been taken.
  bool isDone() const;

private:
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::string> messages_;
  bool over_ = false;
};

/// Ends it when the last copy of the pointer is gone, so that work that is dropped ends it too.
std::shared_ptr<Exchange> endingWith(std::shared_ptr<Exchange> exchange);

} // namespace stasis::mcp
