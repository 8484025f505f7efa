#pragma once

// Comma-separated values as RFC 4180 has them, with line feeds as line ends.

#include <optional>
#include <string>
#include <vector>

namespace stasis::report {

/// One line with its end; fields quoted where they must be.
std::string csvLine(const std::vector<std::string>& fields);

/// Whether something holds, in every table: `Y` or `N`, as options have it; `?` where it is not known.
std::string csvFlag(const std::optional<bool>& holds);

} // namespace stasis::report
