#include "mcp/exchange.h"

namespace stasis::mcp {

void Exchange::tell(std::string message) {
  {
    const std::scoped_lock lock(mutex_);
    messages_.push_back(std::move(message));
  }
  changed_.notify_all();
}

void Exchange::end() {
  {
    const std::scoped_lock lock(mutex_);
    over_ = true;
  }
  changed_.notify_all();
}

std::optional<std::string> Exchange::next(std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, patience, [this] { return over_ || !messages_.empty(); });
  if (messages_.empty())
    return std::nullopt;
  std::string message = std::move(messages_.front());
  messages_.pop_front();
  return message;
}

bool Exchange::isDone() const {
  const std::scoped_lock lock(mutex_);
  return over_ && messages_.empty();
}

std::shared_ptr<Exchange> endingWith(std::shared_ptr<Exchange> exchange) {
  Exchange* const its = exchange.get();
  return {its, [exchange = std::move(exchange)](Exchange*) { exchange->end(); }};
}

} // namespace stasis::mcp
