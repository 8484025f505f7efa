#include "studio/crew.h"

#include <system_error>

namespace stasis::studio {

Crew::Crew(std::size_t most, std::function<void()> full) : most_(most), full_(std::move(full)) {
  threads_.emplace_back([this] { work(); });
}

void Crew::enqueue(std::function<void()> task) {
  bool waits = false;
  {
    const std::scoped_lock lock(mutex_);
    tasks_.push_back(std::move(task));
    waits = tasks_.size() > idle_;
    if (waits && threads_.size() < most_) {
      try {
        threads_.emplace_back([this] { work(); });
        waits = false;
      } catch (const std::system_error&) { // those there are will have to do
      }
    }
  }
  changed_.notify_one();
  if (waits)
    full_();
}

void Crew::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    ++idle_;
    changed_.wait(lock, [&] { return over_ || !tasks_.empty(); });
    --idle_;
    if (tasks_.empty())
      return;
    const auto task = std::move(tasks_.front());
    tasks_.pop_front();
    lock.unlock();
    task();
    lock.lock();
  }
}

void Crew::shutdown() {
  {
    const std::scoped_lock lock(mutex_);
    over_ = true;
  }
  changed_.notify_all();
  for (auto& thread : threads_)
    thread.join();
}

} // namespace stasis::studio
