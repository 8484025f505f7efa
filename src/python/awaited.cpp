#include "python/awaited.h"

#include <chrono>
#include <future>
#include <thread>

namespace stasis::python {

namespace py = pybind11;

namespace {

constexpr std::chrono::milliseconds lookEvery{20};

/// The exception raised in Python since the last check, if any.
std::optional<py::error_already_set> raised(News& news, const py::object& progress) {
  try {
    if (PyErr_CheckSignals() != 0)
      throw py::error_already_set();
    if (!progress.is_none())
      if (const auto last = news.take())
        progress(last->phase, last->done, last->total);
    return std::nullopt;
  } catch (py::error_already_set& error) {
    return std::move(error);
  }
}

} // namespace

void News::put(const stability::Progress& progress) {
  const std::scoped_lock lock(mutex_);
  last_ = progress;
}

std::optional<stability::Progress> News::take() {
  const std::scoped_lock lock(mutex_);
  return std::exchange(last_, std::nullopt);
}

stability::Errand Call::errand() const {
  stability::Errand errand;
  errand.stop = stop.get_token();
  errand.progress = [news = news](const stability::Progress& progress) { news->put(progress); };
  return errand;
}

void await(Call& call, const py::object& progress, const std::function<void()>& work) {
  std::packaged_task<void()> task(work);
  auto done = task.get_future();
  std::thread worker(std::move(task));
  std::optional<py::error_already_set> error;
  {
    const py::gil_scoped_release released;
    while (done.wait_for(lookEvery) != std::future_status::ready) {
      if (error)
        continue; // the work is already ending
      const py::gil_scoped_acquire held;
      if ((error = raised(*call.news, progress)))
        call.stop.request_stop();
    }
    worker.join();
  }
  if (error)
    throw py::error_already_set(std::move(*error));
  done.get();
}

} // namespace stasis::python
