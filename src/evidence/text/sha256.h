#pragma once

// SHA-256 (FIPS 180-4), to tell whether an extract was made from the file beside it. Linear. Tested on the
// examples of the standard.

#include <string>
#include <string_view>

namespace stasis::evidence {

/// 64 digits.
std::string sha256(std::string_view bytes);

} // namespace stasis::evidence
