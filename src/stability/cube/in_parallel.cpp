#include "stability/cube/in_parallel.h"

#include "stability/threads.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace stasis::stability {

namespace {

/// A range in parts. Whoever works on it takes the next part until there is none.
class Task {
public:
  Task(std::size_t parts, std::size_t seats, const std::function<void(std::size_t part)>& part)
      : parts_(parts), seats_(seats), part_(part) {}

  /// Takes parts until none is left. An exception ends the others' work, too, after the parts they are at.
  void work() {
    try {
      for (std::size_t next = next_++; next < parts_; next = next_++)
        part_(next);
    } catch (...) {
      next_ = parts_;
      const std::lock_guard lock(failing_);
      if (!failure_)
        failure_ = std::current_exception();
    }
  }

  bool isOpen() const { return taken_ < seats_ && next_ < parts_; }
  void join() {
    ++taken_;
    ++working_;
  }
  void leave() { --working_; }
  bool isLeft() const { return working_ == 0; }
  void tellFailure() const {
    if (failure_)
      std::rethrow_exception(failure_);
  }

private:
  std::size_t parts_;
  std::size_t seats_; ///< for threads beside the one that asked
  const std::function<void(std::size_t part)>& part_;
  std::atomic<std::size_t> next_ = 0;
  std::size_t taken_ = 0;   ///< seats; the crew's lock guards this
  std::size_t working_ = 0; ///< and this
  std::mutex failing_;
  std::exception_ptr failure_;
};

/// Threads that wait for tasks. They sleep in between, so that they cost no processor time.
class Crew {
public:
  void run(Task& task, std::size_t helpers) {
    {
      const std::lock_guard lock(mutex_);
      engage(helpers);
      tasks_.push_back(&task);
    }
    for (std::size_t i = 0; i < helpers; ++i)
      wake_.notify_one();
    task.work();
    std::unique_lock lock(mutex_);
    std::erase(tasks_, &task);
    left_.wait(lock, [&] { return task.isLeft(); });
  }

private:
  void engage(std::size_t threads) {
    for (; threads_ < threads; ++threads_)
      try {
        std::thread([this] { serve(); }).detach();
      } catch (const std::system_error&) {
        return; // those there are will have to do
      }
  }

  [[noreturn]] void serve() {
    std::unique_lock lock(mutex_);
    for (;;) {
      const auto open = std::ranges::find_if(tasks_, [](const Task* task) { return task->isOpen(); });
      if (open == tasks_.end()) {
        wake_.wait(lock);
        continue;
      }
      Task& task = **open;
      task.join();
      lock.unlock();
      task.work();
      lock.lock();
      task.leave();
      left_.notify_all();
    }
  }

  std::mutex mutex_;
  std::condition_variable wake_; ///< there is a task
  std::condition_variable left_; ///< somebody left one
  std::vector<Task*> tasks_;
  std::size_t threads_ = 0;
};

/// Never destroyed: its threads may wait on it while the program ends.
Crew& crew() {
  static Crew& whole = *new Crew;
  return whole;
}

} // namespace

void inParallel(std::size_t count, std::size_t grain, const Errand& errand,
                const std::function<void(std::size_t begin, std::size_t end)>& work) {
  constexpr std::size_t mostThreads = 1024;
  constexpr std::size_t partsEach = 8; // of a thread: so many that none waits long for another
  grain = std::max<std::size_t>(grain, 1);
  const auto piece = [&](std::size_t begin, std::size_t end) {
    for (; begin < end; begin += grain) {
      errand.check();
      work(begin, std::min(end, begin + grain));
    }
  };
  const std::size_t threads = std::min(threadsToUse(), mostThreads);
  if (count <= grain || threads == 1)
    return piece(0, count);
  const std::size_t pieces = (count - 1) / grain + 1;
  const std::size_t size = std::max<std::size_t>(pieces / (threads * partsEach), 1) * grain;
  const std::size_t parts = (count - 1) / size + 1;
  const std::function<void(std::size_t)> part = [&](std::size_t k) {
    piece(k * size, std::min(count, (k + 1) * size));
  };
  const std::size_t helpers = std::min(threads, parts) - 1;
  Task task(parts, helpers, part);
  crew().run(task, helpers);
  task.tellFailure();
}

} // namespace stasis::stability
