#pragma once

// Aligned tables in plain text. Columns stand in groups (the options of a party, its stability under each
// concept). A table wider than the page is folded between groups, and each part repeats the columns of the
// first group.

#include "report/telling/look.h"

#include <string>
#include <vector>

namespace stasis::report {

struct Cell {
  std::string text;
  Tone tone = Tone::plain;
};

struct Column {
  std::string title;
  bool right = false;  ///< numbers
  bool centre = false; ///< marks
};

struct ColumnGroup {
  std::string title; ///< stands above its columns; may be empty
  std::vector<Column> columns;
};

struct Table {
  std::vector<ColumnGroup> groups;
  std::vector<std::vector<Cell>> rows; ///< one cell per column, groups in order

  std::string text(const Look& look) const;
};

} // namespace stasis::report
