#pragma once

// The calls in progress. A few run at a time, the others wait, and each can be stopped by the id of its
// request. Threads: any. Tested by tests/mcp/server_test.cpp.

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

namespace stasis::mcp {

inline constexpr std::size_t callsAtOnce = 4;
inline constexpr std::size_t callsWaiting = 64;

class Calls {
public:
  using Work = std::function<void(const std::stop_token&)>;

  Calls(std::size_t atOnce, std::size_t waiting);
  /// Stops all calls.
  ~Calls();
  Calls(const Calls&) = delete;
  Calls& operator=(const Calls&) = delete;

  /// False if too many are already waiting.
  bool begin(const std::string& id, Work work);
  void stop(const std::string& id);
  /// Waits until no call is left, or until `givenUp` returns true (asked ten times a second).
  void finish(const std::function<bool()>& givenUp);

private:
  struct Call {
    std::string id;
    Work work;
    std::stop_source stop;
  };
  void run();

  std::size_t mostWaiting_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::shared_ptr<Call>> waiting_;
  std::vector<std::shared_ptr<Call>> running_;
  bool over_ = false;
  std::vector<std::thread> threads_;
};

} // namespace stasis::mcp
