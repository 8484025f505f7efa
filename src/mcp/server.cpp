#include "mcp/server.h"

#include "mcp/calls.h"
#include "mcp/methods.h"
#include "rpc/channel.h"

#include <poll.h>

#include <latch>

namespace stasis::mcp {

namespace {

using rpc::Message;

/// Whether nobody reads the output any more.
bool isDeaf(int out) {
  pollfd end{out, 0, 0};
  return ::poll(&end, 1, 0) > 0 && (end.revents & POLLERR) != 0;
}

class Server {
public:
  Server(int in, int out, const Settings& settings, Texts& texts)
      : out_(out), methods_(settings, texts), channel_(in, out, std::make_unique<rpc::LineFraming>()),
        calls_(callsAtOnce, callsWaiting) {}

  void run() {
    channel_.listen([this](const rpc::Frame& frame) { take(frame); }, [this] { ended_.count_down(); });
    ended_.wait();
    calls_.finish([this] { return isDeaf(out_); });
  }

private:
  void take(const rpc::Frame& frame) {
    if (!frame.problem.empty())
      return send(rpc::failureOf("null", rpc::Failure::parse, frame.problem));
    const Message message = rpc::readMessage(frame.body);
    switch (message.kind) {
    case Message::Kind::malformed: return send(rpc::failureOf(message.id, message.failure, message.problem));
    case Message::Kind::request: return request(message);
    case Message::Kind::notification: return calls_.stop(Methods::cancelledBy(message));
    case Message::Kind::response: return; // the server asks the other side nothing
    }
  }

  void request(const Message& message) {
    const auto answer = [this, message](const std::stop_token& stop) {
      send(methods_.answer(message, stop, [this](const std::string& news) { send(news); }));
    };
    if (!Methods::takesLong(message))
      answer({});
    else if (!calls_.begin(message.id, answer))
      send(rpc::failureOf(message.id, rpc::Failure::internal, "too many calls wait already"));
  }

  void send(const std::string& message) {
    if (!message.empty())
      channel_.send(message);
  }

  int out_;
  std::latch ended_{1};
  Methods methods_;
  rpc::Channel channel_;
  Calls calls_; ///< destroyed first: its calls answer through the channel
};

} // namespace

void serve(int in, int out, const Settings& settings, Texts& texts) {
  Server(in, out, settings, texts).run();
}

} // namespace stasis::mcp
