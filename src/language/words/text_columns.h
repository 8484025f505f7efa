#pragma once

// Rows of a block that stand under each other in columns: options with label and direction, listed and named
// states, weights (at the decimal point), moves. A row is cut into cells at tokens, never inside one.
// O(tokens).
//
// Tested by tests/language/format_test.cpp.

#include "language/words/text_lines.h"

#include <string>
#include <string_view>
#include <vector>

namespace stasis::language {

/// What a line is; those that have columns are aligned with their neighbours of the same kind.
enum class Row { plain, option, statement, ranking, weight, listedState, namedState, move };

struct LaidOutLine {
  const TextLine* source = nullptr;
  Row row = Row::plain;
  std::size_t indent = 0;
  std::vector<std::string> cells; ///< its words; more than one where they stand in columns
  std::string text;               ///< indent and words

  bool inColumns() const { return cells.size() > 1; }
};

/// Width in characters.
std::size_t columnsOf(std::string_view text);

/// Fills the cells of a line with its words, single-spaced.
void cutIntoCells(LaidOutLine& line, std::string_view text);

/// Pads cells so that rows of one kind stand in columns; a blank line or a statement of another kind ends a
/// group. Lines that a `move` goes on in are indented to its second column.
void alignColumns(std::vector<LaidOutLine>& lines);

/// The words of the line without its indent.
std::string wordsOf(const LaidOutLine& line);

} // namespace stasis::language
