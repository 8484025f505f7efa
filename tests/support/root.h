#pragma once

// Where the project's sources are: one file knows, so that the others compile alike in every folder.

#include <string>

namespace stasis::support {

/// Without a slash at its end.
const std::string& root();

} // namespace stasis::support
