#include "support/root.h"

namespace stasis::support {

const std::string& root() {
  static const std::string folder = STASIS_ROOT;
  return folder;
}

} // namespace stasis::support
