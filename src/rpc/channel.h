#pragma once

// Messages over two descriptors: a thread that reads them as they come, and a writer that any thread may use.
// The other side is gone when its bytes end, when it no longer takes ours, or when the process it named no
// longer exists.
//
// Tested by tests/lsp and tests/mcp over pipes.

#include "rpc/framing.h"

#include <sys/types.h>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace stasis::rpc {

class Channel {
public:
  using Take = std::function<void(Frame)>;

  /// Reads `in` and writes `out`. Both still belong to the caller.
  Channel(int in, int out, std::unique_ptr<Framing> framing);
  /// Ends reading and waits for it.
  ~Channel();
  Channel(const Channel&) = delete;
  Channel& operator=(const Channel&) = delete;

  /// Calls `take` with each frame, and `ended` once at the end, both on the thread that reads.
  void listen(Take take, std::function<void()> ended);
  /// False if the other side is gone.
  bool send(std::string_view body);
  /// From now on, the end of this process counts as the end of the stream.
  void watch(pid_t process) { watched_ = process; }
  /// Stops reading.
  void close();

private:
  void read(const Take& take);
  bool gone() const;

  int in_;
  int out_;
  std::unique_ptr<Framing> framing_;
  std::atomic<pid_t> watched_ = 0;
  std::atomic<bool> broken_ = false;
  std::mutex writing_;
  int wake_;
  std::thread reader_;
};

} // namespace stasis::rpc
