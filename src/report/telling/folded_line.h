#pragma once

// A sentence in lines of at most the page's width, broken between words; lines after the first are indented.
//
// O(characters). Tested in tests/diff.

#include <string>

namespace stasis::report {

/// Ends with a line end. The first line is indented by `indent` spaces, the others by two more.
std::string foldedLine(const std::string& line, std::size_t width, std::size_t indent = 0);

} // namespace stasis::report
