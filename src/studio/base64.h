#pragma once

// Bytes in JSON (RFC 4648, 4): the page sends reports this way if they are not text. Strict: padded, no
// blanks, no other alphabet. Linear. Tested in tests/studio/parts_test.cpp.

#include <optional>
#include <string>
#include <string_view>

namespace stasis::studio {

/// None if the text is not base64.
std::optional<std::string> fromBase64(std::string_view text);

} // namespace stasis::studio
