#pragma once

// Threads for connections: one for each, up to a limit, so that slow clients keep nobody else waiting. If
// connections wait for a thread, at the limit or because the system gives no more threads, `crowded` is told
// how many, and makes room (Awaited). Threads that nobody needs end, so that the system's processes are there
// for what is computed. Without any thread, connections are served where they are accepted. Every connection
// ends in time (Connection).

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
  /// `crowded` is called whenever the number of connections that wait for a thread changes.
  Crew(std::size_t most, std::function<void(std::size_t waiting)> crowded);

  void enqueue(std::function<void()> task) override;
  void shutdown() override;

private:
  void work();
  bool addThread();
  void tellWaiting();
  void joinFinished();

  std::size_t most_;
  std::function<void(std::size_t)> crowded_;
  std::size_t idle_ = 0;
  std::size_t starting_ = 0; ///< threads that do not wait for work yet
  std::size_t waiting_ = 0;  ///< as reported last
  bool over_ = false;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> tasks_;
  std::vector<std::thread> threads_;
  std::vector<std::thread> finished_; ///< to be joined
};

} // namespace stasis::studio
