#include "studio/crew.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace stasis::studio {

namespace {

constexpr std::size_t mostIdle = 2;

} // namespace

Crew::Crew(std::size_t most, std::function<void(std::size_t)> crowded)
    : most_(most), crowded_(std::move(crowded)) {
  const std::scoped_lock lock(mutex_);
  addThread();
}

/// False if there may be no more.
bool Crew::addThread() {
  if (threads_.size() >= most_)
    return false;
  try {
    threads_.emplace_back([this] { work(); });
    ++starting_;
    return true;
  } catch (const std::system_error&) { // those there are will have to do
    return false;
  }
}

void Crew::tellWaiting() {
  const std::size_t waiting = tasks_.size() - std::min(tasks_.size(), idle_ + starting_);
  if (std::exchange(waiting_, waiting) != waiting)
    crowded_(waiting);
}

void Crew::joinFinished() {
  for (auto& thread : std::exchange(finished_, {}))
    thread.join();
}

void Crew::enqueue(std::function<void()> task) {
  {
    const std::scoped_lock lock(mutex_);
    joinFinished();
    const bool more = tasks_.size() >= idle_ + starting_ && addThread();
    if (more || !threads_.empty()) {
      tasks_.push_back(std::move(task));
      if (!more)
        tellWaiting();
      task = nullptr;
    }
  }
  changed_.notify_one();
  if (task) {
    crowded_(1);
    task();
    crowded_(0);
  }
}

void Crew::work() {
  std::unique_lock lock(mutex_);
  --starting_;
  for (;;) {
    ++idle_;
    changed_.wait(lock, [&] { return over_ || !tasks_.empty() || idle_ > mostIdle; });
    --idle_;
    if (tasks_.empty())
      break;
    const auto task = std::move(tasks_.front());
    tasks_.pop_front();
    tellWaiting();
    lock.unlock();
    task();
    lock.lock();
  }
  if (over_)
    return;
  const auto self = std::ranges::find(threads_, std::this_thread::get_id(), &std::thread::get_id);
  finished_.push_back(std::move(*self));
  threads_.erase(self);
}

void Crew::shutdown() {
  {
    const std::scoped_lock lock(mutex_);
    over_ = true;
  }
  changed_.notify_all();
  for (auto& thread : threads_)
    thread.join();
  joinFinished();
}

} // namespace stasis::studio
