#pragma once

// `because report#4` cites statement 4 of the ledger that is kept beside a source. In the model it is a
// citation whose words are `#4`, and `because report "#4"` says the same.

#include <cstddef>
#include <optional>
#include <string_view>

namespace stasis::language {

/// 4 for `#4`; none for any other words. Numbers are at most nine digits long and do not begin with 0.
std::optional<std::size_t> statementNumber(std::string_view words);

} // namespace stasis::language
