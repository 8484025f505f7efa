#pragma once

// Threads for connections: one for each, up to a limit, so that slow clients keep nobody else waiting. At the
// limit, or if the system gives no more threads, `full` is called for each connection that has to wait, and
// makes room (Awaited). Every connection ends in time (Connection).

#include <httplib.h>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace stasis::studio {

class Crew : public httplib::TaskQueue {
public:
  /// Throws std::system_error if the system does not give even one thread.
  Crew(std::size_t most, std::function<void()> full);

  void enqueue(std::function<void()> task) override;
  void shutdown() override;

private:
  void work();

  std::size_t most_;
  std::function<void()> full_;
  std::size_t idle_ = 0;
  bool over_ = false;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> tasks_;
  std::vector<std::thread> threads_;
};

} // namespace stasis::studio
