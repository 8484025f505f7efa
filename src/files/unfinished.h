#pragma once

// Files that a program is still writing, under names that mean nothing to anybody. If a signal ends the
// program (SIGHUP when the terminal is closed, SIGINT, SIGQUIT, SIGTERM, SIGPIPE), they are removed first.
// While two names are exchanged, which must not stop half-way, such a signal waits.
// Tested by tests/files/unfinished_test.cpp.

#include <string>

namespace stasis::files {

/// Removes the file, unless `keep` has been called before.
class Unfinished {
public:
  explicit Unfinished(std::string path);
  ~Unfinished();
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;

  const std::string& path() const { return path_; }
  /// It has its name now, or is gone.
  void keep();

private:
  std::string path_;
  int slot_ = -1;
};

/// During its life, signals that end the program wait.
class SignalsWait {
public:
  SignalsWait();
  ~SignalsWait();
  SignalsWait(const SignalsWait&) = delete;
  SignalsWait& operator=(const SignalsWait&) = delete;
};

/// For a program that is about to end without destroying anything. Async-signal-safe.
void removeUnfinished();

} // namespace stasis::files
