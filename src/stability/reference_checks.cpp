#include "stability/reference_checks.h"

#include "language/codes/plain_diagnostic.h"
#include "language/resolving/doubts.h"
#include "model/lettered.h"
#include "stability/constraint_search.h"
#include "stability/written_constraint.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <utility>

namespace stasis::stability {

using language::Diagnostic;
using language::Diagnostics;
using language::error;
using language::Severity;
using language::warning;
using model::StateRef;

namespace {

/// The most settings in the search for a small contradiction among constraints: about a second.
constexpr std::size_t settingsWorthTrying = 100'000;

Diagnostics contradictTogether(const model::Conflict& conflict) {
  auto d = error("S0603", conflict.constraints.back().range,
                 "no state is feasible: the " + std::to_string(conflict.constraints.size()) +
                     " constraints contradict each other");
  d.note = "no smaller set of them that does was found in " + std::to_string(settingsWorthTrying) + " steps";
  d.help = "leave some out to see which";
  return {std::move(d)};
}

} // namespace

Diagnostics explainNoState(const model::Conflict& conflict, const Errand& errand) {
  const auto found = contradictionWithin(conflict, settingsWorthTrying, errand);
  if (!found)
    return contradictTogether(conflict);
  const auto& set = *found;
  if (set.empty())
    return {};
  const auto& last = conflict.constraints[set.back()];
  auto d = error("S0603", last.range,
                 set.size() == 1 ? "no state is feasible: this can never hold"
                                 : "no state is feasible: this contradicts what else must hold");
  for (std::size_t k = 0; k + 1 < set.size(); ++k)
    d.related.push_back({conflict.constraints[set[k]].range, "it cannot hold together with"});
  d.help = set.size() == 1 ? "change it" : "one of these " + std::to_string(set.size()) + " has to give way";
  return {std::move(d)};
}

namespace {

constexpr std::string_view howToNameHidden =
    "write its letters, one for each option in the order of the file, or give it a name as well: `state NAME "
    "= OPTIONS TAKEN`";

class References {
public:
  explicit References(const NumberedStates& states) : states_(states), conflict_(states.conflict()) {}

  Diagnostics check() {
    if (conflict_.statusQuo && !states_.contains(*conflict_.statusQuo))
      tellStatusQuo();
    for (std::size_t k = 0; k < conflict_.named.size(); ++k)
      if (!states_.contains(conflict_.named[k].state) && !model::isLettered(conflict_.named[k])) {
        found_.push_back(warning("S0606", conflict_.named[k].range,
                                 inMarks(conflict_.named[k].name) + " is not a feasible state" +
                                     reason(conflict_.named[k].state)));
        found_.back().related = broken(conflict_.named[k].state);
      }
    for (const auto& party : conflict_.parties) {
      if (const auto* ranking = std::get_if<model::Ranking>(&party.preference)) {
        for (const auto& tie : ranking->classes)
          for (const auto& reference : tie)
            resolve(reference);
        checkRanking(party, *ranking);
        checkDoubts(party, *ranking);
      } else if (const auto* weights = std::get_if<model::Weights>(&party.preference)) {
        checkWeights(party, *weights);
      }
      if (party.moves)
        for (const auto& move : *party.moves)
          checkMove(move);
    }
    for (const auto& expectation : conflict_.expectations)
      checkExpectation(expectation);
    explainMissed();
    return std::move(found_);
  }

private:
  void tellStatusQuo() {
    auto d = warning("S0605", conflict_.statusQuoRange,
                     "the status quo is not a feasible state" + reason(*conflict_.statusQuo));
    d.related = broken(*conflict_.statusQuo);
    d.help = "paths and the question whether today's state holds need a feasible one";
    found_.push_back(std::move(d));
  }

  std::string reason(const model::State& state) const {
    if (!conflict_.listed.empty())
      return ": it is not in the list of states";
    return broken(state).empty() ? "" : ": it breaks a constraint";
  }

  /// The first constraint that does not hold in the state.
  std::vector<language::Related> broken(const model::State& state) const {
    if (conflict_.listed.empty())
      for (const auto& constraint : conflict_.constraints)
        if (!model::holds(constraint.holds, conflict_, state))
          return {{constraint.range, "the constraint is"}};
    return {};
  }

  std::optional<StateNumber> resolve(const StateRef& reference) {
    const auto found = states_.find(reference);
    const bool beyondNumbers =
        reference.kind == StateRef::Kind::named && states_.contains(conflict_.named[reference.value].state);
    if (found || beyondNumbers)
      return found;
    if (reference.kind == StateRef::Kind::named) {
      found_.push_back(error("S0606", reference.range,
                             nameOf(conflict_, reference) + " is not a feasible state" +
                                 reason(conflict_.named[reference.value].state)));
      found_.back().related = broken(conflict_.named[reference.value].state);
      return found;
    }
    auto d = error("S0417", reference.range, "there is no state " + nameOf(conflict_, reference));
    d.help = states_.size() == 1
                 ? "there is one feasible state, `s1`"
                 : "the feasible states are `s1` to " + inMarks("s" + states_.size().get_str());
    found_.push_back(std::move(d));
    return found;
  }

  void checkMove(const model::Move& move) {
    resolve(move.from);
    resolve(move.to);
  }

  void checkExpectation(const model::Expectation& expectation) {
    if (const auto* e = std::get_if<model::ExpectEquilibria>(&expectation.what))
      for (const auto& reference : e->states)
        resolve(reference);
    if (const auto* e = std::get_if<model::ExpectState>(&expectation.what))
      resolve(e->state);
  }

  /// A number that is the name of another state is said in words, not in marks.
  static bool isHidden(const std::string& state) { return !state.starts_with('`'); }

  void checkRanking(const model::Party& party, const model::Ranking& ranking) {
    std::map<StateNumber, const StateRef*> first;
    std::size_t told = 0;
    for (const auto& tie : ranking.classes)
      for (const auto& reference : tie) {
        const auto s = states_.find(reference);
        if (!s) { // reported already
          strays_ = true;
          continue;
        }
        const StateRef*& before = first[*s];
        if (before != nullptr && ++told <= toldOfOneKind) {
          auto d = error("S0402", reference.range,
                         nameOf(conflict_, reference) + " stands twice in the ranking of " + party.name);
          if (nameOf(conflict_, *before) != nameOf(conflict_, reference))
            d.note = "it is the state called " + nameOf(conflict_, *before) + " before";
          d.help = "delete one of the two";
          found_.push_back(std::move(d));
        }
        before = before == nullptr ? &reference : before;
      }
    std::set<StateNumber> ranked;
    for (const auto& [number, reference] : first)
      ranked.insert(number);
    ranked_.push_back(std::move(ranked));
    const Count missing = states_.size() - static_cast<unsigned long>(first.size());
    if (missing == 0)
      return;
    std::vector<StateNumber> some;
    for (StateNumber s = 1; some.size() < 6 && some.size() < missing; ++s)
      if (!first.contains(s))
        some.push_back(s);
    if (missing == 1 && told == 1) { // one stands where the other was meant
      const std::string meant = nameOf(states_, some.front());
      found_.back().help = "was " + meant + " meant? It has no place yet";
      if (isHidden(meant))
        found_.back().help += "; " + std::string(howToNameHidden);
      else
        found_.back().propose(found_.back().range, meant.substr(1, meant.size() - 2));
      ranked_.pop_back();
      return;
    }
    incomplete_.push_back(found_.size());
    auto d = error("S0403", ranking.range,
                   "the ranking of " + party.name + " misses " + namesOf(states_, some, missing));
    d.help = "every feasible state stands in it once; states liked equally are joined by `~`";
    if (std::ranges::any_of(some, [&](StateNumber s) { return isHidden(nameOf(states_, s)); }))
      d.help = howToNameHidden;
    found_.push_back(std::move(d));
  }

  /// A pair may name states differently from the ranking.
  void checkDoubts(const model::Party& party, const model::Ranking& ranking) {
    for (const auto& pair : party.unsure) {
      resolve(pair.one);
      resolve(pair.other);
    }
    const auto key = [&](const StateRef& reference) {
      const auto number = states_.find(reference);
      return number ? std::to_string(*number) : nameOf(conflict_, reference);
    };
    const auto name = [&](const StateRef& reference) { return nameOf(conflict_, reference); };
    for (auto& problem : language::doubtProblems(ranking, party.unsure, {key, name}))
      found_.push_back(std::move(problem));
  }

  void checkWeights(const model::Party& party, const model::Weights& weights) {
    double size = 0;
    for (const auto& weight : weights.weights)
      size += std::abs(static_cast<double>(weight.units));
    if (size > 4e18)
      found_.push_back(
          error("S0410", weights.range,
                "the weights of " + party.name + " are too large to be added exactly; use fewer digits"));
  }

  /// Where all rankings miss the same states, and one plain rule excludes just these: it was forgotten.
  void explainMissed() {
    constexpr std::size_t mostOptions = 12;
    const bool same = !strays_ && ranked_.size() > 1 && incomplete_.size() == ranked_.size() &&
                      std::ranges::all_of(ranked_, [&](const auto& set) { return set == ranked_.front(); });
    if (!same || !conflict_.listed.empty() || conflict_.options.size() > mostOptions)
      return;
    std::vector<model::State> missed;
    std::vector<model::State> kept;
    for (std::size_t bits = 0; bits < std::size_t{1} << conflict_.options.size(); ++bits) {
      model::State state(conflict_.options.size(), model::Choice::no);
      for (std::size_t o = 0; o < conflict_.options.size(); ++o)
        state.set(model::OptionId(o), (bits >> o & 1U) != 0 ? model::Choice::yes : model::Choice::no);
      if (const auto number = states_.number(state))
        (ranked_.front().contains(*number) ? kept : missed).push_back(std::move(state));
    }
    const std::string rule = ruleAgainst(missed, kept);
    if (rule.empty())
      return;
    for (const std::size_t at : incomplete_)
      found_[at].help = "these are the states that " + inMarks(rule) +
                        " would exclude: is that line missing above? Else give each a place, those liked "
                        "equally joined by `~`";
  }

  /// `never a and not b`, or a count of one party's options, if it excludes what was missed and nothing else.
  std::string ruleAgainst(const std::vector<model::State>& missed,
                          const std::vector<model::State>& kept) const {
    if (missed.empty() || kept.empty())
      return {};
    const auto excludes = [&](auto breaks) {
      return std::ranges::all_of(missed, breaks) && std::ranges::none_of(kept, breaks);
    };
    std::vector<std::pair<model::OptionId, model::Choice>> shared; // what is so in all that were missed
    for (std::size_t o = 0; o < conflict_.options.size(); ++o) {
      const model::OptionId id(o);
      if (std::ranges::all_of(missed, [&](const auto& state) { return state[id] == missed.front()[id]; }))
        shared.emplace_back(id, missed.front()[id]);
    }
    const auto allShared = [&](const model::State& state) {
      return std::ranges::all_of(shared, [&](const auto& one) { return state[one.first] == one.second; });
    };
    if (!shared.empty() && excludes(allShared))
      return never(shared, kept);
    for (const auto& party : conflict_.parties) {
      const auto taken = [&](const model::State& state) {
        std::size_t count = 0;
        for (std::size_t o = party.firstOption; o < party.firstOption + party.optionCount; ++o)
          count += state[model::OptionId(o)] == model::Choice::yes ? 1 : 0;
        return count;
      };
      std::string names;
      for (std::size_t o = party.firstOption; o < party.firstOption + party.optionCount; ++o)
        names += (names.empty() ? "" : ", ") + conflict_.nameOf(model::OptionId(o));
      if (excludes([&](const auto& state) { return taken(state) > 1; }))
        return "at most one of " + names;
      if (excludes([&](const auto& state) { return taken(state) != 1; }))
        return "exactly one of " + names;
    }
    return {};
  }

  /// Without what the rest implies.
  std::string never(std::vector<std::pair<model::OptionId, model::Choice>> shared,
                    const std::vector<model::State>& kept) const {
    for (std::size_t k = 0; k < shared.size();) {
      auto fewer = shared;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(k));
      const bool same = !fewer.empty() && std::ranges::none_of(kept, [&](const auto& state) {
        return std::ranges::all_of(fewer, [&](const auto& one) { return state[one.first] == one.second; });
      });
      if (same)
        shared = std::move(fewer);
      else
        ++k;
    }
    std::ranges::stable_sort(shared, std::less{},
                             [](const auto& one) { return one.second == model::Choice::no; });
    std::string words = "never ";
    for (const auto& [id, choice] : shared)
      words += (words.size() > 6 ? " and " : "") + std::string(choice == model::Choice::no ? "not " : "") +
               conflict_.nameOf(id);
    return words;
  }

  const NumberedStates& states_;
  const model::Conflict& conflict_;
  Diagnostics found_;
  std::vector<std::set<StateNumber>> ranked_; ///< by each ranking
  bool strays_ = false;                       ///< whether a ranking names a state that there is not
  std::vector<std::size_t> incomplete_;       ///< what was found of rankings that miss states
};

} // namespace

Diagnostic stateInCommon(const model::ListedState& first, const model::ListedState& second) {
  const bool same = first.pattern == second.pattern;
  auto d = error("S0408", second.range,
                 same ? inMarks(second.name) + " is the same state as " + inMarks(first.name)
                      : inMarks(second.name) + " and " + inMarks(first.name) + " have a state in common");
  d.help = same ? "delete one of the two lines"
                : "every choice of options can belong to one line only; write out what `-` stands for";
  return d;
}

Diagnostic breaksConstraint(const model::ListedState& line, const model::Constraint& constraint,
                            const model::Conflict& conflict) {
  const bool merged = !line.pattern.isState();
  auto d = error("S0604", line.range,
                 inMarks(line.name) + (merged ? " has a member that breaks" : " breaks") +
                     " the constraint that " + inMarks(written(constraint, conflict)) + " holds");
  d.help = "change the line or the constraint; beside a list, constraints only check it";
  return d;
}

Diagnostics checkListedStates(const model::Conflict& conflict) {
  Diagnostics found;
  std::map<std::string_view, const model::ListedState*> first;
  for (const auto& line : conflict.listed) {
    const auto [before, isFirst] = first.emplace(line.pattern.letters(), &line);
    if (!isFirst && found.size() < toldOfOneKind)
      found.push_back(stateInCommon(*before->second, line));
  }
  for (const auto& constraint : conflict.constraints) {
    std::size_t told = 0;
    for (const auto& line : conflict.listed)
      if (told < toldOfOneKind && !model::holds(constraint.holds, conflict, line.pattern)) {
        found.push_back(breaksConstraint(line, constraint, conflict));
        ++told;
      }
  }
  return found;
}

namespace {

/// A statement as written; `prefer each` writes it once for all members.
struct Constant {
  std::size_t copies = 0;
  std::size_t always = 0;
  std::size_t never = 0;
};

} // namespace

Diagnostics constantStatements(const model::Conflict& conflict,
                               const std::vector<std::vector<StatementRange>>& byParty) {
  std::map<std::pair<std::size_t, std::size_t>, Constant> byPlace;
  for (std::size_t i = 0; i < byParty.size(); ++i) {
    const auto* preference = std::get_if<model::Prioritised>(&conflict.parties[i].preference);
    if (preference == nullptr)
      continue;
    std::size_t k = 0;
    for (const auto& tier : preference->tiers)
      for (const auto& statement : tier) {
        Constant& constant = byPlace[{statement.range.begin, statement.range.end}];
        const StatementRange& range = byParty[i][k++];
        ++constant.copies;
        constant.always += range.failsSomewhere ? 0 : 1;
        constant.never += range.holdsSomewhere ? 0 : 1;
      }
  }
  Diagnostics found;
  for (const auto& [place, constant] : byPlace) {
    if (constant.always + constant.never < constant.copies)
      continue;
    const std::string what = constant.never == 0    ? "holds in every feasible state"
                             : constant.always == 0 ? "holds in no feasible state"
                                                    : "does not differ between feasible states";
    found.push_back({Severity::warning,
                     "S0412",
                     model::Range{place.first, place.second},
                     "this statement " + what + ", so it decides nothing",
                     {},
                     "delete it, or look whether a constraint says more than it should"});
  }
  return found;
}

Diagnostics checkReferences(const NumberedStates& states) { return References(states).check(); }

} // namespace stasis::stability
