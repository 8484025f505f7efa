#include "analysis/coalitions/coalition_stability.h"

#include "analysis/paths/group_search.h"
#include "analysis/paths/path_search.h"

#include <algorithm>
#include <set>

namespace stasis::analysis {

using model::PartyId;
using model::Pattern;
using model::Relation;
using stability::StateSet;

namespace {

Coalition outside(const model::Conflict& conflict, const Coalition& coalition) {
  Coalition others;
  for (std::size_t i = 0; i < conflict.parties.size(); ++i)
    if (!std::ranges::binary_search(coalition, PartyId(i)))
      others.emplace_back(i);
  return others;
}

} // namespace

Units eachAlone(const model::Conflict& conflict, const Coalition& coalition) {
  Units units;
  for (const PartyId party : outside(conflict, coalition))
    units.push_back({party});
  return units;
}

Units everyGroup(const model::Conflict& conflict, const Coalition& coalition) {
  return everyUnion(eachAlone(conflict, coalition));
}

Units everyUnion(const Units& units) {
  Units unions;
  for (const Coalition& unit : units) {
    const std::size_t before = unions.size();
    for (std::size_t k = 0; k < before; ++k) {
      Coalition joined = unions[k];
      joined.insert(joined.end(), unit.begin(), unit.end());
      std::ranges::sort(joined);
      unions.push_back(std::move(joined));
    }
    unions.push_back(unit);
  }
  return unions;
}

bool CoalitionGains::isBetter(const Coalition& coalition, const Pattern& better, const Pattern& than) const {
  std::size_t gain = 0;
  for (const PartyId member : coalition) {
    const auto order = rules_.compare(member, better, than);
    if (order < 0)
      return false;
    gain += order > 0 ? 1 : 0;
  }
  return gain_ == Gain::strict ? gain == coalition.size() : gain > 0;
}

StateSet CoalitionGains::better(const Coalition& coalition, const Pattern& than) {
  StateSet set = engine_.feasible();
  if (gain_ == Gain::strict) {
    for (const PartyId member : coalition)
      set = engine_.without(set, engine_.notPreferredTo(member, than));
    return set;
  }
  StateSet nobodyGains = set;
  for (const PartyId member : coalition) {
    set = engine_.without(set, engine_.worseThan(member, than));
    nobodyGains = engine_.both(nobodyGains, engine_.notPreferredTo(member, than));
  }
  return engine_.without(set, nobodyGains);
}

StateSet CoalitionGains::improvements(const Coalition& coalition, const Pattern& from) {
  const StateSet wanted = better(coalition, from);
  PathSearch search(engine_, rules_, from, coalition, Wish::shortest);
  search.run(wanted, errand_);
  return engine_.both(search.reached(), wanted);
}

const std::vector<Pattern>& CoalitionGains::listed(const Coalition& coalition, const Pattern& from) {
  const auto key = std::pair(coalition, from.letters());
  if (const auto found = listed_.find(key); found != listed_.end())
    return found->second;
  const StateSet set = improvements(coalition, from);
  auto states = engine_.list(set, mostListed + 1);
  if (states.size() > mostListed)
    throw stability::LimitReached(stability::Limit::states,
                                  "a coalition has more than " + std::to_string(mostListed) +
                                      " improvements from one state, too many to follow one by one");
  return listed_.emplace(key, std::move(states)).first->second;
}

CoalitionAt::CoalitionAt(CoalitionGains& gains, Coalition coalition, Units others, Pattern state)
    : gains_(gains), engine_(gains.engine()), coalition_(std::move(coalition)), units_(std::move(others)),
      outside_(outside(gains.engine().conflict(), coalition_)), state_(std::move(state)) {}

StateSet CoalitionAt::improvements() {
  if (!improvements_)
    improvements_ = gains_.improvements(coalition_, state_);
  return *improvements_;
}

StateSet CoalitionAt::better() {
  if (!better_)
    better_ = gains_.better(coalition_, state_);
  return *better_;
}

/// The states in which some member does not gain and from which the members cannot reach a gain for all.
StateSet CoalitionAt::lasting() {
  if (!lasting_) {
    GroupSearch escape(engine_, gains_.rules(), coalition_, Relation::always, better(), gains_.errand());
    lasting_ = engine_.without(engine_.feasible(), escape.everywhere());
  }
  return *lasting_;
}

/// The improvements from which the others, each acting alone, can reach the target.
StateSet CoalitionAt::ledInto(StateSet target, Relation kind) {
  return GroupSearch(engine_, gains_.rules(), outside_, kind, target, gains_.errand()).among(improvements());
}

/// The same, by improvements of the units.
StateSet CoalitionAt::improvedInto(StateSet target) {
  if (std::ranges::all_of(units_, [](const Coalition& unit) { return unit.size() == 1; }))
    return ledInto(target, Relation::better);
  std::vector<Pattern> from;
  for (const Pattern& state : gains_.listed(coalition_, state_))
    if (unitsLead(state, target))
      from.push_back(state);
  return engine_.matching(from);
}

/// Whether improvements of units, no unit twice in a row, lead from the start into the target.
bool CoalitionAt::unitsLead(const Pattern& start, StateSet target) {
  const bool transitive = gains_.rules().transitive();
  std::vector<std::pair<Pattern, std::size_t>> queue{{start, units_.size()}};
  std::set<std::pair<std::string, std::size_t>> seen;
  for (std::size_t next = 0; next < queue.size(); ++next) {
    gains_.errand().check();
    const auto [at, last] = queue[next];
    for (std::size_t unit = 0; unit < units_.size(); ++unit) {
      if (unit == last)
        continue;
      for (const Pattern& to : gains_.listed(units_[unit], at)) {
        if (engine_.contains(target, to))
          return true;
        if (seen.emplace(to.letters(), transitive ? 0 : unit).second)
          queue.emplace_back(to, unit);
      }
    }
  }
  return false;
}

StateSet CoalitionAt::undeterred(model::Concept concept_) {
  const auto& row = model::row(concept_);
  const StateSet left = improvements();
  if (row.sanctions() == model::Sanctions::none || engine_.list(left, 1).empty())
    return left;
  const StateSet target =
      row.judgement() == model::Judgement::rank ? engine_.without(engine_.feasible(), better()) : lasting();
  return engine_.without(left, row.sanctions() == model::Sanctions::moves ? ledInto(target, Relation::always)
                                                                          : improvedInto(target));
}

bool CoalitionAt::isStable(model::Concept concept_) { return engine_.list(undeterred(concept_), 1).empty(); }

} // namespace stasis::analysis
