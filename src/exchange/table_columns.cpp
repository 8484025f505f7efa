#include "exchange/table_columns.h"

#include "exchange/exact_number.h"
#include "exchange/gmcr_file.h"
#include "language/lexing/decimal.h"
#include "model/lower_case.h"

#include <algorithm>
#include <charconv>
#include <numeric>

namespace stasis::exchange {

using model::Range;

std::optional<TableKind> kindNamed(std::string_view word) {
  if (word.starts_with("rank"))
    return TableKind::ranking;
  if (word.starts_with("payoff"))
    return TableKind::payoffs;
  if (word.starts_with("score") || word.starts_with("weight"))
    return TableKind::scores;
  return std::nullopt;
}

std::string stemOf(std::string_view path) {
  path = path.substr(path.find_last_of("/\\") + 1);
  return std::string(path.substr(0, path.find('.')));
}

std::optional<char> letterOf(const std::string& cell) {
  const std::string word = model::lowerCase(cell);
  for (const char* yes : {"y", "yes", "1", "true", "x"})
    if (word == yes)
      return 'Y';
  for (const char* no : {"n", "no", "0", "false"})
    if (word == no)
      return 'N';
  if (word == "-" || word == "\xE2\x80\x93" || word == "\xE2\x80\x94") // also as dashes
    return '-';
  return std::nullopt;
}

std::optional<std::size_t> wholeNumber(std::string_view text) {
  std::size_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return !text.empty() && read.ec == std::errc() && read.ptr == text.data() + text.size()
             ? std::optional(value)
             : std::nullopt;
}

TableColumns::TableColumns(const language::SourceText& source, language::Problems& problems)
    : source_(source), problems_(problems) {
  if (auto cells = readCells(source, problems))
    cells_ = std::move(*cells);
}

const Cell& TableColumns::cell(std::size_t row, std::size_t column) const {
  static const Cell missing;
  const auto& cells = cells_.rows[row + 1];
  return column < cells.size() ? cells[column] : missing;
}

Range TableColumns::placeOf(std::size_t row, std::size_t column) const {
  const auto& cells = cells_.rows[row + 1];
  return column < cells.size() ? cells[column].range : Range{cells.back().range.end, cells.back().range.end};
}

bool TableColumns::understand() {
  if (problems_.errors() > 0)
    return false;
  if (cells_.rows.size() < 2) {
    problems_.error("S0716", {0, 0}, "the table has no rows below its headings");
    return false;
  }
  kind_ = kindNamed(model::lowerCase(cells_.rows[0][0].text));
  if (!kind_)
    kind_ = kindNamed(model::lowerCase(stemOf(source_.name())));
  if (!kind_) {
    problems_
        .error("S0716", cells_.rows[0][0].range,
               "the table does not say what its numbers are: places, of which 1 is the best, or payoffs, "
               "of which "
               "the largest is")
        .help = "write `ranking`, `payoffs` or `scores` in cell A" + std::to_string(cells_.numbers[0]);
    return false;
  }
  for (std::size_t at = 1; at < cells_.rows[0].size(); ++at)
    heading(at);
  return problems_.errors() == 0;
}

void TableColumns::wrong(std::size_t row, std::size_t column, const std::string& wanted) {
  const std::string& text = cell(row, column).text;
  const std::string_view damage = damageOf(text);
  const std::string name = nameOf(row, column);
  if (!damage.empty())
    problems_
        .error("S0717", placeOf(row, column),
               name + " looks like " + std::string(damage) + ": " + ticked(text))
        .help = wanted + " should stand here; format the column as text and enter it again";
  else
    problems_
        .error("S0716", placeOf(row, column),
               text.empty() ? name + " is empty" : name + " is " + ticked(text))
        .help = wanted + " should stand here";
}

std::optional<mpq_class> TableColumns::number(std::size_t row, std::size_t column) {
  std::string text = cell(row, column).text;
  const auto comma = text.find(',');
  if (cells_.separator != ',' && comma != std::string::npos &&
      text.find_first_of(",.", comma + 1) == std::string::npos && text.find('.') == std::string::npos)
    text[comma] = '.';                  // a decimal comma
  if (text.starts_with("\xE2\x88\x92")) // a minus sign, not a hyphen
    text.replace(0, 3, "-");
  auto value = damageOf(text) == damageOf("1E+05") ? std::nullopt : exactNumber(text);
  if (!value)
    wrong(row, column, "a number");
  return value;
}

std::optional<std::size_t> TableColumns::place(std::size_t row, std::size_t column) {
  const auto value = wholeNumber(cell(row, column).text);
  if (!value || *value == 0) {
    wrong(row, column, "a place, 1 or more,");
    return std::nullopt;
  }
  return value;
}

void TableColumns::heading(std::size_t at) {
  const Cell& cell = cells_.rows[0][at];
  const std::string lower = model::lowerCase(cell.text);
  const std::string name = "cell " + cells_.nameOf(0, at);
  TableColumn column{.at = at};
  if (lower == "status quo") {
    column.kind = TableColumn::Kind::statusQuo;
  } else if (cell.text.empty()) {
    for (std::size_t row = 0; row < rows(); ++row)
      if (!this->cell(row, at).text.empty())
        return void(
            problems_.error("S0716", cell.range, name + " is empty, and there are cells below it").help =
                "a heading names a party, or an option as `PARTY.option`");
  } else if (const auto damage = damageOf(cell.text); !damage.empty()) {
    problems_
        .error("S0717", cell.range, name + " looks like " + std::string(damage) + ": " + ticked(cell.text))
        .help = "the name of a party should stand here, or an option as `PARTY.option`";
  } else if (lower != "label") {
    column = named(cell.text, at);
  }
  columns_.push_back(std::move(column));
}

/// A party, or an option as `PARTY.option` with its direction after it.
TableColumn TableColumns::named(std::string text, std::size_t at) {
  TableColumn column{.at = at};
  for (const char* direction : {" irrevocable", " unresumable"})
    if (text.ends_with(direction)) {
      column.direction = direction;
      text.resize(text.size() - column.direction.size());
    }
  const auto dot = text.rfind('.');
  const bool isOption = dot != std::string::npos && dot > 0 && dot + 1 < text.size();
  column.kind = isOption ? TableColumn::Kind::option : TableColumn::Kind::party;
  column.party = text.substr(0, isOption ? dot : std::string::npos);
  column.option = isOption ? text.substr(dot + 1) : "";
  return column;
}

namespace {

/// Rows sorted by a value, best first, equal ones grouped.
template <class Value, class Better>
std::vector<std::vector<std::size_t>> classesOf(const std::vector<Value>& values, Better better) {
  std::vector<std::size_t> rows(values.size());
  std::iota(rows.begin(), rows.end(), std::size_t{0});
  std::ranges::stable_sort(rows, [&](std::size_t a, std::size_t b) { return better(values[a], values[b]); });
  std::vector<std::vector<std::size_t>> classes;
  for (std::size_t k = 0; k < rows.size(); ++k) {
    if (k == 0 || better(values[rows[k - 1]], values[rows[k]]))
      classes.emplace_back();
    classes.back().push_back(rows[k]);
  }
  return classes;
}

} // namespace

std::optional<std::vector<std::vector<std::size_t>>> rankedRows(TableColumns& table, std::size_t column) {
  const bool places = table.kind() == TableKind::ranking;
  std::vector<mpq_class> values;
  bool fine = true;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    std::optional<mpq_class> value;
    if (!places)
      value = table.number(row, column);
    else if (const auto place = table.place(row, column))
      value = mpq_class(static_cast<unsigned long>(*place));
    fine = fine && value.has_value();
    values.push_back(value.value_or(0));
  }
  if (!fine)
    return std::nullopt;
  return classesOf(values, [&](const mpq_class& a, const mpq_class& b) { return places ? a < b : a > b; });
}

std::optional<model::Weights> weightsOf(TableColumns& table, std::size_t column,
                                        const std::vector<std::optional<model::OptionId>>& options) {
  std::vector<mpq_class> values;
  model::Weights weights;
  bool fine = true;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const bool empty = table.cell(row, column).text.empty();
    const auto value = empty ? std::optional<mpq_class>(0) : table.number(row, column);
    fine = fine && value.has_value();
    values.push_back(value.value_or(0));
    mpq_class scaled = values.back();
    int decimals = 0;
    for (; scaled.get_den() != 1 && decimals <= language::mostDecimals; ++decimals)
      scaled *= 10;
    if (value && decimals > language::mostDecimals) {
      table.wrong(row, column, "a decimal number of up to nine decimals");
      fine = false;
    }
    weights.decimals = std::max(weights.decimals, decimals);
  }
  for (std::size_t row = 0; row < table.rows() && fine; ++row) {
    mpq_class units = values[row];
    for (int i = 0; i < weights.decimals; ++i)
      units *= 10;
    if (abs(units) > mpq_class(std::to_string(language::mostUnits))) {
      table.wrong(row, column, "a smaller number");
      fine = false;
    } else if (options[row] && !table.cell(row, column).text.empty()) {
      weights.weights.push_back({model::Expression::option(*options[row]), units.get_num().get_si(), {}, {}});
    }
  }
  return fine ? std::optional(std::move(weights)) : std::nullopt;
}

} // namespace stasis::exchange
