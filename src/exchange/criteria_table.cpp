#include "exchange/criteria_table.h"

#include "exchange/exact_number.h"
#include "model/lower_case.h"

#include <algorithm>

namespace stasis::exchange {

namespace {

bool saysWeights(const std::string& word) {
  const std::string lower = model::lowerCase(word);
  return lower == "weight" || lower == "weights";
}

class Reader {
public:
  Reader(const Cells& cells, language::Problems& problems) : cells_(cells), problems_(problems) {}

  std::optional<CriteriaTable> table() {
    if (cells_.rows.size() < 2 || cells_.rows.front().size() < 2) {
      problems_.error("S0716", {0, 0}, "this is no table of criteria").help =
          "a first row `state,cost,trust`, then a row for each state";
      return std::nullopt;
    }
    headings();
    for (std::size_t row = 1; row < cells_.rows.size(); ++row)
      read(row);
    if (problems_.errors() > 0)
      return std::nullopt;
    if (table_.weights.empty())
      table_.weights.assign(table_.criteria.size(), mpq_class(1));
    return std::move(table_);
  }

private:
  const Cells& cells_;
  language::Problems& problems_;
  CriteriaTable table_;

  void headings() {
    const auto& first = cells_.rows.front();
    table_.criteria.assign(first.begin() + 1, first.end());
    for (auto it = table_.criteria.begin(); it != table_.criteria.end(); ++it) {
      if (it->text.empty())
        problems_.error("S0716", it->range, "a criterion without a name");
      if (std::find_if(table_.criteria.begin(), it, [&](const Cell& c) { return c.text == it->text; }) != it)
        problems_.error("S0716", it->range, "the criterion `" + it->text + "` stands here twice");
    }
  }

  void read(std::size_t row) {
    const auto& cells = cells_.rows[row];
    std::vector<mpq_class> values;
    if (cells.size() != table_.criteria.size() + 1)
      problems_.error("S0716", cells.front().range,
                      "row " + std::to_string(cells_.numbers[row]) + " has " +
                          std::to_string(cells.size() - 1) + " of " + std::to_string(table_.criteria.size()) +
                          " numbers");
    for (std::size_t column = 1; column < cells.size(); ++column)
      values.push_back(number(row, column));
    if (!saysWeights(cells.front().text))
      table_.rows.push_back({cells.front(), std::move(values)});
    else if (table_.weights.empty())
      table_.weights = std::move(values);
    else
      problems_.error("S0716", cells.front().range, "a second row of weights");
  }

  mpq_class number(std::size_t row, std::size_t column) {
    const Cell& cell = cells_.rows[row][column];
    if (const auto value = exactNumber(cell.text))
      return *value;
    problems_.error("S0716", cell.range,
                    cell.text.empty()
                        ? cells_.nameOf(row, column) + " is empty"
                        : "`" + cell.text + "` is not a number (" + cells_.nameOf(row, column) + ")");
    return 0;
  }
};

} // namespace

std::optional<CriteriaTable> readCriteria(const language::SourceText& source, language::Problems& problems) {
  const auto cells = readCells(source, problems);
  if (!cells)
    return std::nullopt;
  return Reader(*cells, problems).table();
}

} // namespace stasis::exchange
