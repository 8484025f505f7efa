#pragma once

// The cells of a table of states with their columns interpreted, and what a party's column states: a ranking
// of the rows, or weights. Both readers of tables share it. Problems name the cell.
//
// O(cells × log). Tested in table_test.cpp.

#include "exchange/cells.h"
#include "exchange/table.h"
#include "model/preference.h"

#include <gmpxx.h>

#include <optional>
#include <string>
#include <vector>

namespace stasis::exchange {

std::optional<TableKind> kindNamed(std::string_view word);
/// The name of a file without its folders and its ending.
std::string stemOf(std::string_view path);
/// `Y`, `yes`, `1`, `TRUE`; `N`, `no`, `0`, `FALSE`; `-`. Spreadsheets convert `Y` and `N` to any of these.
std::optional<char> letterOf(const std::string& cell);
std::optional<std::size_t> wholeNumber(std::string_view text);

/// What a column says, by its heading.
struct TableColumn {
  enum class Kind : std::uint8_t { option, statusQuo, party, nothing } kind = Kind::nothing;
  std::string party;
  std::string option;
  std::string direction;
  std::size_t at = 0;
};

class TableColumns {
public:
  TableColumns(const language::SourceText& source, language::Problems& problems);

  /// Reads the headings; false after an error.
  bool understand();

  TableKind kind() const { return *kind_; }
  const std::vector<TableColumn>& columns() const { return columns_; }
  std::size_t rows() const { return cells_.rows.size() - 1; }
  const Cell& cell(std::size_t row, std::size_t column) const;
  const Cell& heading(const TableColumn& column) const { return cells_.rows[0][column.at]; }
  /// `cell C4`
  std::string nameOf(std::size_t row, std::size_t column) const {
    return "cell " + cells_.nameOf(row + 1, column);
  }
  model::Range placeOf(std::size_t row, std::size_t column) const;

  /// Reports a cell that is not `wanted`: damaged, empty or something else.
  void wrong(std::size_t row, std::size_t column, const std::string& wanted);
  std::optional<mpq_class> number(std::size_t row, std::size_t column);
  std::optional<std::size_t> place(std::size_t row, std::size_t column);

  language::Problems& problems() { return problems_; }

private:
  void heading(std::size_t at);
  static TableColumn named(std::string text, std::size_t at);

  const language::SourceText& source_;
  language::Problems& problems_;
  Cells cells_;
  std::optional<TableKind> kind_;
  std::vector<TableColumn> columns_;
};

/// The rows as a party ranks them, best first, ties grouped; none, after an error, if a cell is not a number.
std::optional<std::vector<std::vector<std::size_t>>> rankedRows(TableColumns& table, std::size_t column);

/// Weights of one party in the units of its longest decimal, by the option of each row; none, after errors,
/// if a cell is not a decimal.
std::optional<model::Weights> weightsOf(TableColumns& table, std::size_t column,
                                        const std::vector<std::optional<model::OptionId>>& options);

language::Parsed readTableAlone(const language::SourceText& source, TableColumns& table);
std::optional<model::Conflict> readTableInto(TableColumns& table, const model::Conflict& model);

} // namespace stasis::exchange
