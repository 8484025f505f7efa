#include "exchange/nfg.h"

#include "exchange/nfg_labels.h"
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

class Game {
public:
  Game(const Conflict& conflict, const StateTable& table, NfgForm form)
      : c_(conflict), table_(table), form_(form) {}

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
    findProfiles();
    warnOfEquilibriaThatAreNoStates();
    const std::string players = playersAndStrategies();
    const std::string body = form_ == NfgForm::payoffs ? payoffsOfProfiles() : outcomes() + profiles();
    warnOfLabels();
    if (c_.speaksOfStrength() || c_.speaksOfDoubt() || c_.speaksOfAttitudes() || c_.doubtsDirections())
      warning("a game in strategic form knows no strength of preference, no doubt and no attitudes",
              "a `perhaps` statement is taken as held, and an unsure pair as ranked");
    return {players + comments() + body, std::move(problems_)};
  }

private:
  const Conflict& c_;
  const StateTable& table_;
  language::Diagnostics problems_;
  NfgForm form_;
  NfgLabels labels_;
  std::vector<std::vector<std::string>> strategies_; ///< by party: its own letters of a state
  /// For every combination, the first player's strategy changing fastest: the state, from 0; the number of
  /// states if it is infeasible.
  std::vector<std::size_t> profiles_;

  void error(std::string_view code, std::string message, std::string help) {
    problems_.push_back({Severity::error, code, {}, std::move(message), {}, std::move(help)});
  }

  bool canBeSaid() {
    if (c_.parties.empty() || table_.states.empty())
      error("S0711",
            c_.parties.empty() ? "a game needs a player" : "no state is feasible, so there is no game", {});
    if (c_.hasMergedStates())
      error("S0711", "merged states cannot be written as a game in strategic form",
            "list every state for itself");
    if (c_.hasGraphForm())
      error(
          "S0711",
          "listed moves cannot be written as a game in strategic form: every player may choose any strategy",
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

  /// Stops just above the limit if it is larger.
  std::size_t profileCount() const {
    std::size_t count = 1;
    for (const auto& own : strategies_)
      count = count > mostProfiles ? count : count * own.size();
    return count;
  }

  void warning(std::string message, std::string note) {
    problems_.push_back({Severity::warning, "S0712", {}, std::move(message), std::move(note), {}, {}});
  }

  void warnOfLabels() {
    if (const std::size_t count = labels_.numbered(); count > 0)
      warning(std::to_string(count) +
                  (count == 1 ? " label is not printable ASCII and given as a number"
                              : " labels are not printable ASCII and given as numbers") +
                  ", since Gambit reads no others",
              "the comment of the file says what each stands for, such as " + labels_.first());
  }

  /// From these, each player alone reaches only infeasible combinations, so none gains by deviating.
  std::size_t equilibriaThatAreNoStates() const {
    const std::size_t states = table_.states.size();
    std::size_t count = 0;
    for (std::size_t p = 0; p < profiles_.size(); ++p) {
      bool stays = profiles_[p] == states;
      std::size_t step = 1;
      for (std::size_t i = 0; stays && i < strategies_.size(); step *= strategies_[i++].size()) {
        const std::size_t first = p - p / step % strategies_[i].size() * step;
        for (std::size_t k = 0; stays && k < strategies_[i].size(); ++k)
          stays = profiles_[first + k * step] == states;
      }
      count += stays;
    }
    return count;
  }

  void warnOfEquilibriaThatAreNoStates() {
    const auto infeasible = static_cast<std::size_t>(std::ranges::count(profiles_, table_.states.size()));
    if (const std::size_t count = equilibriaThatAreNoStates(); count > 0)
      warning("a solver will print " + std::to_string(count) +
                  (count == 1 ? " equilibrium that is no state" : " equilibria that are no states") +
                  " of the conflict",
              "of " + std::to_string(profiles_.size()) + " combinations of strategies " +
                  std::to_string(infeasible) + (infeasible == 1 ? " is" : " are") +
                  " not feasible; from these nobody alone reaches a feasible one");
  }

  std::string playersAndStrategies() {
    std::string text = "NFG 1 R " + nfgText(singleBlanks(c_.title)) + " {";
    for (std::size_t i = 0; i < c_.parties.size(); ++i)
      text += ' ' + labels_.label(c_.parties[i].name, i + 1, "player " + std::to_string(i + 1));
    text += " }\n\n{";
    for (std::size_t i = 0; i < strategies_.size(); ++i) {
      text += i == 0 ? " {" : "\n  {";
      for (std::size_t k = 0; k < strategies_[i].size(); ++k)
        text +=
            ' ' + labels_.label(strategyName(PartyId(i), strategies_[i][k]), k + 1,
                                "strategy " + std::to_string(k + 1) + " of player " + std::to_string(i + 1));
      text += " }";
    }
    return text + "\n}\n";
  }

  std::string comments() const {
    return nfgText(std::string(comment) + std::string(isDirected() ? commentOnDirections : "") +
                   labels_.legend()) +
           "\n\n";
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

  /// By party and state; 0 after the last state is the payoff of infeasible combinations.
  std::vector<std::vector<std::size_t>> payoffsOfStates() const {
    std::vector<std::vector<std::size_t>> payoff;
    for (const auto& ranks : table_.ranks) {
      payoff.push_back(payoffs(ranks));
      payoff.back().push_back(0);
    }
    return payoff;
  }

  /// One outcome for every state in the order of their numbers, then the infeasible one.
  std::string outcomes() {
    const auto payoff = payoffsOfStates();
    std::string text = "{\n";
    for (std::size_t s = 0; s <= table_.states.size(); ++s) {
      text += "{ " + (s < table_.states.size() ? outcomeLabel(s) : nfgText("infeasible"));
      for (std::size_t i = 0; i < payoff.size(); ++i)
        text += (i == 0 ? " " : ", ") + std::to_string(payoff[i][s]);
      text += " }\n";
    }
    return text + "}\n";
  }

  /// The number of a state and its names, each once.
  std::string outcomeLabel(std::size_t s) {
    std::vector<std::string> titles;
    for (std::string& title : titlesOf(c_, s, table_.states[s]))
      if (std::ranges::find(titles, title) == titles.end())
        titles.push_back(std::move(title));
    return labels_.label(numberOf(c_, s) + (titles.empty() ? "" : " " + joined(titles, ", ")), s + 1,
                         "outcome " + std::to_string(s + 1));
  }

  void findProfiles() {
    std::map<std::string, std::size_t> stateOf;
    for (std::size_t s = 0; s < table_.states.size(); ++s)
      stateOf.emplace(table_.states[s].letters(), s);
    std::vector<std::size_t> chosen(strategies_.size(), 0);
    for (std::size_t left = profileCount(); left > 0; --left) {
      std::string letters;
      for (std::size_t i = 0; i < chosen.size(); ++i)
        letters += strategies_[i][chosen[i]];
      const auto found = stateOf.find(letters);
      profiles_.push_back(found == stateOf.end() ? table_.states.size() : found->second);
      next(chosen);
    }
  }

  /// A line break where the first player's strategies start again.
  char separatorBehind(std::size_t profile) const {
    return (profile + 1) % strategies_.front().size() == 0 ? '\n' : ' ';
  }

  /// The outcome of every combination.
  std::string profiles() const {
    std::string text;
    for (std::size_t p = 0; p < profiles_.size(); ++p)
      text += std::to_string(profiles_[p] + 1) + separatorBehind(p);
    return text;
  }

  /// Every player's payoff, combination by combination.
  std::string payoffsOfProfiles() const {
    const auto payoff = payoffsOfStates();
    std::string text;
    for (std::size_t p = 0; p < profiles_.size(); ++p) {
      for (std::size_t i = 0; i < payoff.size(); ++i)
        text += (i == 0 ? "" : " ") + std::to_string(payoff[i][profiles_[p]]);
      text += separatorBehind(p);
    }
    return text;
  }

  void next(std::vector<std::size_t>& chosen) const {
    std::size_t i = 0;
    while (i < chosen.size() && ++chosen[i] == strategies_[i].size())
      chosen[i++] = 0;
  }
};

} // namespace

Written writeNfg(const Conflict& conflict, const StateTable& table, NfgForm form) {
  return Game(conflict, table, form).write();
}

} // namespace stasis::exchange
