#pragma once

// The lines of a plain text, each with its place on the page: its indent, the `> ` of quoted mail before it,
// its bullet. Lines whose place shows that they are not prose (page numbers, running heads and feet, rules,
// fences) are found here, for the whole text.
//
// Linear except for sorting. Tested on texts of every such layout.

#include "model/range.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace stasis::evidence {

enum class LineKind : std::uint8_t {
  words,
  blank,
  furniture, ///< a page number, a running head: the text continues after it
  rule,      ///< `-----`, a fence, a line of a table: the text ends at it
  heading,   ///< `# …`, underlined, "On …, X wrote:"
};

struct Line {
  model::Range words;        ///< without indent, `> `, bullet, and blanks at the end
  std::uint32_t indent = 0;  ///< columns
  std::uint32_t columns = 0; ///< of the words, with the indent
  std::uint16_t depth = 0;   ///< the number of `>` before it
  LineKind kind = LineKind::words;
  bool bullet = false;
  bool opens = false;            ///< it begins with a label or a time: a paragraph begins
  bool labelled = false;         ///< it begins with the speaker, whatever that looks like
  bool pageBegins = false;       ///< follows a form feed
  std::uint32_t bareLabel = 0;   ///< length of a label without a colon; 0: there is none
  std::uint32_t behindLabel = 0; ///< and where the words after it begin; at the line's end: in the next line
  std::size_t next = 0;          ///< where the next line begins
};

/// `text` is UTF-8.
std::vector<Line> linesOf(std::string_view text);

} // namespace stasis::evidence
