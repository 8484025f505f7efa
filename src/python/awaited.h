#pragma once

// Work on a thread of its own, while the thread that Python called on lets others run, looks for Ctrl-C every
// few milliseconds and passes on how far the work is. What the progress callback raises stops the work as
// Ctrl-C does.
//
// One thread a call. Tested by tests/python: a signal during a long search, a callback that raises.

#include "stability/errand.h"

#include <pybind11/pybind11.h>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

namespace stasis::python {

/// The last news of the work, from any thread.
class News {
public:
  void put(const stability::Progress& progress);
  std::optional<stability::Progress> take();

private:
  std::mutex mutex_;
  std::optional<stability::Progress> last_;
};

/// What a call may be stopped by, and tells of itself.
struct Call {
  std::stop_source stop{};
  std::shared_ptr<News> news = std::make_shared<News>();

  stability::Errand errand() const;
};

/// Calls `work` without the interpreter's lock. `progress`: a callable that takes phase, done, total; or
/// None. Throws what `work` throws, or the exception that was raised meanwhile.
void await(Call& call, const pybind11::object& progress, const std::function<void()>& work);

} // namespace stasis::python
