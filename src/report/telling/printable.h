#pragma once

// Any bytes as something a terminal can show. Invalid UTF-8 and control characters become U+FFFD (`?` in
// ASCII), line ends and tabs become spaces, so that a file can neither garble nor command the terminal it is
// shown on. The width is that of a terminal: wide East Asian characters take two columns, combining marks
// none.

#include <string>
#include <string_view>
#include <vector>

namespace stasis::report {

/// One character of a text in a form that is safe to show, and its width.
struct Glyph {
  std::string shown;
  std::size_t width = 1;
  std::size_t offset = 0; ///< of its first byte in the text
};

std::vector<Glyph> glyphs(std::string_view text);
std::string printable(std::string_view text);
std::size_t width(std::string_view text);
/// Padded with spaces on the right (or left) to `columns`; never cut.
std::string padRight(std::string_view text, std::size_t columns);
std::string padLeft(std::string_view text, std::size_t columns);
/// Words folded to lines of at most `columns`; a longer word is cut.
std::vector<std::string> fold(std::string_view text, std::size_t columns);

} // namespace stasis::report
