#pragma once

// The lines of a list of words, as every room keeps them: one entry a line, what follows `#` is a comment.
// O(text). Tested through the lists of both rooms.

#include <string_view>
#include <vector>

namespace stasis::evidence {

std::string_view withoutBlanks(std::string_view text);

/// The lines that are not empty, without comments and without the blanks around them.
std::vector<std::string_view> listLines(std::string_view text);

} // namespace stasis::evidence
