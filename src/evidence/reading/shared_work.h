#pragma once

// Threads that share pieces of work which do not depend on each other. They stay while the object lives, so
// that what a thread keeps (a parser and its cache) serves all rounds. Each piece writes to a place of its
// own: the result is the same whatever the number of threads. A round costs some microseconds.
//
// Tested: ledgers of one and of several threads are the same, and what a piece throws comes out.

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace stasis::evidence {

class SharedWork {
public:
  /// The caller's thread is one of them; with one there are no others.
  explicit SharedWork(std::size_t threads);
  ~SharedWork();
  SharedWork(const SharedWork&) = delete;
  SharedWork& operator=(const SharedWork&) = delete;

  /// work(0) … work(count - 1), in any order. What one throws ends the round and comes out here.
  void run(std::size_t count, const std::function<void(std::size_t)>& work);

private:
  void serve();
  void take();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t round_ = 0;
  std::size_t busy_ = 0;
  bool over_ = false;
  const std::function<void(std::size_t)>* work_ = nullptr;
  std::size_t count_ = 0;
  std::atomic<std::size_t> next_ = 0;
  std::exception_ptr thrown_;
  std::vector<std::jthread> others_;
};

} // namespace stasis::evidence
