#pragma once

// Marks a file as open in this studio, so that a second studio on the same file finds out. A claim is a
// system-wide name that ends with the process (an abstract socket), so nothing is ever left behind.

#include "files/descriptor.h"

#include <map>
#include <mutex>
#include <string>

namespace stasis::studio {

class Claims {
public:
  /// Claims the file at this absolute path. False: another studio has it open.
  bool take(const std::string& path);

private:
  std::mutex mutex_;
  std::map<std::string, files::Descriptor> held_;
};

} // namespace stasis::studio
