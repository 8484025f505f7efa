#include "analysis/paths/barrier.h"

#include "analysis/paths/path_search.h"

#include <algorithm>

namespace stasis::analysis {

using model::Choice;
using model::Conflict;
using model::Direction;
using model::OptionId;
using model::PartyId;
using model::Pattern;
using model::Relation;
using stability::StateSet;

namespace {

std::vector<PartyId> everybody(const Conflict& conflict) {
  std::vector<PartyId> all;
  for (std::size_t i = 0; i < conflict.parties.size(); ++i)
    all.emplace_back(i);
  return all;
}

bool isFixed(Direction direction, Choice choice) {
  return (direction == Direction::irrevocable && choice == Choice::yes) ||
         (direction == Direction::unresumable && choice == Choice::no);
}

class Barriers {
public:
  Barriers(stability::Engine& engine, const Rules& rules, const Pattern& from,
           const stability::Errand& errand)
      : engine_(engine), rules_(rules), conflict_(engine.conflict()), from_(from), errand_(errand) {
    for (std::size_t o = 0; o < conflict_.options.size(); ++o)
      if (isFixed(conflict_.options[o].direction, from[OptionId(o)]))
        fixed_.emplace_back(o);
  }

  Barrier explain(StateSet goal) {
    Barrier barrier;
    if (rules_.transitive()) {
      readOptions(goal, barrier);
      barrier.between = barrier.options.empty();
    }
    const StateSet start = engine_.matching({from_});
    barrier.nobodyLeaves =
        nobody([&](PartyId i) { return engine_.reachedFrom(start, i, Relation::always); }, start);
    barrier.nobodyEnters =
        nobody([&](PartyId i) { return engine_.canMoveInto(goal, i, Relation::always); }, goal);
    barrier.twiceInARow = !rules_.transitive() && !barrier.nobodyLeaves && !barrier.nobodyEnters &&
                          leadsIgnoringTheLastMover(start, goal);
    return barrier;
  }

  /// Whether dropping one constraint opens a way, for all goals that no option bars.
  void tryConstraints(const std::vector<StateSet>& goals, const OpenEngine& open,
                      std::vector<Barrier>& barriers) {
    if (!conflict_.listed.empty())
      return;
    const auto states = tried(goals, barriers, [](const Barrier& barrier) { return barrier.between; });
    for (std::size_t g = 0; g < goals.size(); ++g)
      barriers[g].constraintsTried = !states[g].empty();
    if (std::ranges::none_of(barriers, &Barrier::constraintsTried))
      return;
    for (std::size_t k = 0; k < conflict_.constraints.size(); ++k) {
      errand_.tell({"constraints", k, conflict_.constraints.size()});
      Conflict without = conflict_;
      without.constraints.erase(without.constraints.begin() + static_cast<std::ptrdiff_t>(k));
      const auto engine = open(without);
      for (std::size_t g = 0; g < goals.size(); ++g)
        if (!engine)
          barriers[g].constraintsTried = false;
        else if (barriers[g].constraintsTried && leads(*engine, states[g]))
          barriers[g].constraints.push_back(k);
    }
  }

  /// Whether a way opens where one option can be changed both ways.
  void tryDirections(const std::vector<StateSet>& goals, const OpenEngine& open,
                     std::vector<Barrier>& barriers) {
    if (rules_.transitive())
      return;
    const auto states = tried(goals, barriers, [](const Barrier&) { return true; });
    for (std::size_t o = 0; o < conflict_.options.size(); ++o) {
      if (conflict_.options[o].direction == Direction::both ||
          conflict_.party(conflict_.options[o].owner).moves)
        continue;
      errand_.tell({"options", o, conflict_.options.size()});
      Conflict free = conflict_;
      free.options[o].direction = Direction::both;
      const auto engine = open(free);
      for (std::size_t g = 0; engine && g < goals.size(); ++g)
        if (!states[g].empty() && leads(*engine, states[g]))
          barriers[g].directions.emplace_back(o);
    }
  }

private:
  bool isEmpty(StateSet set) { return engine_.list(set, 1).empty(); }

  /// The states of the goals that need a trial, without goals that are too large.
  template <class Which>
  std::vector<std::vector<Pattern>> tried(const std::vector<StateSet>& goals,
                                          const std::vector<Barrier>& barriers, Which which) {
    std::vector<std::vector<Pattern>> states(goals.size());
    for (std::size_t g = 0; g < goals.size(); ++g)
      if (which(barriers[g])) {
        states[g] = engine_.list(goals[g], mostGoalStates + 1);
        if (states[g].size() > mostGoalStates)
          states[g].clear();
      }
    return states;
  }

  template <class Image> bool nobody(Image image, StateSet besides) {
    return std::ranges::all_of(everybody(conflict_),
                               [&](PartyId i) { return isEmpty(engine_.without(image(i), besides)); });
  }

  /// The states of the goal that keep these options as they are at the start.
  StateSet keeping(const std::vector<OptionId>& options, StateSet goal) {
    Pattern kept(from_.size(), Choice::either);
    for (const OptionId option : options)
      kept.set(option, from_[option]);
    return engine_.both(goal, engine_.matching({kept}));
  }

  void readOptions(StateSet goal, Barrier& barrier) {
    for (const OptionId option : fixed_)
      if (isEmpty(keeping({option}, goal)))
        barrier.options.push_back(option);
    barrier.eachOption = !barrier.options.empty();
    if (!barrier.options.empty() || !isEmpty(keeping(fixed_, goal)))
      return;
    barrier.options = fixed_;
    for (const OptionId option : fixed_) { // leave out what the proof does not need
      auto fewer = barrier.options;
      std::erase(fewer, option);
      if (isEmpty(keeping(fewer, goal)))
        barrier.options = std::move(fewer);
    }
  }

  bool leadsIgnoringTheLastMover(StateSet start, StateSet goal) {
    StateSet seen = start;
    for (bool grown = true; grown;) {
      errand_.check();
      StateSet next = seen;
      for (const PartyId i : everybody(conflict_))
        next = engine_.either(next, engine_.reachedFrom(seen, i, Relation::always));
      grown = !isEmpty(engine_.without(next, seen));
      seen = next;
    }
    return !isEmpty(engine_.both(seen, goal));
  }

  bool leads(stability::Engine& engine, const std::vector<Pattern>& goal) {
    const StateSet states = engine.matching(goal);
    const Rules rules(engine);
    PathSearch search(engine, rules, from_, everybody(conflict_), Wish::shortest);
    search.run(states, errand_);
    return search.cost(states).has_value();
  }

  stability::Engine& engine_;
  const Rules& rules_;
  const Conflict& conflict_;
  const Pattern& from_;
  const stability::Errand& errand_;
  std::vector<OptionId> fixed_; ///< options that can never change from their choice at the start
};

} // namespace

std::vector<Barrier> barriers(stability::Engine& engine, const Rules& rules, const Pattern& from,
                              const std::vector<StateSet>& goals, const OpenEngine& open,
                              const stability::Errand& errand) {
  Barriers search(engine, rules, from, errand);
  std::vector<Barrier> found;
  for (const StateSet goal : goals)
    found.push_back(search.explain(goal));
  if (open) {
    search.tryConstraints(goals, open, found);
    search.tryDirections(goals, open, found);
  }
  return found;
}

} // namespace stasis::analysis
