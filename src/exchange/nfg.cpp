#include "exchange/nfg.h"

#include "exchange/state_words.h"

#include <algorithm>
#include <map>
#include <set>

namespace stasis::exchange {

using language::Severity;
using model::Conflict;
using model::OptionId;
using model::PartyId;
using model::State;

namespace {

constexpr std::string_view comment = "Payoffs are ranks, larger is better. A combination of choices that is "
                                     "not feasible in the conflict has the outcome "
                                     "'infeasible', worse for every player than any feasible one: nobody "
                                     "gains by going there, but a combination from "
                                     "which only infeasible ones can be reached can be an equilibrium of "
                                     "this game without being a state of the conflict.";
constexpr std::string_view commentOnDirections = " In the conflict some options cannot be taken back or "
                                                 "taken up again; here every choice is free, so that fewer "
                                                 "states may be equilibria.";

/// In double quotes; the format's reader knows no way to write marks, backslashes or line ends inside.
std::string inMarks(std::string_view text) {
  std::string result = "\"";
  for (const char c : text)
    result += c == '"' ? '\'' : c == '\\' ? '/' : static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  return result + '"';
}

class Game {
public:
  Game(const Conflict& conflict, const StateTable& table) : c_(conflict), table_(table) {}

  Written write() && {
    if (!canBeSaid())
      return {std::nullopt, std::move(problems_)};
    findStrategies();
    if (const std::size_t profiles = profileCount(); profiles > mostProfiles) {
      error("S0709", "the game has more than " + std::to_string(mostProfiles) + " combinations of strategies",
            "this form suits small conflicts; merge or fix options first");
      return {std::nullopt, std::move(problems_)};
    }
    if (table_.ranks.size() != c_.parties.size()) {
      error("S0709", "the states of this conflict are too many to be ranked one by one", {});
      return {std::nullopt, std::move(problems_)};
    }
    warnOfDirections();
    return {prologue() + outcomes() + profiles(), std::move(problems_)};
  }

private:
  const Conflict& c_;
  const StateTable& table_;
  language::Diagnostics problems_;
  std::vector<std::vector<std::string>> strategies_; ///< by party: its own letters of a state

  void error(std::string_view code, std::string message, std::string help) {
    problems_.push_back({Severity::error, code, {}, std::move(message), {}, std::move(help)});
  }

  bool canBeSaid() {
    if (c_.parties.empty() || table_.states.empty())
      error("S0711",
            c_.parties.empty() ? "a game needs a player" : "no state is feasible, so there is no game", {});
    if (c_.hasMergedStates())
      error("S0711", "merged states cannot be told as a game in strategic form",
            "list every state for itself");
    if (c_.hasGraphForm())
      error("S0711",
            "listed moves cannot be told as a game in strategic form: every player may choose any strategy",
            {});
    return problems_.empty();
  }

  bool isDirected() const {
    return std::ranges::any_of(c_.options,
                               [](const auto& o) { return o.direction != model::Direction::both; });
  }

  void warnOfDirections() {
    for (const auto& option : c_.options)
      if (option.direction != model::Direction::both) {
        problems_.push_back({Severity::warning,
                             "S0712",
                             option.range,
                             "a game in strategic form knows no direction: there `" + option.name +
                                 "` can be taken and dropped",
                             "a state that a party would leave if it could is no equilibrium of the game",
                             {}});
        return;
      }
  }

  std::string lettersOf(const State& state, const model::Party& party) const {
    return state.letters().substr(party.firstOption, party.optionCount);
  }

  /// By ascending binary value, the first option least: first doing nothing, where that can be.
  void findStrategies() {
    const auto before = [](const std::string& a, const std::string& b) {
      return std::ranges::lexicographical_compare(a.rbegin(), a.rend(), b.rbegin(), b.rend());
    };
    for (const auto& party : c_.parties) {
      std::set<std::string, decltype(before)> own(before);
      for (const State& state : table_.states)
        own.insert(lettersOf(state, party));
      strategies_.emplace_back(own.begin(), own.end());
    }
  }

  /// Just above the limit where it is larger.
  std::size_t profileCount() const {
    std::size_t count = 1;
    for (const auto& own : strategies_)
      count = count > mostProfiles ? count : count * own.size();
    return count;
  }

  std::string prologue() const {
    std::string text = "NFG 1 R " + inMarks(c_.title) + " {";
    for (const auto& party : c_.parties)
      text += ' ' + inMarks(party.name);
    text += " }\n\n{";
    for (std::size_t i = 0; i < strategies_.size(); ++i) {
      text += i == 0 ? " {" : "\n  {";
      for (const std::string& strategy : strategies_[i])
        text += ' ' + inMarks(strategyName(PartyId(i), strategy));
      text += " }";
    }
    return text + "\n}\n" +
           inMarks(std::string(comment) + std::string(isDirected() ? commentOnDirections : "")) + "\n\n";
  }

  std::string strategyName(PartyId id, const std::string& letters) const {
    std::vector<std::string> taken;
    for (std::size_t k = 0; k < letters.size(); ++k)
      if (letters[k] == 'Y')
        taken.push_back(c_.options[c_.party(id).firstOption + k].name);
    return taken.empty() ? "nothing" : joined(taken, " + ");
  }

  /// Ranks of one party without gaps, from 1.
  static std::vector<std::size_t> payoffs(const std::vector<std::uint32_t>& ranks) {
    std::set<std::uint32_t> distinct(ranks.begin(), ranks.end());
    std::vector<std::uint32_t> sorted(distinct.begin(), distinct.end());
    std::vector<std::size_t> result;
    for (const auto rank : ranks)
      result.push_back(static_cast<std::size_t>(std::ranges::lower_bound(sorted, rank) - sorted.begin()) + 1);
    return result;
  }

  /// One for every state in the order of their numbers, then the one that is not feasible.
  std::string outcomes() const {
    std::vector<std::vector<std::size_t>> payoff;
    for (const auto& ranks : table_.ranks)
      payoff.push_back(payoffs(ranks));
    std::string text = "{\n";
    for (std::size_t s = 0; s <= table_.states.size(); ++s) {
      const bool feasible = s < table_.states.size();
      text += "{ " + inMarks(feasible ? outcomeName(s) : "infeasible");
      for (std::size_t i = 0; i < payoff.size(); ++i)
        text += (i == 0 ? " " : ", ") + std::to_string(feasible ? payoff[i][s] : 0);
      text += " }\n";
    }
    return text + "}\n";
  }

  std::string outcomeName(std::size_t s) const {
    const auto titles = titlesOf(c_, s, table_.states[s]);
    return numberOf(c_, s) + (titles.empty() ? "" : " " + joined(titles, ", "));
  }

  /// The outcome of every combination of strategies, the first player's changing fastest.
  std::string profiles() const {
    std::map<std::string_view, std::size_t> outcome;
    for (std::size_t s = 0; s < table_.states.size(); ++s)
      outcome.emplace(table_.states[s].letters(), s + 1);
    const std::size_t infeasible = table_.states.size() + 1;
    std::vector<std::size_t> chosen(strategies_.size(), 0);
    std::string text;
    for (std::size_t left = profileCount(); left > 0; --left) {
      std::string letters;
      for (std::size_t i = 0; i < chosen.size(); ++i)
        letters += strategies_[i][chosen[i]];
      const auto found = outcome.find(letters);
      text += std::to_string(found == outcome.end() ? infeasible : found->second);
      text += next(chosen) == 0 ? ' ' : '\n';
    }
    return text;
  }

  /// Counts on; gives how many players began anew.
  std::size_t next(std::vector<std::size_t>& chosen) const {
    std::size_t i = 0;
    while (i < chosen.size() && ++chosen[i] == strategies_[i].size())
      chosen[i++] = 0;
    return i;
  }
};

} // namespace

Written writeNfg(const Conflict& conflict, const StateTable& table) { return Game(conflict, table).write(); }

} // namespace stasis::exchange
