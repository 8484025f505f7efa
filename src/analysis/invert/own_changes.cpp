#include "analysis/invert/own_changes.h"

#include <algorithm>
#include <set>

namespace stasis::analysis {

namespace {

std::vector<model::Pattern> with(std::vector<model::Pattern> states, const model::Pattern& state) {
  states.push_back(state);
  return states;
}

/// Adds the moves of each clause that does not hold.
void addUnmet(std::vector<model::Pattern>& moves, const std::vector<StabilityCondition::Clause>& clauses,
              const std::vector<model::Pattern>& states, const PlaceSet& noBetter) {
  for (const auto& clause : clauses) {
    if (StabilityCondition::holds(clause, noBetter))
      continue;
    moves.push_back(states[clause.move]);
    moves.insert(moves.end(), clause.alike.begin(), clause.alike.end());
  }
}

/// The most distances from the state that one list of exchanges may have.
constexpr std::size_t mostTried = 4'000'000;

} // namespace

OwnChanges::OwnChanges(const Rules& rules, StabilityCondition condition, PreferenceChanges& changes)
    : condition_(std::move(condition)), changes_(changes), rules_(rules), state_(condition_.states.size()),
      stated_(rules, condition_.party, with(condition_.states, condition_.state)),
      ranking_(std::holds_alternative<model::Ranking>(rules.conflict().party(condition_.party).preference)) {}

bool OwnChanges::holds(const Arrangement& arrangement) const {
  return condition_.holds(stated_.noBetter(arrangement, state_));
}

std::vector<std::size_t> OwnChanges::notMet() const {
  const PlaceSet noBetter = stated_.noBetter(changes_.written(), state_);
  std::vector<std::size_t> clauses;
  for (std::size_t k = 0; k < condition_.clauses.size(); ++k)
    if (!StabilityCondition::holds(condition_.clauses[k], noBetter))
      clauses.push_back(k);
  return clauses;
}

std::vector<model::Pattern> OwnChanges::undeterred() const {
  std::vector<model::Pattern> moves;
  addUnmet(moves, condition_.clauses, condition_.states, stated_.noBetter(changes_.written(), state_));
  if (!condition_.implied.empty()) {
    const auto& states = condition_.impliedStates;
    const StatedPreference stated(rules_, condition_.party, with(states, condition_.state));
    addUnmet(moves, condition_.implied, states, stated.noBetter(changes_.written(), states.size()));
  }
  std::ranges::sort(moves,
                    [this](const model::Pattern& a, const model::Pattern& b) { return rules_.before(a, b); });
  return moves;
}

std::size_t OwnChanges::classesAbove() const { return isRanking() ? stated_.writtenClass(state_) : 0; }

// Classes at distances j1 < j2 < … above the state come below it in Σ (j_t - (t-1)) exchanges.
void OwnChanges::eachLowering(std::size_t exchanges,
                              const std::function<bool(const Arrangement&)>& visit) const {
  const std::size_t above = classesAbove();
  const auto& written = changes_.written().tiers;
  std::vector<std::size_t> lowered; ///< distances, ascending
  std::function<bool(std::size_t, std::size_t)> choose = [&](std::size_t left, std::size_t least) {
    if (left == 0) {
      Arrangement arrangement;
      for (std::size_t k = 0; k < above; ++k)
        if (!std::ranges::binary_search(lowered, above - k))
          arrangement.tiers.push_back(written[k]);
      arrangement.tiers.push_back(written[above]);
      for (auto j = lowered.rbegin(); j != lowered.rend(); ++j)
        arrangement.tiers.push_back(written[above - *j]);
      arrangement.tiers.insert(arrangement.tiers.end(),
                               written.begin() + static_cast<std::ptrdiff_t>(above) + 1, written.end());
      return visit(arrangement);
    }
    for (std::size_t part = least; part <= left; ++part) {
      if ((left - part != 0 && left - part < part) || part + lowered.size() > above)
        continue;
      lowered.push_back(part + lowered.size());
      const bool goOn = choose(left - part, part);
      lowered.pop_back();
      if (!goOn)
        return false;
    }
    return true;
  };
  choose(exchanges, 1);
}

OwnChanges::Found OwnChanges::at(std::size_t distance, std::size_t limit, const stability::Errand& errand) {
  Found found;
  std::set<std::string> keys;
  std::size_t tried = 0;
  const auto visit = [&](const Arrangement& arrangement) {
    if (++tried % 256 == 0)
      errand.check();
    if (holds(arrangement) && keys.insert(PreferenceChanges::key(arrangement)).second) {
      ++found.all;
      if (found.first.size() < limit)
        found.first.push_back(arrangement);
    }
    return tried < mostTried;
  };
  if (isRanking() && distance > 0)
    eachLowering(distance, visit);
  else
    found.complete = changes_.each(distance, visit);
  found.complete = found.complete && tried < mostTried;
  return found;
}

} // namespace stasis::analysis
