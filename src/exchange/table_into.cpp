#include "exchange/disjunctive_form.h"
#include "exchange/feasible_states.h"
#include "exchange/gmcr_file.h"
#include "exchange/table_columns.h"
#include "language/codes/nearest.h"
#include "model/lower_case.h"

#include <algorithm>
#include <map>

namespace stasis::exchange {

using model::PartyId;
using model::Range;
using model::StateRef;

namespace {

constexpr std::uint64_t mostStates = std::uint64_t{1} << 20U;
constexpr std::uint64_t mostSteps = std::uint64_t{1} << 26U;

class Into {
public:
  Into(TableColumns& table, const model::Conflict& conflict) : table_(table), c_(conflict) {}

  std::optional<model::Conflict> run() {
    std::vector<std::pair<PartyId, const TableColumn*>> columns;
    for (const TableColumn& column : table_.columns())
      if (column.kind == TableColumn::Kind::party)
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
  TableColumns& table_;
  model::Conflict c_;
  std::vector<model::Pattern> states_; ///< feasible, in the order of their numbers

  std::optional<PartyId> partyCalled(const TableColumn& column) {
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

  void scores(const std::vector<std::pair<PartyId, const TableColumn*>>& columns) {
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

  void rankings(const std::vector<std::pair<PartyId, const TableColumn*>>& columns) {
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
    const bool understood = table_.problems().errors() == 0;
    for (std::size_t s = 0; understood && s < states_.size() && rowOf.size() < states_.size(); ++s)
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

  /// By name, number or letters. A spreadsheet cannot shorten a number, but it can drop zeros from letters
  /// written as digits.
  std::optional<std::size_t> stateCalled(std::size_t row) {
    const std::string& text = table_.cell(row, 0).text;
    if (const auto named = byName(text))
      return named;
    const bool digits = !text.empty() && text.find_first_not_of("01") == std::string::npos;
    if (const auto letters = byLetters(text))
      return letters;
    const auto number = wholeNumber(text.starts_with('s') ? std::string_view(text).substr(1) : text);
    if (number && *number >= 1 && *number <= states_.size() && !text.starts_with('0') &&
        !(digits && lettersAreDigits()))
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

  /// True if some row has its letters as `1` and `0`: a shorter row of these has then lost some.
  bool lettersAreDigits() const {
    for (std::size_t row = 0; row < table_.rows(); ++row)
      if (const std::string& text = table_.cell(row, 0).text;
          text.size() == c_.options.size() && text.size() > 1 &&
          text.find_first_not_of("01") == std::string::npos)
        return true;
    return false;
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
    if (model::lowerCase(text) == "status quo" && c_.statusQuo)
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

std::optional<model::Conflict> readTableInto(TableColumns& table, const model::Conflict& model) {
  return Into(table, model).run();
}

} // namespace stasis::exchange
