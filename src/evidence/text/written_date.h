#pragma once

// Dates as mail and feeds write them: `Tue, 4 May 2031 10:00:00 +0200` (RFC 5322), `2031-05-04T10:00:00Z`
// (RFC 3339), as `2031-05-04`. O(1).

#include <optional>
#include <string>
#include <string_view>

namespace stasis::evidence {

std::optional<std::string> writtenDate(std::string_view words);

} // namespace stasis::evidence
