#include "lsp/inbox.h"

#include <nlohmann/json.hpp>

namespace stasis::lsp {

std::string cancelledBy(const rpc::Message& message) {
  if (message.kind != rpc::Message::Kind::notification || message.method != "$/cancelRequest" ||
      !message.parameters->is_object() || !message.parameters->contains("id"))
    return "";
  return rpc::textOf((*message.parameters)["id"]);
}

void Inbox::put(Event event) {
  {
    const std::scoped_lock lock(mutex_);
    if (const auto* message = std::get_if<rpc::Message>(&event))
      if (const std::string id = cancelledBy(*message); !id.empty())
        cancelled_.insert(id);
    events_.push_back(std::move(event));
  }
  changed_.notify_one();
}

std::optional<Event> Inbox::take(const std::optional<Clock::time_point>& until) {
  std::unique_lock lock(mutex_);
  const auto isThere = [&] { return !events_.empty(); };
  if (until)
    changed_.wait_until(lock, *until, isThere);
  else
    changed_.wait(lock, isThere);
  if (events_.empty())
    return std::nullopt;
  Event event = std::move(events_.front());
  events_.pop_front();
  return event;
}

bool Inbox::wasCancelled(const std::string& id) {
  const std::scoped_lock lock(mutex_);
  return cancelled_.erase(id) > 0;
}

} // namespace stasis::lsp
