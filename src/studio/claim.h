#pragma once

// That a file is open in this studio, so that a second one on the same file is told. A claim is a name of the
// system that ends with the process (an abstract socket), so that nothing is left behind whatever happens.

#include "studio/descriptor.h"

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
  std::map<std::string, Descriptor> held_;
};

} // namespace stasis::studio
