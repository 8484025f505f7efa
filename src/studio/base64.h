#pragma once

// Bytes in JSON (RFC 4648, 4): how the page hands over a report that is no text. Strict: padded, no blanks,
// nothing of another alphabet. Linear. Tested in tests/studio/parts_test.cpp.

#include <optional>
#include <string>
#include <string_view>

namespace stasis::studio {

/// None where it is no base64.
std::optional<std::string> fromBase64(std::string_view text);

} // namespace stasis::studio
