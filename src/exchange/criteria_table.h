#pragma once

// A table of criteria: a row a state, a column a criterion, each cell a number, larger is better. The first
// cell of the first row is a heading of any words; a row called `weight` or `weights` says how much each
// criterion counts (1 where there is none). Numbers are exact.
//
// O(cells). Every wrong cell is an error at its place. Tested in tests/cli/elicit.session.

#include "exchange/cells.h"

#include <gmpxx.h>

namespace stasis::exchange {

struct CriteriaTable {
  std::vector<Cell> criteria;
  std::vector<mpq_class> weights; ///< by criterion
  struct Row {
    Cell state;                    ///< as the table calls it
    std::vector<mpq_class> values; ///< by criterion
  };
  std::vector<Row> rows;
};

/// None after an error.
std::optional<CriteriaTable> readCriteria(const language::SourceText& source, language::Problems& problems);

} // namespace stasis::exchange
