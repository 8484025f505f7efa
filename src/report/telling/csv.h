#pragma once

// Comma-separated values by RFC 4180, with line feeds as line ends.

#include <optional>
#include <string>
#include <vector>

namespace stasis::report {

/// One line with its line end; fields are quoted if they must be.
std::string csvLine(const std::vector<std::string>& fields);

/// Whether something holds, the same in every table: `Y` or `N`, as for options; `?` if it is not known.
std::string csvFlag(const std::optional<bool>& holds);

} // namespace stasis::report
