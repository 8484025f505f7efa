#pragma once

// Marks files as open in this studio, so that studios on the same file find out about each other while both
// have it open, whichever began first. A claim is a system-wide name that ends with the process (an abstract
// socket), so nothing is ever left behind; each studio takes the first of a few names of the file that is
// free, and sees whether another of them is taken. A file that no page asks about any more is let go.

#include "files/descriptor.h"

#include <chrono>
#include <map>
#include <mutex>
#include <string>

namespace stasis::studio {

class Claims {
public:
  /// A page that has a file open asks about it more often than this, even where nobody looks at it.
  explicit Claims(std::chrono::milliseconds unasked = std::chrono::minutes(3)) : unasked_(unasked) {}

  /// This studio has the file at this absolute path open. True: another studio has it open, too.
  bool isShared(const std::string& path);
  /// This studio no longer has it open.
  void letGo(const std::string& path);

private:
  using Clock = std::chrono::steady_clock;
  struct Claim {
    files::Descriptor name;
    int place; ///< which of the names of the file
    Clock::time_point asked;
  };

  void forgetUnasked();

  std::chrono::milliseconds unasked_;
  std::mutex mutex_;
  std::map<std::string, Claim> held_;
};

} // namespace stasis::studio
