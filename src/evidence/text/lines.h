#pragma once

// The lines of a plain text, each with its place on the page: how far it is set in, the `> ` of quoted mail
// in front of it, its bullet. Lines that are no prose by their place (page numbers, running heads and feet,
// rules, fences) are found here, for the whole text.
//
// Linear but for sorting. Tested on texts of every such manner.

#include "model/range.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace stasis::evidence {

enum class LineKind : std::uint8_t {
  words,
  blank,
  furniture, ///< a page number, a running head: the text goes on across it
  rule,      ///< `-----`, a fence, a line of a table: the text ends at it
  heading,   ///< `# …`, underlined, "On …, X wrote:"
};

struct Line {
  model::Range words;        ///< without what is set in, `> `, the bullet, and blanks at the end
  std::uint32_t indent = 0;  ///< columns
  std::uint32_t columns = 0; ///< of the words, with the indent
  std::uint16_t depth = 0;   ///< how many `>` stand in front
  LineKind kind = LineKind::words;
  bool bullet = false;
  bool opens = false;            ///< a label or a time stands in front: a paragraph begins
  bool labelled = false;         ///< who speaks stands in front, whatever it looks like
  bool pageBegins = false;       ///< behind a form feed
  std::uint32_t bareLabel = 0;   ///< bytes of a label that has no colon; 0: there is none
  std::uint32_t behindLabel = 0; ///< and where the words behind it begin; the line's end: in the next line
  std::size_t next = 0;          ///< where the next line begins
};

/// `text` is UTF-8.
std::vector<Line> linesOf(std::string_view text);

} // namespace stasis::evidence
