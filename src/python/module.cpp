// The module `stasis._engine`: verbs run inside the process, and solved conflicts as arrays. Users call
// python/stasis, which documents what each function takes, returns and raises.

#include "cli/console.h"
#include "cli/hosted.h"
#include "cli/report_files.h"
#include "cli/verb.h"
#include "python/awaited.h"
#include "python/solved.h"
#include "stability/threads.h"

#include <pybind11/numpy.h>
#include <pybind11/stl.h>

namespace stasis::python {
namespace {

namespace py = pybind11;
using Files = std::map<std::string, std::string, std::less<>>;

/// (status, what would be printed, what would go to standard error).
py::tuple run(const std::string& verb, const std::vector<std::string>& words, Files files,
              const py::object& progress) {
  Call call;
  cli::Hosted hosted{std::move(files), call.errand()};
  cli::Exit status = cli::Exit::done;
  await(call, progress, [&] { status = cli::runHosted(verb, words, hosted); });
  return py::make_tuple(static_cast<int>(status), py::bytes(hosted.out), py::bytes(hosted.said));
}

/// A solved conflict, with the means to stop work on it.
class Kept {
public:
  Kept(Call call, std::unique_ptr<Solved> solved) : call_(std::move(call)), solved_(std::move(solved)) {}

  const Solved& operator*() const { return *solved_; }
  const Solved* operator->() const { return solved_.get(); }

  std::vector<std::uint8_t> where(const std::string& expression, const py::object& progress) {
    std::optional<std::vector<std::uint8_t>> marks;
    std::string said;
    await(call_, progress, [&] { marks = solved_->where(expression, said); });
    if (!marks)
      throw py::value_error(said);
    return std::move(*marks);
  }

  std::shared_ptr<Moves> moves(const py::object& progress) {
    auto moves = std::make_shared<Moves>();
    await(call_, progress, [&] { *moves = solved_->moves(); });
    return moves;
  }

private:
  Call call_;
  std::unique_ptr<Solved> solved_;
};

/// (status, the solved conflict or None, what would go to standard error).
py::tuple solve(const std::vector<std::string>& words, Files files, std::uint64_t most,
                const py::object& progress) {
  Call call;
  std::unique_ptr<Solved> solved;
  std::string said;
  cli::Exit status = cli::Exit::done;
  await(call, progress, [&] {
    auto hosted = std::make_unique<cli::Hosted>(cli::Hosted{std::move(files), call.errand()});
    solved = Solved::open(words, most, std::move(hosted), status, said);
  });
  py::object kept = py::none();
  if (solved)
    kept = py::cast(std::make_unique<Kept>(std::move(call), std::move(solved)));
  return py::make_tuple(static_cast<int>(status), std::move(kept), py::bytes(said));
}

// --- arrays: views of what `owner` holds, read only

template <class Shown, class Held>
py::array viewOf(const std::vector<Held>& values, std::vector<py::ssize_t> shape, const py::object& owner) {
  static_assert(sizeof(Shown) == sizeof(Held));
  py::array array(py::dtype::of<Shown>(), std::move(shape), {}, values.data(), owner);
  array.attr("flags").attr("writeable") = false;
  return array;
}

template <class Held> py::array viewOf(const std::vector<Held>& values, const py::object& owner) {
  return viewOf<Held>(values, {static_cast<py::ssize_t>(values.size())}, owner);
}

py::array owned(std::vector<std::uint8_t> values) {
  auto* kept = new std::vector<std::uint8_t>(std::move(values));
  const py::capsule owner(kept, [](void* it) { delete static_cast<std::vector<std::uint8_t>*>(it); });
  return viewOf<bool>(*kept, {static_cast<py::ssize_t>(kept->size())}, owner);
}

const Kept& in(const py::object& self) { return self.cast<const Kept&>(); }

py::ssize_t sizeOf(const std::vector<std::string>& names) { return static_cast<py::ssize_t>(names.size()); }
py::ssize_t statesOf(const Kept& kept) { return static_cast<py::ssize_t>(kept->states()); }

py::object ranksOf(const py::object& self) {
  const Kept& kept = in(self);
  if (kept->ranks().empty() && kept->states() > 0 && !kept->parties().empty())
    return py::none();
  return viewOf<std::uint32_t>(kept->ranks(), {statesOf(kept), sizeOf(kept->parties())}, self);
}

void bindSolved(py::module_& module) {
  py::class_<Moves, std::shared_ptr<Moves>>(module, "Moves")
      .def_property_readonly("source",
                             [](const py::object& self) { return viewOf(self.cast<Moves&>().from, self); })
      .def_property_readonly("target",
                             [](const py::object& self) { return viewOf(self.cast<Moves&>().to, self); })
      .def_property_readonly("party",
                             [](const py::object& self) { return viewOf(self.cast<Moves&>().party, self); })
      .def_property_readonly("improves", [](const py::object& self) {
        const auto& improves = self.cast<Moves&>().improves;
        return viewOf<bool>(improves, {static_cast<py::ssize_t>(improves.size())}, self);
      });
  py::class_<Kept>(module, "Solved")
      .def_property_readonly("states", [](const Kept& kept) { return kept->states(); })
      .def_property_readonly("engine", [](const Kept& kept) { return kept->engine(); })
      .def_property_readonly("parties", [](const Kept& kept) { return kept->parties(); })
      .def_property_readonly("options", [](const Kept& kept) { return kept->options(); })
      .def_property_readonly("concepts", [](const Kept& kept) { return kept->concepts(); })
      .def_property_readonly("names", [](const Kept& kept) { return kept->names(); })
      .def_property_readonly("taken",
                             [](const py::object& self) {
                               const Kept& kept = in(self);
                               return viewOf<std::uint8_t>(kept->taken(),
                                                           {statesOf(kept), sizeOf(kept->options())}, self);
                             })
      .def_property_readonly("ranks", ranksOf)
      .def_property_readonly("stable",
                             [](const py::object& self) {
                               const Kept& kept = in(self);
                               return viewOf<bool>(
                                   kept->stable(),
                                   {sizeOf(kept->concepts()), sizeOf(kept->parties()), statesOf(kept)}, self);
                             })
      .def_property_readonly("equilibria",
                             [](const py::object& self) {
                               const Kept& kept = in(self);
                               return viewOf<bool>(kept->equilibria(),
                                                   {sizeOf(kept->concepts()), statesOf(kept)}, self);
                             })
      .def("where", [](Kept& kept, const std::string& expression,
                       const py::object& progress) { return owned(kept.where(expression, progress)); })
      .def("moves", &Kept::moves);
}

/// (the reports below a folder, in reading order, as bytes; what would go to standard error).
py::tuple reportsIn(const std::string& folder) {
  Call call;
  cli::Hosted hosted{{}, call.errand()};
  std::vector<std::string> found;
  await(call, py::none(), [&] {
    const cli::Hosting hosting(hosted);
    const cli::Arguments arguments;
    cli::Console console(arguments);
    bool failed = false;
    found = cli::reportsIn(folder, failed, console);
  });
  py::list paths;
  for (const std::string& path : found)
    paths.append(py::bytes(path));
  return py::make_tuple(paths, py::bytes(hosted.said));
}

/// For each verb: name, summary, and its options as (name, value, help, choices, default).
py::list verbRows() {
  py::list all;
  for (const cli::Verb& verb : cli::verbs()) {
    py::list options;
    for (const auto& row : verb.options)
      options.append(py::make_tuple(row.name, row.value, row.help, row.choices, row.fallback));
    all.append(py::make_tuple(verb.name, verb.summary, options));
  }
  return all;
}

} // namespace
} // namespace stasis::python

PYBIND11_MODULE(_engine, module) {
  using namespace stasis;
  module.attr("version") = STASIS_VERSION;
  module.def("run", &python::run);
  module.def("solve", &python::solve);
  module.def("reports_in", &python::reportsIn);
  module.def("verbs", &python::verbRows);
  module.def("use_threads", &stability::useThreads);
  pybind11::register_exception_translator([](std::exception_ptr thrown) {
    try {
      if (thrown)
        std::rethrow_exception(thrown);
    } catch (const stability::LimitReached& reached) {
      PyErr_SetString(PyExc_TimeoutError, reached.what());
    }
  });
  python::bindSolved(module);
}
