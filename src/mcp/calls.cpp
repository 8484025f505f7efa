#include "mcp/calls.h"

#include <algorithm>
#include <chrono>

namespace stasis::mcp {

Calls::Calls(std::size_t atOnce, std::size_t waiting) : mostWaiting_(waiting) {
  for (std::size_t i = 0; i < atOnce; ++i)
    threads_.emplace_back([this] { run(); });
}

Calls::~Calls() {
  {
    const std::scoped_lock lock(mutex_);
    over_ = true;
    waiting_.clear();
    for (const auto& call : running_)
      call->stop.request_stop();
  }
  changed_.notify_all();
  for (auto& thread : threads_)
    thread.join();
}

bool Calls::begin(const std::string& id, Work work) {
  {
    const std::scoped_lock lock(mutex_);
    if (waiting_.size() >= mostWaiting_)
      return false;
    waiting_.push_back(std::make_shared<Call>(Call{id, std::move(work), {}}));
  }
  changed_.notify_all();
  return true;
}

void Calls::stop(const std::string& id) {
  const std::scoped_lock lock(mutex_);
  std::erase_if(waiting_, [&](const auto& call) { return call->id == id; });
  for (const auto& call : running_)
    if (call->id == id)
      call->stop.request_stop();
  changed_.notify_all();
}

void Calls::finish(const std::function<bool()>& givenUp) {
  std::unique_lock lock(mutex_);
  while (!(waiting_.empty() && running_.empty()) && !givenUp())
    changed_.wait_for(lock, std::chrono::milliseconds(100));
}

void Calls::run() {
  for (;;) {
    std::shared_ptr<Call> call;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return over_ || !waiting_.empty(); });
      if (over_)
        return;
      call = std::move(waiting_.front());
      waiting_.pop_front();
      running_.push_back(call);
    }
    call->work(call->stop.get_token());
    {
      const std::scoped_lock lock(mutex_);
      std::erase(running_, call);
    }
    changed_.notify_all();
  }
}

} // namespace stasis::mcp
