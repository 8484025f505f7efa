#pragma once

// A shared library that is loaded where it is first needed, so that a run that does not need it does not pay
// for it. Its functions are found by their names.

#include <dlfcn.h>

#include <stdexcept>

namespace stasis::language {

/// What the work at hand needs is not on this machine. `what()` is the file's name.
class LibraryMissing : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

class LoadedLibrary {
public:
  explicit LoadedLibrary(const char* file) : file_(file), handle_(dlopen(file, RTLD_NOW | RTLD_LOCAL)) {}

  /// The file is there, and it has all that was looked for.
  bool found() const { return handle_ != nullptr && whole_; }

  /// A function or an object of the library; null where it is not there.
  template <class Thing> void find(Thing*& thing, const char* symbol) {
    thing = handle_ == nullptr ? nullptr : reinterpret_cast<Thing*>(dlsym(handle_, symbol));
    whole_ = whole_ && thing != nullptr;
  }

  /// Throws LibraryMissing unless it is found.
  void demand() const {
    if (!found())
      throw LibraryMissing(file_);
  }

private:
  const char* file_;
  void* handle_;
  bool whole_ = true;
};

} // namespace stasis::language
