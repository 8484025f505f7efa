#pragma once

// Runs work on a thread of its own. The thread that Python called on lets others run, checks for Ctrl-C every
// few milliseconds and passes on the progress. An exception from the progress callback stops the work as
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

/// How a call can be stopped, and the news it gives.
struct Call {
  std::stop_source stop{};
  std::shared_ptr<News> news = std::make_shared<News>();

  stability::Errand errand() const;
};

/// Calls `work` without the interpreter's lock. `progress`: None, or a callable that takes phase, done,
/// total. Throws what `work` throws, or the exception that was raised meanwhile.
void await(Call& call, const pybind11::object& progress, const std::function<void()>& work);

} // namespace stasis::python
