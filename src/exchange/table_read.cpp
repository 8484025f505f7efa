#include "exchange/cells.h"
#include "exchange/disjunctive_form.h"
#include "exchange/exact_number.h"
#include "exchange/feasible_states.h"
#include "exchange/gmcr_file.h"
#include "exchange/identifier.h"
#include "exchange/mapped_text.h"
#include "exchange/table.h"
#include "language/codes/nearest.h"
#include "language/lexing/decimal.h"
#include "language/lexing/token.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <numeric>
#include <set>

namespace stasis::exchange {

using model::Choice;
using model::PartyId;
using model::Range;
using model::StateRef;

namespace {

constexpr std::uint64_t mostStates = std::uint64_t{1} << 20U;
constexpr std::uint64_t mostSteps = std::uint64_t{1} << 26U;

std::string lowerCase(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z')
      c = static_cast<char>(c - 'A' + 'a');
  return text;
}

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

/// `Y`, `yes`, `1`, `TRUE`; `N`, `no`, `0`, `FALSE`; `-`. Spreadsheets make of the first what they like.
std::optional<char> letterOf(const std::string& cell) {
  const std::string word = lowerCase(cell);
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

/// What a column says, by its heading.
struct Column {
  enum class Kind : std::uint8_t { option, statusQuo, party, nothing } kind = Kind::nothing;
  std::string party;
  std::string option;
  std::string direction;
  std::size_t at = 0;
};

/// The cells of a table, its columns understood; all that both ways of reading share.
class Table {
public:
  Table(const language::SourceText& source, language::Problems& problems)
      : source_(source), problems_(problems) {
    if (auto cells = readCells(source, problems))
      cells_ = std::move(*cells);
  }

  bool understand() {
    if (problems_.errors() > 0)
      return false;
    if (cells_.rows.size() < 2) {
      problems_.error("S0716", {0, 0}, "the table has no rows below its headings");
      return false;
    }
    kind_ = kindNamed(lowerCase(cells_.rows[0][0].text));
    if (!kind_)
      kind_ = kindNamed(lowerCase(stemOf(source_.name())));
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

  TableKind kind() const { return *kind_; }
  const std::vector<Column>& columns() const { return columns_; }
  std::size_t rows() const { return cells_.rows.size() - 1; }
  const Cell& cell(std::size_t row, std::size_t column) const {
    static const Cell missing;
    const auto& cells = cells_.rows[row + 1];
    return column < cells.size() ? cells[column] : missing;
  }
  const Cell& heading(const Column& column) const { return cells_.rows[0][column.at]; }
  std::string nameOf(std::size_t row, std::size_t column) const {
    return "cell " + cells_.nameOf(row + 1, column);
  }
  Range placeOf(std::size_t row, std::size_t column) const {
    const auto& cells = cells_.rows[row + 1];
    return column < cells.size() ? cells[column].range
                                 : Range{cells.back().range.end, cells.back().range.end};
  }

  /// Reports a cell that is not `wanted`: damaged, empty or something else.
  void wrong(std::size_t row, std::size_t column, const std::string& wanted) {
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

  std::optional<mpq_class> number(std::size_t row, std::size_t column) {
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

  std::optional<std::size_t> place(std::size_t row, std::size_t column) {
    const auto value = wholeNumber(cell(row, column).text);
    if (!value || *value == 0) {
      wrong(row, column, "a place, 1 or more,");
      return std::nullopt;
    }
    return value;
  }

  language::Problems& problems() { return problems_; }

private:
  const language::SourceText& source_;
  language::Problems& problems_;
  Cells cells_;
  std::optional<TableKind> kind_;
  std::vector<Column> columns_;

  void heading(std::size_t at) {
    const Cell& cell = cells_.rows[0][at];
    Column column{.at = at};
    std::string text = cell.text;
    const std::string lower = lowerCase(text);
    const std::string name = "cell " + cells_.nameOf(0, at);
    if (lower == "status quo" || lower == "label") {
      column.kind = lower == "label" ? Column::Kind::nothing : Column::Kind::statusQuo;
    } else if (text.empty()) {
      for (std::size_t row = 0; row < rows(); ++row)
        if (!this->cell(row, at).text.empty())
          return void(
              problems_.error("S0716", cell.range, name + " is empty, and there are cells below it").help =
                  "a heading names a party, or an option as `PARTY.option`");
    } else if (const auto damage = damageOf(text); !damage.empty()) {
      problems_.error("S0717", cell.range, name + " looks like " + std::string(damage) + ": " + ticked(text))
          .help = "the name of a party should stand here, or an option as `PARTY.option`";
    } else {
      for (const char* direction : {" irrevocable", " unresumable"})
        if (text.ends_with(direction)) {
          column.direction = direction;
          text.resize(text.size() - column.direction.size());
        }
      const auto dot = text.rfind('.');
      const bool isOption = dot != std::string::npos && dot > 0 && dot + 1 < text.size();
      column.kind = isOption ? Column::Kind::option : Column::Kind::party;
      column.party = text.substr(0, isOption ? dot : std::string::npos);
      column.option = isOption ? text.substr(dot + 1) : "";
    }
    columns_.push_back(std::move(column));
  }
};

/// Rows by a value that orders them, best first, equal ones together.
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

/// The rows as a party ranks them; none, after an error, if a cell is no number.
std::optional<std::vector<std::vector<std::size_t>>> rankedRows(Table& table, std::size_t column) {
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

/// Weights of one party in the units of its longest decimal; none, after errors, if a cell is no decimal.
std::optional<model::Weights> weightsOf(Table& table, std::size_t column,
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
      weights.weights.push_back({*options[row], units.get_num().get_si(), {}});
    }
  }
  return fine ? std::optional(std::move(weights)) : std::nullopt;
}

// ---- a table by itself

class Alone {
public:
  Alone(const language::SourceText& source, Table& table) : source_(source), table_(table) {}

  std::optional<language::Parsed> run() {
    if (table_.kind() == TableKind::scores)
      scores();
    else
      states();
    if (table_.problems().errors() > 0)
      return std::nullopt;
    return out_.parse(source_);
  }

private:
  struct Option {
    std::string name, label, direction;
    std::size_t column; ///< or row, of scores
    Range place;
  };
  struct Owner {
    std::string name, label;
    Range place;
    std::vector<Option> options;
    std::optional<std::size_t> column;
  };

  const language::SourceText& source_;
  Table& table_;
  MappedText out_;
  std::vector<Owner> parties_;
  GivenNames names_;

  Owner& partyCalled(const std::string& called, Range place) {
    for (Owner& party : parties_)
      if (party.name == called || party.label == called)
        return party;
    Owner party{.name = names_.give(identifierFrom(called, "party_" + std::to_string(parties_.size() + 1))),
                .label = "",
                .place = place,
                .options = {},
                .column = std::nullopt};
    party.label = party.name == called ? "" : called;
    return parties_.emplace_back(std::move(party));
  }

  void addOption(const std::string& party, const std::string& called, const std::string& direction,
                 std::size_t column, Range place) {
    Owner& owner = partyCalled(party, place);
    for (const Option& other : owner.options)
      if (other.name == called || other.label == called) {
        table_.problems().error("S0716", place, ticked(party + '.' + called) + " stands here twice");
        return;
      }
    Option option{.name = identifierFrom(called, "option_" + std::to_string(owner.options.size() + 1)),
                  .label = "",
                  .direction = direction,
                  .column = column,
                  .place = place};
    option.label = option.name == called ? "" : called;
    owner.options.push_back(std::move(option));
  }

  void addPartyColumn(const Column& column) {
    Owner& party = partyCalled(column.party, table_.heading(column).range);
    if (party.column)
      table_.problems().error("S0716", table_.heading(column).range,
                              ticked(column.party) + " has a column already");
    party.column = column.at;
  }

  void declare() {
    out_.add("conflict " +
             language::quoted(stemOf(source_.name().starts_with('<') ? "Table" : source_.name())) + "\n");
    for (const Owner& party : parties_) {
      out_.at(party.place);
      out_.add("party " + party.name + labelled(party.label) + "\n");
      for (const Option& option : party.options) {
        out_.at(option.place);
        out_.add("  option " + option.name + labelled(option.label) + option.direction + "\n");
      }
    }
  }

  static std::string labelled(const std::string& label) {
    return label.empty() ? "" : ' ' + language::quoted(label);
  }

  // ---- a row a state

  void states() {
    for (const Column& column : table_.columns())
      if (column.kind == Column::Kind::option)
        addOption(column.party, column.option, column.direction, column.at, table_.heading(column).range);
    for (const Column& column : table_.columns())
      if (column.kind == Column::Kind::party)
        addPartyColumn(column);
    if (std::ranges::all_of(parties_, [](const Owner& party) { return party.options.empty(); })) {
      table_.problems()
          .error("S0716", table_.cell(0, 0).range, "the table does not say which options there are and whose")
          .help =
          "add a column `PARTY.option` for each, with Y or N; or name the model the table belongs to: "
          "`stasis import TABLE --with model.conflict`";
      return;
    }
    declare();
    const auto names = stateNames();
    out_.add("states\n");
    for (std::size_t row = 0; row < table_.rows(); ++row)
      listed(row, names[row]);
    statusQuo();
    for (const Owner& party : parties_)
      if (party.column)
        rank(party, names);
  }

  std::vector<std::string> stateNames() {
    GivenNames given;
    std::set<std::string> seen;
    for (const Owner& party : parties_)
      given.give(party.name);
    std::vector<std::string> names;
    for (std::size_t row = 0; row < table_.rows(); ++row) {
      const std::string& called = table_.cell(row, 0).text;
      if (!damageOf(called).empty())
        table_.wrong(row, 0, "the name of a state");
      else if (!called.empty() && !seen.insert(called).second)
        table_.problems().error("S0716", table_.placeOf(row, 0),
                                table_.nameOf(row, 0) + " names " + ticked(called) + " again");
      const std::string number = "s" + std::to_string(row + 1);
      const bool plain = called.empty() || called.find_first_not_of("0123456789YN-") == std::string::npos;
      const auto value = wholeNumber(called);
      names.push_back(given.give(value && *value > 0 ? "s" + std::to_string(*value)
                                 : plain             ? number
                                                     : identifierFrom(called, number)));
    }
    return names;
  }

  void listed(std::size_t row, const std::string& name) {
    out_.at(table_.placeOf(row, 0));
    out_.add("  " + name + ' ');
    for (const Owner& party : parties_)
      for (const Option& option : party.options) {
        const auto letter = letterOf(table_.cell(row, option.column).text);
        if (!letter)
          table_.wrong(row, option.column, "`Y`, `N` or `-`");
        out_.add(std::string(1, letter.value_or('N')));
      }
    const std::string& called = table_.cell(row, 0).text;
    const bool telling = called != name && called.find_first_not_of("0123456789YN-") != std::string::npos;
    out_.add((telling ? ' ' + language::quoted(called) : "") + "\n");
  }

  void statusQuo() {
    const auto column = std::ranges::find(table_.columns(), Column::Kind::statusQuo, &Column::kind);
    if (column == table_.columns().end())
      return;
    std::optional<std::size_t> marked;
    for (std::size_t row = 0; row < table_.rows(); ++row) {
      const std::string& text = table_.cell(row, column->at).text;
      if (text.empty() || letterOf(text) == 'N')
        continue;
      if (marked || letterOf(text) != 'Y')
        table_.wrong(row, column->at,
                     marked ? "nothing, for a state above is the status quo," : "`Y` or nothing");
      marked = row;
    }
    if (!marked)
      return;
    std::string taken;
    for (const Owner& party : parties_)
      for (const Option& option : party.options)
        if (letterOf(table_.cell(*marked, option.column).text) == 'Y')
          taken += (taken.empty() ? "" : ", ") + party.name + '.' + option.name;
    out_.at(table_.placeOf(*marked, column->at));
    out_.add("status quo " + (taken.empty() ? "none" : taken) + "\n");
  }

  void rank(const Owner& party, const std::vector<std::string>& names) {
    const auto classes = rankedRows(table_, *party.column);
    if (!classes)
      return;
    out_.at(party.place);
    out_.add("rank " + party.name + "\n  ");
    for (std::size_t k = 0; k < classes->size(); ++k) {
      out_.add(k > 0 ? " > " : "");
      for (std::size_t j = 0; j < (*classes)[k].size(); ++j) {
        const std::size_t row = (*classes)[k][j];
        out_.add(j > 0 ? " ~ " : "");
        out_.at(table_.placeOf(row, *party.column));
        out_.add(names[row]);
      }
    }
    out_.add("\n");
  }

  // ---- a row an option

  void scores() {
    for (std::size_t row = 0; row < table_.rows(); ++row) {
      const std::string& text = table_.cell(row, 0).text;
      const auto dot = text.rfind('.');
      if (dot == std::string::npos || dot == 0 || dot + 1 == text.size())
        table_.wrong(row, 0, "an option, as `PARTY.option`,");
      else
        addOption(text.substr(0, dot), text.substr(dot + 1), "", row, table_.placeOf(row, 0));
    }
    for (const Column& column : table_.columns())
      if (column.kind == Column::Kind::party)
        addPartyColumn(column);
      else if (column.kind != Column::Kind::nothing)
        table_.problems().error("S0716", table_.heading(column).range,
                                "a table of scores has a column for each party only");
    if (table_.problems().errors() > 0)
      return;
    declare();
    for (const Owner& party : parties_)
      if (party.column)
        weigh(party);
  }

  void weigh(const Owner& party) {
    std::vector<std::optional<model::OptionId>> rows;
    std::vector<std::string> names(table_.rows());
    for (std::size_t row = 0; row < table_.rows(); ++row)
      rows.emplace_back(model::OptionId(row));
    for (const Owner& owner : parties_)
      for (const Option& option : owner.options)
        names[option.column] = owner.name + '.' + option.name;
    const auto weights = weightsOf(table_, *party.column, rows);
    if (!weights || weights->weights.empty())
      return;
    out_.at(party.place);
    out_.add("weigh " + party.name + "\n");
    for (const model::Weight& weight : weights->weights) {
      out_.at(table_.placeOf(weight.option.index(), *party.column));
      out_.add("  " + names[weight.option.index()] + ' ' +
               language::decimalText(weight.units, weights->decimals) + "\n");
    }
  }
};

// ---- a table for a model that is there

class Into {
public:
  Into(Table& table, const model::Conflict& conflict) : table_(table), c_(conflict) {}

  std::optional<model::Conflict> run() {
    std::vector<std::pair<PartyId, const Column*>> columns;
    for (const Column& column : table_.columns())
      if (column.kind == Column::Kind::party)
        if (const auto party = partyCalled(column))
          columns.emplace_back(*party, &column);
    if (columns.empty() && table_.problems().errors() == 0)
      table_.problems().error("S0716", table_.cell(0, 0).range,
                              "no column has the name of a party of the model");
    if (table_.kind() == TableKind::scores)
      scores(columns);
    else
      rankings(columns);
    return table_.problems().errors() > 0 ? std::nullopt : std::optional(std::move(c_));
  }

private:
  Table& table_;
  model::Conflict c_;
  std::vector<model::Pattern> states_; ///< feasible, in the order of their numbers

  std::optional<PartyId> partyCalled(const Column& column) {
    language::Nearest nearest(column.party);
    for (std::size_t i = 0; i < c_.parties.size(); ++i) {
      if (c_.parties[i].name == column.party || c_.parties[i].label == column.party)
        return PartyId(i);
      nearest.consider(c_.parties[i].name);
    }
    table_.problems()
        .error("S0716", table_.heading(column).range, "the model has no party " + ticked(column.party))
        .help = nearest.found() ? "did you mean `" + std::string(*nearest.found()) + "`?" : "";
    return std::nullopt;
  }

  void scores(const std::vector<std::pair<PartyId, const Column*>>& columns) {
    std::vector<std::optional<model::OptionId>> options;
    for (std::size_t row = 0; row < table_.rows(); ++row)
      options.push_back(optionCalled(row));
    for (const auto& [party, column] : columns)
      if (auto weights = weightsOf(table_, column->at, options)) {
        weights->range = table_.heading(*column).range;
        c_.parties[party.index()].preference = std::move(*weights);
      }
  }

  std::optional<model::OptionId> optionCalled(std::size_t row) {
    const std::string& text = table_.cell(row, 0).text;
    for (std::size_t i = 0; i < c_.options.size(); ++i) {
      const model::OptionId id(i);
      if (c_.nameOf(id) == text || c_.party(c_.option(id).owner).name + '.' + c_.option(id).name == text)
        return id;
    }
    table_.wrong(row, 0, "an option of the model");
    return std::nullopt;
  }

  void rankings(const std::vector<std::pair<PartyId, const Column*>>& columns) {
    if (!findStates())
      return;
    const auto refs = statesOfRows();
    if (table_.problems().errors() > 0)
      return;
    for (const auto& [party, column] : columns)
      if (const auto classes = rankedRows(table_, column->at)) {
        model::Ranking ranking{.classes = {}, .range = table_.heading(*column).range};
        for (const auto& tie : *classes) {
          auto& states = ranking.classes.emplace_back();
          for (const std::size_t row : tie)
            states.push_back(reference(refs[row], table_.placeOf(row, column->at)));
        }
        c_.parties[party.index()].preference = std::move(ranking);
      }
  }

  StateRef reference(std::size_t state, Range range) const {
    return c_.listed.empty() ? StateRef{StateRef::Kind::number, state + 1, range}
                             : StateRef{StateRef::Kind::listed, state, range};
  }

  bool findStates() {
    for (const auto& listed : c_.listed)
      states_.push_back(listed.pattern);
    if (!c_.listed.empty())
      return true;
    Cubes infeasible;
    DisjunctiveForm form(c_);
    for (const auto& constraint : c_.constraints) {
      const auto cubes = form.of(constraint.holds, false);
      if (!cubes)
        return tooMany();
      infeasible.insert(infeasible.end(), cubes->begin(), cubes->end());
    }
    return forEachStateOutside(infeasible, c_.options.size(), mostSteps,
                               [&](const model::State& state) {
                                 states_.push_back(state);
                                 return states_.size() <= mostStates;
                               }) ||
           tooMany();
  }

  bool tooMany() {
    table_.problems().error("S0709", table_.cell(0, 0).range,
                            "the model has more than " + std::to_string(mostStates) +
                                " feasible states, too many for a table");
    return false;
  }

  std::vector<std::size_t> statesOfRows() {
    std::vector<std::size_t> states;
    std::map<std::size_t, std::size_t> rowOf;
    for (std::size_t row = 0; row < table_.rows(); ++row) {
      const auto state = stateCalled(row);
      states.push_back(state.value_or(0));
      if (state && !rowOf.emplace(*state, row).second)
        table_.problems().error("S0716", table_.placeOf(row, 0),
                                table_.nameOf(row, 0) + " is state " + callOf(*state) + " again, as " +
                                    table_.nameOf(rowOf[*state], 0));
    }
    for (std::size_t s = 0; s < states_.size() && rowOf.size() < states_.size(); ++s)
      if (!rowOf.contains(s)) {
        table_.problems()
            .error("S0716", table_.placeOf(table_.rows() - 1, 0),
                   "the table has no row for state " + callOf(s) + ", " + states_[s].letters() +
                       (states_.size() - rowOf.size() > 1
                            ? ", and " + std::to_string(states_.size() - rowOf.size() - 1) + " more"
                            : ""))
            .help = "every feasible state needs a row";
        break;
      }
    return states;
  }

  std::string callOf(std::size_t state) const {
    return c_.listed.empty() ? "s" + std::to_string(state + 1) : c_.listed[state].name;
  }

  /// By name, number or letters; numbers may have lost nothing, letters written as digits may have.
  std::optional<std::size_t> stateCalled(std::size_t row) {
    const std::string& text = table_.cell(row, 0).text;
    if (const auto named = byName(text))
      return named;
    const bool digits = !text.empty() && text.find_first_not_of("01") == std::string::npos;
    if (const auto letters = byLetters(text))
      return letters;
    const auto number = wholeNumber(text.starts_with('s') ? std::string_view(text).substr(1) : text);
    if (number && *number >= 1 && *number <= states_.size())
      return *number - 1;
    if (digits && text.size() < c_.options.size() &&
        byLetters(std::string(c_.options.size() - text.size(), '0') + text)) {
      const std::string full = std::string(c_.options.size() - text.size(), '0') + text;
      table_.problems()
          .error("S0717", table_.placeOf(row, 0),
                 table_.nameOf(row, 0) + " has lost its leading zeros: " + ticked(text))
          .help = "did you mean `" + full + "`? format the column as text and enter it again";
      return std::nullopt;
    }
    unknown(row, text);
    return std::nullopt;
  }

  void unknown(std::size_t row, const std::string& text) {
    if (!damageOf(text).empty() || text.empty())
      return table_.wrong(row, 0, "the name, number or letters of a state");
    language::Nearest nearest(text);
    for (const auto& state : c_.listed)
      nearest.consider(state.name);
    for (const auto& state : c_.named)
      nearest.consider(state.name);
    table_.problems()
        .error("S0716", table_.placeOf(row, 0),
               table_.nameOf(row, 0) + ": no feasible state is called " + ticked(text))
        .help = nearest.found() ? "did you mean `" + std::string(*nearest.found()) + "`?"
                                : "a state is called by its name, its number or its " +
                                      std::to_string(c_.options.size()) + " letters Y and N";
  }

  std::optional<std::size_t> byName(const std::string& text) const {
    for (std::size_t i = 0; i < c_.listed.size(); ++i)
      if (c_.listed[i].name == text || (!text.empty() && c_.listed[i].label == text))
        return i;
    for (const auto& named : c_.named)
      if (named.name == text || (!text.empty() && named.label == text))
        return holding(named.state);
    if (lowerCase(text) == "status quo" && c_.statusQuo)
      return holding(*c_.statusQuo);
    return std::nullopt;
  }

  std::optional<std::size_t> byLetters(const std::string& text) const {
    const bool digit = text == "0" || text == "1"; // of one option: the number of a state
    if (text.size() != c_.options.size() || digit)
      return std::nullopt;
    std::string letters;
    for (const char c : text) {
      const auto letter = c == 'x' ? std::nullopt : letterOf(std::string(1, c));
      if (!letter)
        return std::nullopt;
      letters += *letter;
    }
    return holding(*model::Pattern::parse(letters));
  }

  std::optional<std::size_t> holding(const model::Pattern& state) const {
    const auto found =
        std::ranges::find_if(states_, [&](const model::Pattern& one) { return one.covers(state); });
    return found == states_.end() ? std::nullopt
                                  : std::optional(static_cast<std::size_t>(found - states_.begin()));
  }
};

} // namespace

bool looksLikeTable(const language::SourceText& source) {
  std::string_view line = source.text();
  if (line.starts_with("\xEF\xBB\xBF"))
    line.remove_prefix(3);
  if (line.starts_with("sep="))
    return true;
  line = line.substr(0, line.find_first_of("\r\n"));
  const auto end = line.find_first_of(",;\t");
  if (end == std::string_view::npos)
    return false;
  std::string first = lowerCase(std::string(line.substr(0, end)));
  std::erase(first, '"');
  for (const char* word :
       {"state", "states", "option", "ranking", "rank", "payoffs", "payoff", "scores", "score"})
    if (first == word)
      return true;
  return false;
}

language::Parsed readTable(const language::SourceText& source) {
  language::Problems problems;
  const std::size_t end = source.text().size();
  Table table(source, problems);
  if (table.understand())
    if (auto parsed = Alone(source, table).run())
      return std::move(*parsed);
  return {std::nullopt, std::move(problems).finish({end, end})};
}

language::Parsed readTableInto(const language::SourceText& source, const model::Conflict& model) {
  language::Parsed result;
  language::Problems problems;
  const std::size_t end = source.text().size();
  Table table(source, problems);
  if (table.understand())
    result.conflict = Into(table, model).run();
  result.diagnostics = std::move(problems).finish({end, end});
  return result;
}

} // namespace stasis::exchange
