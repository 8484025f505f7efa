#pragma once

// The folder of the project's sources. Only one file contains the path, so that all others compile alike in
// every folder.

#include <string>

namespace stasis::support {

/// Without a slash at its end.
const std::string& root();

} // namespace stasis::support
