#pragma once

// Any bytes as something a terminal can show: invalid UTF-8 and control characters become U+FFFD (`?` in
// ASCII), line ends and tabs spaces, so that a file can neither garble nor command the terminal it is shown
// on. Width is what a terminal gives the text: wide East Asian letters two columns, combining marks none.

#include <string>
#include <string_view>
#include <vector>

namespace stasis::report {

/// The characters of a text, each shown safely, and how wide each is.
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
/// Words folded to lines of at most `columns`; longer words are cut.
std::vector<std::string> fold(std::string_view text, std::size_t columns);

} // namespace stasis::report
