#pragma once

// Threads that share independent pieces of work. They live as long as the object, so that what a thread keeps
// (a parser and its cache) serves all rounds. Each piece writes to a place of its own, so the result does not
// depend on the number of threads. A round costs some microseconds.
//
// Tested: one thread and several make the same ledgers, and an exception in a piece comes out.

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
  /// The caller's thread is one of them; with 1 there are no others.
  explicit SharedWork(std::size_t threads);
  ~SharedWork();
  SharedWork(const SharedWork&) = delete;
  SharedWork& operator=(const SharedWork&) = delete;

  /// Runs work(0) … work(count - 1), in any order. An exception in one ends the round and is thrown here.
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
