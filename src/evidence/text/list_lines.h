#pragma once

// The lines of a word list, in the format that all rooms use: one entry a line; a comment begins with `#`.
// O(text). Tested through the lists of both rooms.

#include <string_view>
#include <vector>

namespace stasis::evidence {

/// The lines that are not empty, without comments and surrounding blanks.
std::vector<std::string_view> listLines(std::string_view text);

} // namespace stasis::evidence
