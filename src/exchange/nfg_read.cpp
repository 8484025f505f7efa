#include "exchange/gmcr_file.h"
#include "exchange/identifier.h"
#include "exchange/nfg.h"
#include "exchange/nfg_file.h"
#include "model/lower_case.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>

namespace stasis::exchange {

using model::Expression;
using model::OptionId;
using model::PartyId;
using model::Range;

namespace {

constexpr std::string_view infeasibleName = "infeasible"; // the name that this program's writer uses

/// Nothing that would do for a name: no letter at all.
bool hasLetter(std::string_view text) {
  return std::ranges::any_of(text, [](unsigned char c) { return std::isalpha(c) != 0 || c >= 0x80; });
}

class Game {
public:
  Game(const NfgFile& file, language::Problems& problems) : file_(file), problems_(problems) {}

  model::Conflict run() {
    c_.title = file_.title.text.empty() ? "Imported game" : file_.title.text;
    findInfeasible();
    parties();
    if (feasible_.size() < file_.profiles.size())
      ruleOut();
    for (std::size_t i = 0; i < file_.players.size(); ++i)
      c_.parties[i].preference = ranking(i);
    if (file_.named)
      nameStates();
    problems_
        .warning("S0712", file_.title.range,
                 "payoffs become ranks: which of two outcomes a player likes better is kept, and by how much "
                 "is not")
        .note = "equilibria in mixed strategies, which rest on how much, are not looked for";
    return std::move(c_);
  }

private:
  const NfgFile& file_;
  language::Problems& problems_;
  model::Conflict c_;
  std::vector<std::size_t> feasible_; ///< profiles, ascending; states are numbered in this order
  std::set<std::string> taken_;       ///< names of parties and options

  // --- players and strategies

  void parties() {
    GivenNames names;
    for (std::size_t i = 0; i < file_.players.size(); ++i) {
      const auto& called = file_.players[i];
      model::Party party{
          .firstOption = c_.options.size(), .optionCount = file_.strategies[i].size(), .range = called.range};
      const std::string fallback = "player_" + std::to_string(i + 1);
      party.name = names.give(hasLetter(called.text) ? identifierFrom(called.text, fallback) : fallback);
      party.label = called.text == party.name ? "" : called.text;
      taken_.insert(party.name);
      c_.parties.push_back(std::move(party));
      options(PartyId(i), names);
      oneStrategy(i);
    }
  }

  void options(PartyId owner, const GivenNames& parties) {
    GivenNames names(&parties);
    std::vector<Expression> all;
    for (std::size_t k = 0; k < file_.strategies[owner.index()].size(); ++k) {
      const auto& called = file_.strategies[owner.index()][k];
      const std::string fallback = "strategy_" + std::to_string(k + 1);
      model::Option option{.owner = owner, .range = called.range};
      option.name = names.give(
          hasLetter(called.text) ? identifierFrom(model::lowerCase(called.text), fallback) : fallback);
      option.label = called.text == option.name ? "" : called.text;
      taken_.insert(option.name);
      all.push_back(Expression::option(OptionId(c_.options.size())));
      c_.options.push_back(std::move(option));
    }
    const bool only = all.size() == 1;
    c_.constraints.push_back(
        {.holds = only ? all.front() : Expression::count(Expression::Op::exactly, 1, std::move(all)),
         .because = {},
         .range = file_.players[owner.index()].range});
  }

  void oneStrategy(std::size_t player) {
    if (file_.strategies[player].size() == 1)
      problems_
          .warning("S0708", file_.players[player].range,
                   ticked(c_.parties[player].name) + " has one strategy only, which it always takes")
          .note = "it never moves, and every state is stable for it";
  }

  // --- combinations that are no states

  /// This program's writer gives an infeasible combination an outcome of that name, worse for every player
  /// than any other.
  void findInfeasible() {
    std::size_t infeasible = file_.outcomes.size();
    for (std::size_t o = 0; o < file_.outcomes.size(); ++o)
      if (file_.outcomes[o].name.text == infeasibleName && isWorst(o))
        infeasible = o;
    for (std::size_t p = 0; p < file_.profiles.size(); ++p)
      if (file_.profiles[p] != infeasible)
        feasible_.push_back(p);
    if (feasible_.empty()) { // all have the name, so it means nothing
      feasible_.resize(file_.profiles.size());
      std::iota(feasible_.begin(), feasible_.end(), std::size_t{0});
    }
  }

  bool isWorst(std::size_t outcome) const {
    for (std::size_t o = 1; o < file_.outcomes.size(); ++o)
      for (std::size_t i = 0; i < file_.players.size(); ++i)
        if (o != outcome && file_.outcomes[o].payoffs[i] <= file_.outcomes[outcome].payoffs[i])
          return false;
    return true;
  }

  std::vector<std::size_t> strategiesOf(std::size_t profile) const {
    std::vector<std::size_t> chosen;
    for (const auto& own : file_.strategies) {
      chosen.push_back(profile % own.size());
      profile /= own.size();
    }
    return chosen;
  }

  Expression optionOf(std::size_t player, std::size_t strategy) const {
    return Expression::option(OptionId(c_.parties[player].firstOption + strategy));
  }

  /// `never a and b` for two strategies that never meet in a state, then a constraint for each infeasible
  /// combination that is still left.
  void ruleOut() {
    const std::size_t players = file_.players.size();
    std::set<std::array<std::size_t, 4>> meet;
    for (const std::size_t p : feasible_)
      forEachPair(strategiesOf(p), [&](const std::array<std::size_t, 4>& pair) { meet.insert(pair); });
    std::set<std::array<std::size_t, 4>> ruledOut;
    std::size_t next = 0;
    for (std::size_t p = 0; p < file_.profiles.size(); ++p) {
      if (next < feasible_.size() && feasible_[next] == p) {
        ++next;
        continue;
      }
      const auto chosen = strategiesOf(p);
      bool told = false;
      forEachPair(chosen, [&](const std::array<std::size_t, 4>& pair) {
        if (meet.contains(pair) || told)
          return;
        told = true;
        if (ruledOut.insert(pair).second)
          never({optionOf(pair[0], pair[1]), optionOf(pair[2], pair[3])});
      });
      if (told)
        continue;
      std::vector<Expression> all;
      for (std::size_t i = 0; i < players; ++i)
        all.push_back(optionOf(i, chosen[i]));
      never(std::move(all));
    }
  }

  template <class Visit> static void forEachPair(const std::vector<std::size_t>& chosen, Visit visit) {
    for (std::size_t i = 0; i < chosen.size(); ++i)
      for (std::size_t j = i + 1; j < chosen.size(); ++j)
        visit(std::array<std::size_t, 4>{i, chosen[i], j, chosen[j]});
  }

  void never(std::vector<Expression> all) {
    c_.constraints.push_back(
        {.holds = Expression::negation(Expression::join(Expression::Op::conjunction, std::move(all))),
         .because = {},
         .range = file_.title.range});
  }

  // --- what each wants

  const mpq_class& payoff(std::size_t state, std::size_t player) const {
    return file_.outcomes[file_.profiles[feasible_[state]]].payoffs[player];
  }

  model::Ranking ranking(std::size_t player) const {
    std::vector<std::size_t> states(feasible_.size());
    std::iota(states.begin(), states.end(), std::size_t{0});
    std::ranges::stable_sort(
        states, [&](std::size_t a, std::size_t b) { return payoff(a, player) > payoff(b, player); });
    model::Ranking ranking{.classes = {}, .range = file_.players[player].range};
    for (std::size_t k = 0; k < states.size(); ++k) {
      if (k == 0 || payoff(states[k], player) != payoff(states[k - 1], player))
        ranking.classes.emplace_back();
      ranking.classes.back().push_back(
          {model::StateRef::Kind::number, states[k] + 1, file_.players[player].range});
    }
    return ranking;
  }

  // --- names of outcomes

  /// A named outcome that only one combination leads to names that state.
  void nameStates() {
    std::map<std::size_t, std::size_t> uses;
    for (const std::size_t outcome : file_.profiles)
      ++uses[outcome];
    GivenNames names;
    for (const auto& taken : taken_)
      names.give(taken);
    for (std::size_t s = 0; s < feasible_.size(); ++s) {
      const auto outcome = file_.profiles[feasible_[s]];
      const auto& called = file_.outcomes[outcome].name;
      const std::string words = withoutNumber(called.text, s + 1);
      if (uses[outcome] == 1 && hasLetter(words))
        nameState(s, words, called.range, names);
    }
  }

  /// This program's writer puts the number of the state before its name.
  static std::string withoutNumber(const std::string& name, std::size_t number) {
    const std::string before = std::to_string(number) + ' ';
    return name.starts_with(before) ? name.substr(before.size()) : name;
  }

  void nameState(std::size_t s, const std::string& words, Range range, GivenNames& names) {
    model::State state(c_.options.size(), model::Choice::no);
    const auto chosen = strategiesOf(feasible_[s]);
    for (std::size_t i = 0; i < chosen.size(); ++i)
      state.set(OptionId(c_.parties[i].firstOption + chosen[i]), model::Choice::yes);
    std::string wanted = identifierFrom(model::lowerCase(words), "state_" + std::to_string(s + 1));
    if (wanted.size() > 1 && wanted[0] == 's' &&
        wanted.find_first_not_of("0123456789", 1) == std::string::npos)
      wanted = "state_" + wanted.substr(1); // `s7` is the number of a state
    model::NamedState named{
        .name = names.give(wanted), .label = "", .state = std::move(state), .range = range};
    named.label = words == named.name ? "" : words;
    c_.named.push_back(std::move(named));
  }
};

} // namespace

language::Parsed readNfg(const language::SourceText& source) {
  language::Parsed result;
  language::Problems problems;
  if (const auto file = parseNfg(source, problems))
    result.conflict = Game(*file, problems).run();
  const std::size_t end = source.text().size();
  result.diagnostics = std::move(problems).finish({end, end});
  return result;
}

} // namespace stasis::exchange
