#include "analysis/states/lints.h"

#include "language/codes/plain_diagnostic.h"
#include "stability/constraint_search.h"

#include <algorithm>
#include <map>
#include <set>

namespace stasis::analysis {

using language::Diagnostic;
using language::Diagnostics;
using language::warning;
using model::Conflict;
using model::Expression;
using model::OptionId;
using stability::ConstraintSearch;

namespace {

/// Each constraint is compared with all others, and each option counted over all states, up to these numbers.
constexpr std::size_t mostConstraintsCompared = 1000;
constexpr std::size_t mostOptionsCounted = 1000;

enum class Found : std::uint8_t { no, yes, unknown };

/// Whether some choice of all options meets the constraints at these positions; gives up after many settings.
class Satisfiable {
public:
  Satisfiable(const Conflict& conflict, const std::vector<std::size_t>& constraints)
      : search_(conflict, constraints), order_(search_.constraintOrder()) {}

  Found found() { return search_.possible() ? from(0) : Found::no; }

private:
  Found from(std::size_t depth) {
    if (search_.undecided() == 0 || depth == order_.size())
      return Found::yes;
    for (const bool taken : {false, true}) {
      if (++settings_ > mostSettings)
        return Found::unknown;
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
  std::size_t settings_ = 0;
};

class Constraints {
public:
  Constraints(const Conflict& conflict, const stability::Errand& errand)
      : conflict_(conflict), errand_(errand) {}

  Diagnostics found() {
    negated_ = conflict_;
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

  void judge(std::size_t k) {
    const auto& constraint = conflict_.constraints[k];
    if (heldWithout(k, false) == Found::no) {
      found_.push_back(warning("S0608", constraint.range, "this rules nothing out: it holds in every state"));
      found_.back().help = "delete it, or say what was meant";
      idle_.insert(k);
    } else if (conflict_.constraints.size() <= mostConstraintsCompared && heldWithout(k, true) == Found::no) {
      const auto cause = causeOf(k);
      found_.push_back(warning("S0609", constraint.range,
                               cause ? "this says nothing that another constraint does not"
                                     : "this follows from the other constraints together"));
      if (cause)
        found_.back().related.push_back({conflict_.constraints[*cause].range, "it follows from"});
      found_.back().help = "delete it; nothing changes";
      idle_.insert(k);
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
  const stability::Errand& errand_;
  Conflict negated_;
  std::set<std::size_t> idle_; ///< found to have no effect; the later checks do without them
  Diagnostics found_;
};

/// The options of which the constraints speak, in definitions or not; all others are free.
std::set<OptionId> optionsInConstraints(const Conflict& conflict) {
  std::set<OptionId> options;
  std::set<model::DefineId> seen;
  std::vector<const Expression*> left;
  for (const auto& constraint : conflict.constraints)
    left.push_back(&constraint.holds);
  while (!left.empty()) {
    const Expression& expression = *left.back();
    left.pop_back();
    for (const OptionId option : expression.options())
      options.insert(option);
    for (const model::DefineId define : expression.defines())
      if (seen.insert(define).second)
        left.push_back(&conflict.defines[define.index()].meaning);
  }
  return options;
}

void fixedOptions(stability::Engine& engine, const stability::Errand& errand, Diagnostics& found) {
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

void decidedStatements(const model::Prioritised& said, const Conflict& conflict,
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
    if (tier.size() == 1 && varies(count) && above.decide(count) && told.insert(range.begin).second) {
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
  if (conflict.listed.empty())
    found = Constraints(conflict, errand).found();
  fixedOptions(engine, errand, found);
  if (engine.count(engine.feasible()) <= mostStatesLinted && !conflict.hasMergedStates()) {
    const auto states = engine.list(engine.feasible(), mostStatesLinted);
    std::set<std::size_t> told; // members of a family share a statement
    for (const auto& party : conflict.parties) {
      errand.check();
      if (const auto* said = std::get_if<model::Prioritised>(&party.preference))
        decidedStatements(*said, conflict, states, told, found);
    }
  }
  language::sortByPlace(found);
  return found;
}

} // namespace stasis::analysis
