#pragma once

// A table as text: rows of cells with a comma, a semicolon or a tab between them, each cell with the place it
// was read from and the name a spreadsheet gives it (`C4`). A cell may stand in double quotes, in which `""`
// is a quote and line ends are words. The separator is the one the first line has most of; a first line
// `sep=;` says it.
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
  std::string text; ///< without quotes and the white space around it
  model::Range range;
};

struct Cells {
  std::vector<std::vector<Cell>> rows; ///< rows that are not empty
  std::vector<std::size_t> numbers;    ///< the number of each row in the file, from 1
  char separator = ',';

  /// `C4` for a column from 0 and a row of `rows`.
  std::string nameOf(std::size_t row, std::size_t column) const;
};

/// None, after an error, if the bytes are no text or a quote is never closed.
std::optional<Cells> readCells(const language::SourceText& source, language::Problems& problems);

/// What a spreadsheet has made of a cell, in words that follow `it looks like`; empty: nothing that shows.
std::string_view damageOf(std::string_view cell);

/// The cell as a file has it: in quotes where it needs them.
std::string cellText(std::string_view words);

} // namespace stasis::exchange
