#pragma once

// Comma-separated values as RFC 4180 has them, with line feeds as line ends.

#include <string>
#include <vector>

namespace stasis::report {

/// One line with its end; fields quoted where they must be.
std::string csvLine(const std::vector<std::string>& fields);

} // namespace stasis::report
