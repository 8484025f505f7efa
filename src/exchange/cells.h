#pragma once

// A table as text: rows of cells separated by commas, semicolons or tabs. Each cell keeps its place in the
// file and its spreadsheet name (`C4`). A cell may be in double quotes; inside them `""` is a quote and a
// line end is text. The separator is the one that occurs most often in the first line; a first line `sep=;`
// sets it.
//
// RFC 4180, with the separators and the byte order mark that spreadsheets write. O(bytes). Tested with tables
// by hand and on junk.

#include "language/codes/problems.h"
#include "language/lexing/source_text.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::exchange {

struct Cell {
  std::string text; ///< without quotes and surrounding white space
  model::Range range;
};

struct Cells {
  std::vector<std::vector<Cell>> rows; ///< rows that are not empty
  std::vector<std::size_t> numbers;    ///< the number of each row in the file, from 1
  char separator = ',';

  /// `C4` for a column from 0 and a row of `rows`.
  std::string nameOf(std::size_t row, std::size_t column) const;
};

/// None, after an error, if the bytes are not text or a quote is never closed.
std::optional<Cells> readCells(const language::SourceText& source, language::Problems& problems);

/// What a spreadsheet has turned a cell into, as words that follow `it looks like`; empty if no damage shows.
std::string_view damageOf(std::string_view cell);

/// The cell as a file writes it, in quotes where it needs them.
std::string cellText(std::string_view words);

} // namespace stasis::exchange
