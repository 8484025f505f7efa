#pragma once

// What reaches the server from its threads, in order: messages of the editor, news of texts, the end. Tested
// through the server.

#include "lsp/study.h"
#include "rpc/message.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <set>
#include <variant>

namespace stasis::lsp {

struct Ended {};
using Event = std::variant<rpc::Message, Studied, Ended>;

class Inbox {
public:
  using Clock = std::chrono::steady_clock;

  /// A cancellation takes effect at once, also for requests before it in the queue.
  void put(Event event);
  /// The next event; none if there is none before `until`.
  std::optional<Event> take(const std::optional<Clock::time_point>& until);
  /// Whether the request was cancelled while it waited here. Ask only once.
  bool wasCancelled(const std::string& id);

private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Event> events_;
  std::set<std::string> cancelled_;
};

/// The id that a cancellation names, as JSON; empty if the message is none.
std::string cancelledBy(const rpc::Message& message);

} // namespace stasis::lsp
