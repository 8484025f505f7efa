#include "analysis/states/lints.h"

#include "language/codes/plain_diagnostic.h"
#include "model/mentioned_options.h"
#include "model/wishes.h"
#include "stability/constraint_search.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

namespace stasis::analysis {

using language::Diagnostics;
using language::warning;
using model::Choice;
using model::Conflict;
using model::Expression;
using model::OptionId;
using model::State;
using stability::ConstraintSearch;

namespace {

/// Each option is counted over all states, up to this number.
constexpr std::size_t mostOptionsCounted = 1000;

enum class Found : std::uint8_t { no, yes, unknown };

/// Whether some choice of all options meets the constraints at these positions; gives up after many settings.
class Satisfiable {
public:
  Satisfiable(const Conflict& conflict, const std::vector<std::size_t>& constraints)
      : search_(conflict, constraints), order_(search_.constraintOrder()),
        state_(conflict.options.size(), Choice::no) {}

  Found found() { return search_.possible() ? from(0) : Found::no; }

  /// Where some was found: that choice.
  State state() const { return state_; }

private:
  Found from(std::size_t depth) {
    if (search_.undecided() == 0 || depth == order_.size())
      return Found::yes;
    for (const bool taken : {false, true}) {
      if (++settings_ > mostSettings)
        return Found::unknown;
      state_.set(order_[depth], taken ? Choice::yes : Choice::no);
      const bool possible = search_.set(order_[depth], taken);
      const Found deeper = possible ? from(depth + 1) : Found::no;
      search_.undo();
      if (deeper != Found::no)
        return deeper;
    }
    return Found::no;
  }

  ConstraintSearch search_;
  std::vector<OptionId> order_;
  State state_;
  std::size_t settings_ = 0;
};

/// Looks for a state that breaks one constraint and meets the others near one state that meets all: only the
/// options of that constraint differ. Most constraints have such a state, and are then searched no further.
class NearbyStates {
public:
  NearbyStates(const Conflict& conflict, const std::vector<std::size_t>& all, const State& good)
      : conflict_(conflict), good_(good), naming_(conflict.options.size()), options_(all.size()) {
    const ConstraintSearch search(conflict, all);
    for (std::size_t k = 0; k < all.size(); ++k) {
      options_[k] = search.optionsOf(k);
      for (const OptionId option : options_[k])
        naming_[option.index()].push_back(k);
    }
  }

  /// Whether the state with this option the other way round meets every constraint.
  bool canBeTurned(OptionId option) const {
    State state = good_;
    state.set(option, good_.taken(option) ? Choice::no : Choice::yes);
    return std::ranges::all_of(naming_[option.index()], [&](std::size_t k) { return holds(k, state); });
  }

  /// `idle`: constraints that need not be met.
  bool breaksOnly(std::size_t k, const std::set<std::size_t>& idle) const {
    const auto& options = options_[k];
    if (options.size() > mostOptionsTurned)
      return false;
    std::size_t named = 0;
    for (const OptionId option : options)
      named += naming_[option.index()].size();
    if (named > mostOthersTried)
      return false;
    std::set<std::size_t> others;
    for (const OptionId option : options)
      for (const std::size_t i : naming_[option.index()])
        if (i != k && !idle.contains(i))
          others.insert(i);
    State state = good_;
    for (std::size_t code = 0; code < std::size_t{1} << options.size(); ++code) {
      for (std::size_t o = 0; o < options.size(); ++o)
        state.set(options[o], (code >> o & 1U) != 0 ? Choice::yes : Choice::no);
      if (!holds(k, state) && std::ranges::all_of(others, [&](std::size_t i) { return holds(i, state); }))
        return true;
    }
    return false;
  }

private:
  static constexpr std::size_t mostOptionsTurned = 6;
  static constexpr std::size_t mostOthersTried =
      1000; ///< so that many constraints on few options stay linear

  bool holds(std::size_t k, const State& state) const {
    return model::holds(conflict_.constraints[k].holds, conflict_, state);
  }

  const Conflict& conflict_;
  State good_;
  std::vector<std::vector<std::size_t>> naming_; ///< by option: the constraints that depend on it
  std::vector<std::vector<OptionId>> options_;   ///< by constraint
};

/// None if no state that meets every constraint is found.
std::optional<NearbyStates> nearbyStates(const Conflict& conflict) {
  std::vector<std::size_t> all(conflict.constraints.size());
  std::iota(all.begin(), all.end(), 0);
  Satisfiable search(conflict, all);
  if (all.empty() || search.found() != Found::yes)
    return std::nullopt;
  return NearbyStates(conflict, all, search.state());
}

class Constraints {
public:
  Constraints(const Conflict& conflict, const std::optional<NearbyStates>& nearby,
              const stability::Errand& errand)
      : conflict_(conflict), nearby_(nearby), errand_(errand) {}

  Diagnostics found() {
    negated_ = conflict_;
    if (conflict_.constraints.size() > mostConstraintsCompared)
      findRepeated();
    for (std::size_t k = 0; k < conflict_.constraints.size(); ++k) {
      errand_.check();
      errand_.tell({"what the constraints rule out", k, conflict_.constraints.size()});
      judge(k);
    }
    return std::move(found_);
  }

private:
  /// Searches for a state that breaks constraint k and meets the other constraints that have an effect.
  Found heldWithout(std::size_t k, bool withOthers) {
    auto& holds = negated_.constraints[k].holds;
    holds = Expression::negation(Expression(conflict_.constraints[k].holds));
    std::vector<std::size_t> asked;
    if (!withOthers)
      asked.push_back(k);
    for (std::size_t i = 0; withOthers && i < conflict_.constraints.size(); ++i)
      if (i == k || !idle_.contains(i))
        asked.push_back(i);
    const Found found = Satisfiable(negated_, asked).found();
    holds = conflict_.constraints[k].holds;
    return found;
  }

  /// Constraints that are written as an earlier one is, of however many.
  void findRepeated() {
    const auto before = [this](std::size_t a, std::size_t b) {
      return std::ranges::lexicographical_compare(conflict_.constraints[a].holds.nodes(),
                                                  conflict_.constraints[b].holds.nodes(), {}, &ordered,
                                                  &ordered);
    };
    std::set<std::size_t, decltype(before)> firsts(before);
    for (std::size_t k = 0; k < conflict_.constraints.size(); ++k)
      if (const auto [first, isNew] = firsts.insert(k); !isNew)
        addRedundant(k, *first);
  }

  static std::tuple<Expression::Op, std::uint32_t, std::uint32_t> ordered(const Expression::Node& node) {
    return {node.op, node.value, node.operands};
  }

  void addRedundant(std::size_t k, std::optional<std::size_t> cause) {
    found_.push_back(warning("S0609", conflict_.constraints[k].range,
                             cause ? "this says nothing that another constraint does not"
                                   : "this follows from the other constraints together"));
    if (cause)
      found_.back().related.push_back({conflict_.constraints[*cause].range, "it follows from"});
    found_.back().help = "delete it; nothing changes";
    idle_.insert(k);
  }

  void judge(std::size_t k) {
    const auto& constraint = conflict_.constraints[k];
    if (idle_.contains(k))
      return;
    if (nearby_ && nearby_->breaksOnly(k, idle_))
      return;
    if (heldWithout(k, false) == Found::no) {
      found_.push_back(warning("S0608", constraint.range, "this rules nothing out: it holds in every state"));
      found_.back().help = "delete it, or say what was meant";
      idle_.insert(k);
    } else if (conflict_.constraints.size() <= mostConstraintsCompared && heldWithout(k, true) == Found::no) {
      addRedundant(k, causeOf(k));
    }
  }

  /// A single constraint from which it follows.
  std::optional<std::size_t> causeOf(std::size_t k) {
    auto& holds = negated_.constraints[k].holds;
    holds = Expression::negation(Expression(conflict_.constraints[k].holds));
    std::optional<std::size_t> cause;
    for (std::size_t i = 0; i < conflict_.constraints.size() && !cause; ++i)
      if (i != k && !idle_.contains(i) && Satisfiable(negated_, {i, k}).found() == Found::no)
        cause = i;
    holds = conflict_.constraints[k].holds;
    return cause;
  }

  const Conflict& conflict_;
  const std::optional<NearbyStates>& nearby_;
  const stability::Errand& errand_;
  Conflict negated_;
  std::set<std::size_t> idle_; ///< found to have no effect; the later checks do without them
  Diagnostics found_;
};

/// The options of which the constraints speak; all others are free.
std::vector<OptionId> optionsInConstraints(const Conflict& conflict) {
  std::vector<const Expression*> conditions;
  for (const auto& constraint : conflict.constraints)
    conditions.push_back(&constraint.holds);
  return model::mentionedOptions(std::move(conditions), conflict);
}

void fixedOptions(stability::Engine& engine, const std::optional<NearbyStates>& nearby,
                  const stability::Errand& errand, Diagnostics& found) {
  const Conflict& conflict = engine.conflict();
  const auto all = engine.count(engine.feasible());
  const auto spoken = optionsInConstraints(conflict);
  if (all <= 1 || !conflict.listed.empty() || spoken.size() > mostOptionsCounted)
    return;
  const stability::Scratch scratch(engine);
  std::size_t done = 0;
  for (const OptionId id : spoken) {
    errand.check();
    errand.tell({"what the constraints fix", done++, spoken.size()});
    if (nearby && nearby->canBeTurned(id))
      continue;
    const std::size_t i = id.index();
    const auto taken = engine.count(engine.where(Expression::option(OptionId(i))));
    if (taken != 0 && taken != all)
      continue;
    const auto& option = conflict.options[i];
    found.push_back(
        warning("S0610", option.range,
                "the constraints fix `" + conflict.nameOf(OptionId(i)) + "`: it is " +
                    (taken == 0 ? "taken in no feasible state" : "taken in every feasible state")));
    found.back().help =
        "nobody can change it; leave it out, or look whether a constraint says more than it should";
  }
}

/// The classes into which the statements so far divide the states.
class Classes {
public:
  explicit Classes(std::size_t states) : of_(states, 0) {}

  /// Whether the value is the same within each class.
  bool decide(const std::vector<int>& value) const {
    std::map<std::size_t, int> first;
    for (std::size_t s = 0; s < of_.size(); ++s)
      if (first.emplace(of_[s], value[s]).first->second != value[s])
        return false;
    return true;
  }

  void refine(const std::vector<int>& value) {
    std::map<std::pair<std::size_t, int>, std::size_t> next;
    for (std::size_t s = 0; s < of_.size(); ++s)
      of_[s] = next.emplace(std::pair(of_[s], value[s]), next.size()).first->second;
  }

private:
  std::vector<std::size_t> of_; ///< by state
};

bool varies(const std::vector<int>& value) {
  return std::ranges::adjacent_find(value, std::ranges::not_equal_to{}) != value.end();
}

/// For each option, the lines on which a party's wish speaks of it; a line that members of a family share is
/// one.
class Mentions {
public:
  explicit Mentions(const Conflict& conflict) : lines_(conflict.options.size()) {
    for (const auto& party : conflict.parties) {
      model::eachWish(party.preference, [&](const Expression& wanted, model::Range line) {
        for (const OptionId option : model::mentionedOptions({&wanted}, conflict))
          lines_[option.index()].insert(line.begin);
      });
      ranked_ = ranked_ || std::holds_alternative<model::Ranking>(party.preference);
    }
  }

  /// Whether some option is spoken of on this line alone: without it, another warning would ask for it.
  bool alone(const model::Range& line) const {
    return !ranked_ && std::ranges::any_of(lines_, [&](const std::set<std::size_t>& lines) {
      return lines.size() == 1 && *lines.begin() == line.begin;
    });
  }

private:
  std::vector<std::set<std::size_t>> lines_; ///< by option
  bool ranked_ = false;                      ///< a ranking speaks of every option
};

void decidedStatements(const model::Prioritised& said, const Conflict& conflict, const Mentions& mentions,
                       const std::vector<model::Pattern>& states, std::set<std::size_t>& told,
                       Diagnostics& found) {
  Classes above(states.size());
  std::vector<std::pair<std::vector<int>, model::Range>> single; // earlier statements, each by itself
  for (const auto& tier : said.tiers) {
    std::vector<int> count(states.size(), 0);
    for (const auto& statement : tier)
      for (std::size_t s = 0; s < states.size(); ++s)
        count[s] += model::holds(statement.wanted, conflict, states[s]) ? 1 : 0;
    const model::Range range = tier.front().range;
    if (tier.size() == 1 && varies(count) && above.decide(count) && !mentions.alone(range) &&
        told.insert(range.begin).second) {
      found.push_back(warning("S0418", range, "this statement is already decided by those above it"));
      for (const auto& [value, place] : single) {
        Classes one(states.size());
        one.refine(value);
        if (one.decide(count)) {
          found.back().related.push_back({place, "it is decided by"});
          break;
        }
      }
      found.back().help = "delete it, or move it up to where it counts";
    }
    above.refine(count);
    if (tier.size() == 1)
      single.emplace_back(std::move(count), range);
  }
}

} // namespace

Diagnostics lints(stability::Engine& engine, const stability::Errand& errand) {
  const Conflict& conflict = engine.conflict();
  Diagnostics found;
  const bool constrained = conflict.listed.empty();
  const auto nearby = constrained ? nearbyStates(conflict) : std::nullopt;
  if (constrained)
    found = Constraints(conflict, nearby, errand).found();
  fixedOptions(engine, nearby, errand, found);
  if (engine.count(engine.feasible()) <= mostStatesLinted && !conflict.hasMergedStates()) {
    const auto states = engine.list(engine.feasible(), mostStatesLinted);
    std::set<std::size_t> told; // members of a family share a statement
    const Mentions mentions(conflict);
    for (const auto& party : conflict.parties) {
      errand.check();
      if (const auto* said = std::get_if<model::Prioritised>(&party.preference))
        decidedStatements(*said, conflict, mentions, states, told, found);
    }
  }
  language::sortByPlace(found);
  return found;
}

} // namespace stasis::analysis
