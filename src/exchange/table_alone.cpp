#include "exchange/gmcr_file.h"
#include "exchange/identifier.h"
#include "exchange/mapped_text.h"
#include "exchange/table_columns.h"
#include "language/lexing/decimal.h"
#include "language/lexing/token.h"

#include <algorithm>
#include <set>

namespace stasis::exchange {

using model::Range;

namespace {

class Alone {
public:
  Alone(const language::SourceText& source, TableColumns& table) : source_(source), table_(table) {}

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
    std::size_t column; ///< or row, for scores
    Range place;
  };
  struct Owner {
    std::string name, label;
    Range place;
    std::vector<Option> options;
    std::optional<std::size_t> column;
  };

  const language::SourceText& source_;
  TableColumns& table_;
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

  void addPartyColumn(const TableColumn& column) {
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

  // --- a row a state

  void states() {
    for (const TableColumn& column : table_.columns()) // parties in the order of their columns
      if (column.kind == TableColumn::Kind::party)
        addPartyColumn(column);
    for (const TableColumn& column : table_.columns())
      if (column.kind == TableColumn::Kind::option)
        addOption(column.party, column.option, column.direction, column.at, table_.heading(column).range);
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
    const auto column = std::ranges::find(table_.columns(), TableColumn::Kind::statusQuo, &TableColumn::kind);
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

  // --- a row an option

  void scores() {
    for (std::size_t row = 0; row < table_.rows(); ++row) {
      const std::string& text = table_.cell(row, 0).text;
      const auto dot = text.rfind('.');
      if (dot == std::string::npos || dot == 0 || dot + 1 == text.size())
        table_.wrong(row, 0, "an option, as `PARTY.option`,");
      else
        addOption(text.substr(0, dot), text.substr(dot + 1), "", row, table_.placeOf(row, 0));
    }
    for (const TableColumn& column : table_.columns())
      if (column.kind == TableColumn::Kind::party)
        addPartyColumn(column);
      else if (column.kind != TableColumn::Kind::nothing)
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
      const std::size_t row = weight.option()->index();
      out_.at(table_.placeOf(row, *party.column));
      out_.add("  " + names[row] + ' ' + language::decimalText(weight.units, weights->decimals) + "\n");
    }
  }
};

} // namespace

language::Parsed readTableAlone(const language::SourceText& source, TableColumns& table) {
  auto parsed = Alone(source, table).run();
  return parsed ? std::move(*parsed) : language::Parsed{};
}

} // namespace stasis::exchange
