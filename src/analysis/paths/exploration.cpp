#include "analysis/paths/exploration.h"

#include <algorithm>

namespace stasis::analysis {

using model::PartyId;
using model::Pattern;
using model::Relation;

Exploration::Exploration(const Rules& rules) : rules_(rules), transitive_(rules.transitive()) {}

Exploration::Place Exploration::at(const Pattern& state) {
  // Most states asked for are known; emplace would allocate a node before it looks.
  if (const auto known = places_.find(state.letters()); known != places_.end())
    return known->second;
  const auto place = static_cast<Place>(states_.size());
  places_.emplace(state.letters(), place);
  states_.push_back(state);
  known_.emplace_back(rules_.conflict().parties.size());
  return place;
}

const Worth& Exploration::worth(PartyId party, Place place) {
  auto& kept = known(party, place).worth;
  if (!kept)
    kept = rules_.worth(party, states_[place]);
  return *kept;
}

const std::vector<Exploration::Place>& Exploration::moves(PartyId party, Place from) {
  if (const auto& kept = known(party, from).moves)
    return *kept;
  std::vector<Place> ends;
  for (const Pattern& to : rules_.moves(party, Pattern(states_[from])))
    ends.push_back(at(to));
  weigh(party, ends);
  return known(party, from).moves.emplace(std::move(ends));
}

/// Computes together the worths that will be asked for one by one.
void Exploration::weigh(PartyId party, const std::vector<Place>& places) {
  std::vector<Place> unknown;
  std::vector<Pattern> states;
  for (const Place place : places)
    if (!known(party, place).worth) {
      unknown.push_back(place);
      states.push_back(states_[place]);
    }
  auto worths = rules_.worths(party, states);
  for (std::size_t k = 0; k < unknown.size(); ++k)
    known(party, unknown[k]).worth = std::move(worths[k]);
}

const std::vector<Exploration::Place>& Exploration::improvements(PartyId party, Place from) {
  if (const auto& kept = known(party, from).improvements)
    return *kept;
  std::vector<Place> better = moves(party, from);
  std::erase_if(better, [&](Place to) { return !prefers(party, to, from); });
  return known(party, from).improvements.emplace(std::move(better));
}

Exploration::Place Exploration::best(PartyId party, Place place) {
  if (const auto kept = known(party, place).best)
    return *kept;
  Place best = place;
  for (const Place to : moves(party, place))
    if (prefers(party, to, best))
      best = to;
  known(party, place).best = best;
  return best;
}

namespace {

constexpr std::size_t mostKept = 4000000;

/// Who has moved into a state so far: the first two are enough.
struct Movers {
  std::uint32_t count = 0;
  PartyId first;

  bool add(PartyId mover, bool transitive) {
    if (count == 0) {
      first = mover;
      count = transitive ? 2 : 1;
      return true;
    }
    if (count == 2 || first == mover)
      return false;
    count = 2;
    return true;
  }
};

} // namespace

std::shared_ptr<const Exploration::Reach> Exploration::others(PartyId party, Place start, Relation kind,
                                                              std::size_t limit,
                                                              const stability::Errand& errand) {
  const auto key = std::tuple(party, start, kind);
  if (const auto known = kept_.find(key);
      known != kept_.end() && (known->second->complete || known->second->visits.size() > limit))
    return known->second;
  auto reach = std::make_shared<const Reach>(walk(party, start, kind, limit, errand));
  if (visitsKept_ > mostKept) {
    kept_.clear();
    visitsKept_ = 0;
  }
  visitsKept_ += reach->visits.size();
  return kept_[key] = std::move(reach);
}

Exploration::Reach Exploration::walk(PartyId party, Place start, Relation kind, std::size_t limit,
                                     const stability::Errand& errand) {
  Reach reach;
  reach.visits.push_back({start, party, 0});
  std::unordered_map<Place, Movers> seen;
  seen[start].count = 2;
  const std::size_t parties = rules_.conflict().parties.size();
  for (std::uint32_t next = 0; next < reach.visits.size(); ++next) {
    if (reach.visits.size() > limit)
      return reach;
    if (next % 256 == 0)
      errand.check();
    const Visit visit = reach.visits[next];
    for (std::size_t j = 0; j < parties; ++j) {
      const PartyId mover(j);
      // The party left out made the move into the start, so any other may move.
      if (mover == party || mover == visit.mover)
        continue;
      const auto& ends =
          kind == Relation::always ? moves(mover, visit.place) : improvements(mover, visit.place);
      for (const Place to : ends)
        if (seen[to].add(mover, transitive_))
          reach.visits.push_back({to, mover, next});
    }
  }
  reach.complete = true;
  return reach;
}

Sequence Exploration::way(const Reach& reach, std::size_t visit) const {
  Sequence steps;
  for (auto at = static_cast<std::uint32_t>(visit); at != 0; at = reach.visits[at].from) {
    const Visit& v = reach.visits[at];
    steps.push_back({v.mover, states_[reach.visits[v.from].place], states_[v.place]});
  }
  std::ranges::reverse(steps);
  return steps;
}

} // namespace stasis::analysis
