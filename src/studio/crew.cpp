#include "studio/crew.h"

namespace stasis::studio {

void Crew::enqueue(std::function<void()> task) {
  const std::scoped_lock lock(mutex_);
  tasks_.push_back(std::move(task));
  if (tasks_.size() > idle_ && threads_.size() < most_)
    threads_.emplace_back([this] { work(); });
  changed_.notify_one();
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
