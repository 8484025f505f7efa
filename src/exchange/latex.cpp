#include "exchange/latex.h"

#include "exchange/state_words.h"

#include <algorithm>
#include <numeric>

namespace stasis::exchange {

using language::Severity;
using model::OptionId;

namespace {

constexpr std::size_t statesAcross = 16; // per tabular; further states go into the next one

/// Escapes the words for LaTeX.
std::string escaped(std::string_view words) {
  std::string text;
  for (const char c : words)
    switch (c) {
    case '\\': text += "\\textbackslash{}"; break;
    case '~': text += "\\textasciitilde{}"; break;
    case '^': text += "\\textasciicircum{}"; break;
    case '\n': text += ' '; break;
    default:
      if (std::string_view("#$%&_{}").find(c) != std::string_view::npos)
        text += '\\';
      text += c;
    }
  return text;
}

class Writer {
public:
  Writer(const model::Conflict& conflict, const Tableau& tableau)
      : c_(conflict), t_(tableau), states_(tableau.graph.table.states.size()) {}

  Written write() && {
    if (states_ == 0 || states_ > mostPrintedStates || t_.graph.table.ranks.size() != c_.parties.size())
      return refused();
    return {heading() + optionTable() + tableau(), std::move(problems_)};
  }

private:
  const model::Conflict& c_;
  const Tableau& t_;
  const std::size_t states_;
  language::Diagnostics problems_;

  Written refused() {
    problems_.push_back({Severity::error,
                         states_ == 0 ? "S0711" : "S0709",
                         {},
                         states_ == 0 ? "no state is feasible, so there is nothing to print"
                                      : "there are more than " + std::to_string(mostPrintedStates) +
                                            " states, more than a page has room for",
                         {},
                         {}});
    return {std::nullopt, std::move(problems_)};
  }

  std::string heading() const {
    return "% " + oneLine(c_.title) + ": r rational, s stable by sanctions (" +
           std::string(model::row(t_.concept_).name) + "), u unstable, E equilibrium, x none\n\n";
  }

  static std::string oneLine(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    return text;
  }

  std::string columns(std::size_t count) const { return "{l" + std::string(count, 'c') + "}"; }

  template <class CellOf>
  static std::string line(const std::string& first, std::size_t count, CellOf cellOf) {
    std::string text = first;
    for (std::size_t i = 0; i < count; ++i)
      text += " & " + cellOf(i);
    return text + " \\\\\n";
  }

  /// One row per option, one column per state.
  std::string optionTable() const {
    std::string text;
    for (std::size_t begin = 0; begin < states_; begin += statesAcross) {
      const std::size_t count = std::min(statesAcross, states_ - begin);
      text += "\\begin{tabular}" + columns(count) + "\n\\hline\n";
      for (std::size_t p = 0; p < c_.parties.size(); ++p)
        text += optionsOf(p, begin, count);
      text += "\\hline\n";
      text += line("State", count, [&](std::size_t i) { return escaped(numberOf(c_, begin + i)); });
      text += "\\hline\n\\end{tabular}\n\n";
    }
    return text;
  }

  std::string optionsOf(std::size_t p, std::size_t begin, std::size_t count) const {
    const auto& party = c_.parties[p];
    std::string text = "\\multicolumn{" + std::to_string(count + 1) + "}{l}{\\textbf{" +
                       escaped(c_.labelOf(model::PartyId(p))) + "}} \\\\\n";
    for (std::size_t o = party.firstOption; o < party.firstOption + party.optionCount; ++o)
      text += line("\\quad " + escaped(c_.labelOf(OptionId(o))), count, [&](std::size_t i) {
        const char letter = t_.graph.table.states[begin + i].letters()[o];
        return letter == '-' ? std::string("--") : std::string(1, letter);
      });
    return text;
  }

  std::string tableau() const {
    std::string text;
    for (std::size_t p = 0; p < c_.parties.size(); ++p)
      text += tableauOf(p);
    return text;
  }

  std::string tableauOf(std::size_t p) const {
    std::vector<std::size_t> order(states_);
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto& ranks = t_.graph.table.ranks[p];
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return ranks[a] > ranks[b]; });
    std::vector<std::vector<std::size_t>> improvements(states_);
    for (const Arc& arc : t_.graph.arcs)
      if (arc.mover.index() == p && arc.improvement)
        improvements[arc.from].push_back(arc.to);
    std::string text;
    for (std::size_t begin = 0; begin < states_; begin += statesAcross)
      text += part(p, order, improvements, begin);
    return text;
  }

  std::string part(std::size_t p, const std::vector<std::size_t>& order,
                   const std::vector<std::vector<std::size_t>>& improvements, std::size_t begin) const {
    const std::size_t count = std::min(statesAcross, states_ - begin);
    const auto at = [&](std::size_t i) { return order[begin + i]; };
    std::string text = "\\begin{tabular}" + columns(count) + "\n";
    text += "\\multicolumn{" + std::to_string(count + 1) + "}{l}{\\textbf{" +
            escaped(c_.labelOf(model::PartyId(p))) + "}} \\\\\n\\hline\n";
    text += line("", count, [&](std::size_t i) { return std::string(isEquilibrium(at(i)) ? "E" : "x"); });
    text += line("Stability", count,
                 [&](std::size_t i) { return letterOf(p, at(i), improvements[at(i)].empty()); });
    text += line("Preference", count, [&](std::size_t i) { return ranked(p, order, begin + i); });
    std::size_t deepest = 0;
    for (std::size_t i = 0; i < count; ++i)
      deepest = std::max(deepest, improvements[at(i)].size());
    for (std::size_t k = 0; k < deepest; ++k)
      text += line(k == 0 ? "UIs" : "", count, [&](std::size_t i) {
        const auto& own = improvements[at(i)];
        return k < own.size() ? escaped(numberOf(c_, own[k])) : std::string();
      });
    return text + "\\hline\n\\end{tabular}\n\n";
  }

  bool isEquilibrium(std::size_t state) const {
    return std::ranges::all_of(t_.stable, [&](const auto& own) { return own[state]; });
  }

  std::string letterOf(std::size_t p, std::size_t state, bool rational) const {
    return rational ? "r" : t_.stable[p][state] ? "s" : "u";
  }

  /// A state tied with the one before it has a sign in front.
  std::string ranked(std::size_t p, const std::vector<std::size_t>& order, std::size_t i) const {
    const auto& ranks = t_.graph.table.ranks[p];
    const bool tied = i > 0 && ranks[order[i]] == ranks[order[i - 1]];
    return (tied ? "$\\sim$" : "") + escaped(numberOf(c_, order[i]));
  }
};

} // namespace

Written writeLatex(const model::Conflict& conflict, const Tableau& tableau) {
  return Writer(conflict, tableau).write();
}

} // namespace stasis::exchange
