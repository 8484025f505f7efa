#include "analysis/robust/workers.h"

#include "stability/threads.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace stasis::analysis {

namespace {

class Turns {
public:
  Turns(std::size_t count, const std::string& phase, const stability::Errand& errand,
        const std::function<void(std::size_t)>& work)
      : count_(count), phase_(phase), errand_(errand), work_(work) {}

  void run() {
    try {
      for (std::size_t k = next_++; k < count_; k = next_++) {
        errand_.check();
        work_(k);
        tell();
      }
    } catch (...) {
      next_ = count_; // makes the other threads end
      const std::scoped_lock lock(mutex_);
      if (!thrown_)
        thrown_ = std::current_exception();
    }
  }

  void rethrow() const {
    if (thrown_)
      std::rethrow_exception(thrown_);
  }

private:
  void tell() {
    const std::scoped_lock lock(mutex_);
    errand_.tell({phase_, ++done_, count_});
  }

  std::size_t count_;
  const std::string& phase_;
  const stability::Errand& errand_;
  const std::function<void(std::size_t)>& work_;
  std::atomic<std::size_t> next_ = 0;
  std::mutex mutex_;
  std::size_t done_ = 0;
  std::exception_ptr thrown_;
};

} // namespace

void inTurns(std::size_t count, std::size_t threads, const std::string& phase,
             const stability::Errand& errand, const std::function<void(std::size_t)>& work) {
  Turns turns(count, phase, errand, work);
  {
    std::vector<std::jthread> others;
    for (std::size_t t = 1; t < std::min(threads, count); ++t)
      others.emplace_back([&] { turns.run(); });
    turns.run();
  }
  turns.rethrow();
}

std::size_t threadsOfMachine() { return stability::threadsToUse(); }

} // namespace stasis::analysis
