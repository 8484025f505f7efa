#include "exchange/cells.h"
#include "exchange/state_words.h"
#include "exchange/table.h"
#include "language/lexing/decimal.h"
#include "model/lettered.h"

#include <algorithm>
#include <map>
#include <set>

namespace stasis::exchange {

using language::Severity;
using model::OptionId;

namespace {

std::string_view headingOf(TableKind kind) {
  switch (kind) {
  case TableKind::ranking: return "ranking";
  case TableKind::payoffs: return "payoffs";
  case TableKind::scores: return "scores";
  }
  return "";
}

/// Puts a space before a cell that a spreadsheet would take for a formula.
std::string safe(const std::string& words) {
  const bool formula =
      !words.empty() && std::string_view("=+-@").find(words[0]) != std::string_view::npos && words.size() > 1;
  return cellText(formula ? ' ' + words : words);
}

class Writer {
public:
  Writer(TableKind kind, const model::Conflict& conflict, const StateTable& table)
      : kind_(kind), c_(conflict), table_(table) {}

  Written write() && {
    if (!canBeSaid())
      return {std::nullopt, std::move(problems_)};
    tellLost();
    return {kind_ == TableKind::scores ? scores() : states(), std::move(problems_)};
  }

private:
  const TableKind kind_;
  const model::Conflict& c_;
  const StateTable& table_;
  language::Diagnostics problems_;

  void error(std::string_view code, std::string message, std::string help = {}) {
    problems_.push_back({Severity::error, code, {}, std::move(message), {}, std::move(help)});
  }

  bool canBeSaid() {
    if (c_.options.empty())
      error("S0711", "a table of a conflict without options would say nothing");
    if (c_.hasGraphForm())
      error("S0711", "a table of states has no place for listed moves", "`--format json` keeps them");
    if (kind_ == TableKind::scores)
      canBeScored();
    else if (table_.states.empty())
      error("S0711", "no state is feasible, so there is nothing to put into rows");
    else if (table_.ranks.size() != c_.parties.size())
      error("S0709", "the states of this conflict are too many to be ranked one by one");
    return problems_.empty();
  }

  static bool weighsOptions(const model::Preference& preference) {
    const auto* said = std::get_if<model::Weights>(&preference);
    return std::holds_alternative<std::monostate>(preference) ||
           (said != nullptr && std::ranges::all_of(said->weights, [](const model::Weight& w) {
              return w.option().has_value();
            }));
  }

  void canBeScored() {
    for (const auto& party : c_.parties)
      if (!weighsOptions(party.preference))
        return error("S0711",
                     '`' + party.name +
                         "` does not weigh options alone, and a table of scores has nothing else",
                     "`--format ranking` takes any preference");
    if (!c_.constraints.empty() || !c_.listed.empty())
      error("S0711", "a table of scores has no place for what cannot be",
            "`--format ranking` lists the states");
    if (std::ranges::any_of(c_.options, [](const auto& o) { return o.direction != model::Direction::both; }))
      error("S0711", "a table of scores has no place for directions", "`--format ranking` keeps them");
  }

  /// One warning that lists all that the table cannot hold.
  void tellLost() {
    std::vector<std::string> lost{"the title"};
    const auto add = [&](bool is, const char* what) {
      if (is)
        lost.emplace_back(what);
    };
    add(!c_.about.empty(), "the lines about the conflict");
    add(!c_.sources.empty(), "sources and citations");
    add(std::ranges::any_of(c_.parties, [](const auto& p) { return !p.label.empty(); }) ||
            std::ranges::any_of(c_.options, [](const auto& o) { return !o.label.empty(); }),
        "labels");
    add(!c_.families.empty(), "families");
    add(!c_.defines.empty(), "definitions");
    add(c_.speaksOfStrength() || c_.speaksOfDoubt() || c_.speaksOfAttitudes() || c_.doubtsDirections(),
        "marks of strength, doubt or attitude");
    if (kind_ == TableKind::scores) {
      add(c_.statusQuo.has_value(), "the status quo");
    } else {
      add(!c_.constraints.empty(), "constraints, whose states are listed instead");
      add(std::ranges::any_of(
              c_.parties,
              [](const auto& p) { return std::holds_alternative<model::Prioritised>(p.preference); }),
          "statements, whose places are listed instead");
    }
    add(!c_.expectations.empty(), "expectations");
    std::string all;
    for (const auto& one : lost)
      all += (all.empty() ? "" : &one == &lost.back() ? " and " : ", ") + one;
    problems_.push_back({Severity::warning, "S0712", {}, "a table has no place for " + all, {}, {}});
  }

  std::string optionHeading(OptionId id) const {
    const auto& option = c_.option(id);
    const char* direction = option.direction == model::Direction::irrevocable   ? " irrevocable"
                            : option.direction == model::Direction::unresumable ? " unresumable"
                                                                                : "";
    return c_.party(option.owner).name + '.' + option.name + direction;
  }

  std::string states() const {
    std::string text(headingOf(kind_));
    for (std::size_t i = 0; i < c_.options.size(); ++i)
      text += ',' + optionHeading(OptionId(i));
    text += c_.statusQuo ? ",status quo" : "";
    for (const auto& party : c_.parties)
      text += ',' + party.name;
    text += '\n';
    std::vector<std::vector<std::size_t>> values;
    for (const auto& ranks : table_.ranks)
      values.push_back(valuesOf(ranks));
    bool marked = false;
    for (std::size_t s = 0; s < table_.states.size(); ++s)
      text += row(s, values, marked);
    return text;
  }

  /// Places from 1, best first, or payoffs from 1, worst first; without gaps.
  std::vector<std::size_t> valuesOf(const std::vector<std::uint32_t>& ranks) const {
    const std::set<std::uint32_t> distinct(ranks.begin(), ranks.end());
    std::map<std::uint32_t, std::size_t> value;
    std::size_t next = kind_ == TableKind::payoffs ? 1 : distinct.size();
    for (const auto rank : distinct)
      value[rank] = kind_ == TableKind::payoffs ? next++ : next--;
    std::vector<std::size_t> values;
    values.reserve(ranks.size());
    for (const auto rank : ranks)
      values.push_back(value[rank]);
    return values;
  }

  std::string row(std::size_t s, const std::vector<std::vector<std::size_t>>& values, bool& marked) const {
    const auto& state = table_.states[s];
    std::string text = safe(nameOf(s, state));
    for (const char letter : state.letters())
      text += std::string(",") + letter;
    if (c_.statusQuo) {
      const bool here = !marked && state.covers(*c_.statusQuo);
      marked = marked || here;
      text += here ? ",Y" : ",";
    }
    for (const auto& ofParty : values)
      text += ',' + std::to_string(ofParty[s]);
    return text + '\n';
  }

  std::string nameOf(std::size_t s, const model::Pattern& state) const {
    if (s < c_.listed.size())
      return c_.listed[s].name;
    for (const auto& named : c_.named)
      if (state == named.state && !model::isLettered(named))
        return named.name;
    return 's' + std::to_string(s + 1);
  }

  std::string scores() const {
    std::string text(headingOf(kind_));
    std::vector<std::map<OptionId, std::string>> weights;
    for (const auto& party : c_.parties) {
      text += ',' + party.name;
      auto& own = weights.emplace_back();
      if (const auto* said = std::get_if<model::Weights>(&party.preference))
        for (const auto& weight : said->weights)
          own[*weight.option()] = language::decimalText(weight.units, said->decimals);
    }
    text += '\n';
    for (std::size_t i = 0; i < c_.options.size(); ++i) {
      text += optionHeading(OptionId(i));
      for (const auto& own : weights) {
        const auto found = own.find(OptionId(i));
        text += ',' + (found == own.end() ? "" : found->second);
      }
      text += '\n';
    }
    return text;
  }
};

} // namespace

Written writeTable(TableKind kind, const model::Conflict& conflict, const StateTable& states) {
  return Writer(kind, conflict, states).write();
}

} // namespace stasis::exchange
