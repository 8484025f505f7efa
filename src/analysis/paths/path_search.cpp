#include "analysis/paths/path_search.h"

#include <algorithm>

namespace stasis::analysis {

using model::PartyId;
using model::Pattern;
using model::Relation;
using stability::StateSet;

PathSearch::PathSearch(stability::Engine& engine, const Rules& rules, Pattern from,
                       std::vector<PartyId> movers, Wish wish)
    : engine_(engine), rules_(rules), from_(std::move(from)), start_(engine.matching({from_})),
      nothing_(engine.without(start_, start_)), movers_(std::move(movers)), wish_(wish),
      tracked_(!rules.transitive()), lanes_(tracked_ ? std::max<std::size_t>(movers_.size(), 1) : 1),
      seen_(lanes_, nothing_), reached_(nothing_) {
  layers_[Cost{}] = Lanes(lanes_, start_);
  if (!tracked_)
    seen_[0] = start_;
}

std::optional<Cost> PathSearch::before(Cost cost, bool conceding) const {
  if (cost.length == 0 || (conceding && cost.concessions == 0))
    return std::nullopt;
  return Cost{cost.concessions - (conceding ? 1 : 0), cost.length - 1};
}

/// The cost after one more step; none if the wish forbids the step.
std::optional<Cost> PathSearch::after(Cost cost, Effect effect) const {
  if (wish_ == Wish::improving && effect != Effect::gain)
    return std::nullopt;
  const bool counts = wish_ == Wish::fewestConcessions && effect != Effect::gain;
  return Cost{cost.concessions + (counts ? 1 : 0), cost.length + 1};
}

/// The states of a layer from which this mover may move: those into which it did not move last.
StateSet PathSearch::readyFor(const Lanes& lanes, Cost cost, std::size_t mover) {
  if (cost.length == 0)
    return start_;
  if (!tracked_)
    return lanes.front();
  StateSet ready = nothing_;
  for (std::size_t last = 0; last < lanes_; ++last)
    if (last != mover)
      ready = engine_.either(ready, lanes[last]);
  return ready;
}

/// Where a move of this mover leads at this cost. A state that costs a concession more than another layer and
/// was not reached in it cannot be reached from that layer by an improvement, so any move is a concession.
StateSet PathSearch::stepInto(Cost cost, std::size_t mover) {
  StateSet ends = nothing_;
  const auto add = [&](std::optional<Cost> from, Relation kind) {
    const auto layer = from ? layers_.find(*from) : layers_.end();
    if (layer == layers_.end())
      return;
    if (const StateSet ready = readyFor(layer->second, *from, mover); !isEmpty(ready))
      ends = engine_.either(ends, engine_.reachedFrom(ready, movers_[mover], kind));
  };
  add(before(cost, false), wish_ == Wish::shortest ? Relation::always : Relation::better);
  if (wish_ == Wish::fewestConcessions)
    add(before(cost, true), Relation::always);
  return ends;
}

/// False if this cost reaches nothing new.
bool PathSearch::addLayer(Cost cost) {
  Lanes lanes(lanes_, nothing_);
  for (std::size_t mover = 0; mover < movers_.size(); ++mover) {
    const StateSet ends = engine_.without(stepInto(cost, mover), seen_[laneOf(mover)]);
    lanes[laneOf(mover)] = engine_.either(lanes[laneOf(mover)], ends);
  }
  bool any = false;
  for (std::size_t lane = 0; lane < lanes_; ++lane)
    if (!isEmpty(lanes[lane])) {
      any = true;
      seen_[lane] = engine_.either(seen_[lane], lanes[lane]);
      reached_ = engine_.either(reached_, lanes[lane]);
    }
  if (any)
    layers_[cost] = std::move(lanes);
  return any;
}

bool PathSearch::isReached(StateSet goal, std::size_t enough) {
  const StateSet left = engine_.without(engine_.without(goal, reached_), start_);
  return isEmpty(left) || (enough != SIZE_MAX &&
                           engine_.count(engine_.without(goal, left)) >= static_cast<unsigned long>(enough));
}

bool PathSearch::atEnd(const End& end, std::size_t concessions) {
  return std::ranges::all_of(
      end.goals, [&](StateSet goal) { return isReached(goal, concessions == 0 ? SIZE_MAX : end.enough); });
}

/// All layers with this many concessions; false if there are none.
bool PathSearch::runLevel(std::size_t concessions, const End& end, const stability::Errand& errand) {
  std::size_t lastBefore = 0; // the longest layer with one concession fewer
  for (const auto& [cost, lanes] : layers_)
    if (concessions > 0 && cost.concessions == concessions - 1)
      lastBefore = cost.length;
  bool any = false;
  for (Cost cost{concessions, 1};; ++cost.length) {
    errand.check();
    if (told_)
      told_(cost);
    if (!atEnd(end, concessions) && addLayer(cost))
      any = true;
    else if (cost.length > lastBefore)
      return any;
  }
}

void PathSearch::runToNearest(const std::vector<StateSet>& goals, std::size_t enough,
                              const stability::Errand& errand) {
  const End end{goals, enough};
  runLevel(0, end, errand);
  if (wish_ == Wish::fewestConcessions)
    for (std::size_t concessions = 1; !atEnd(end, concessions); ++concessions)
      if (!runLevel(concessions, end, errand))
        return;
}

std::optional<Cost> PathSearch::cost(StateSet goal) {
  for (const auto& [cost, lanes] : layers_)
    for (const StateSet states : lanes)
      if (!isEmpty(engine_.both(states, goal)))
        return cost;
  return std::nullopt;
}

StateSet PathSearch::found(StateSet goal, std::size_t concessions) {
  StateSet states = nothing_;
  for (const auto& [cost, lanes] : layers_)
    if (cost.concessions <= concessions)
      for (const StateSet lane : lanes)
        states = engine_.either(states, engine_.both(lane, goal));
  return states;
}

std::vector<Pattern> PathSearch::inOrder(StateSet goal, std::size_t limit) {
  std::vector<Pattern> states;
  StateSet left = goal;
  for (const auto& [cost, lanes] : layers_) {
    StateSet here = nothing_;
    for (const StateSet lane : lanes)
      here = engine_.either(here, engine_.both(lane, left));
    left = engine_.without(left, here);
    for (Pattern& state : engine_.list(here, limit - states.size()))
      states.push_back(std::move(state));
    if (states.size() == limit)
      break;
  }
  return states;
}

/// Adds to the layer `from` its states from which one step leads into the remaining part of `to`.
void PathSearch::addLeading(Layers& leading, Cost to, Cost from, Relation kind) {
  const auto layer = layers_.find(from);
  if (layer == layers_.end() || from.length == 0)
    return;
  Lanes& lanes = leading.try_emplace(from, Lanes(lanes_, nothing_)).first->second;
  for (std::size_t mover = 0; mover < movers_.size(); ++mover) {
    const StateSet next = leading.at(to)[laneOf(mover)];
    if (isEmpty(next))
      continue;
    const StateSet starts = engine_.canMoveInto(next, movers_[mover], kind);
    for (std::size_t lane = 0; lane < lanes_; ++lane)
      if (!tracked_ || lane != mover)
        lanes[lane] = engine_.either(lanes[lane], engine_.both(layer->second[lane], starts));
  }
}

/// The parts of the layers that lie on a best sequence to the goal.
PathSearch::Layers PathSearch::leadingTo(StateSet goal, Cost best) {
  Layers leading;
  Lanes& last = leading[best];
  for (const StateSet lane : layers_.at(best))
    last.push_back(engine_.both(lane, goal));
  for (std::size_t length = best.length; length > 1; --length)
    for (std::size_t concessions = 0; concessions <= best.concessions; ++concessions) {
      const Cost to{concessions, length};
      if (!leading.contains(to))
        continue;
      addLeading(leading, to, *before(to, false),
                 wish_ == Wish::shortest ? Relation::always : Relation::better);
      if (const auto conceding = before(to, true); conceding && wish_ == Wish::fewestConcessions)
        addLeading(leading, to, *conceding, Relation::always);
    }
  return leading;
}

struct PathSearch::Walk {
  const Layers& leading;
  Cost best;
  std::size_t limit;
  Sequence path;
  Ways ways;
};

void PathSearch::walk(Walk& walk, const Pattern& at, std::size_t last, Cost cost) {
  if (cost == walk.best) {
    if (walk.ways.paths.size() == walk.limit)
      walk.ways.more = true;
    else
      walk.ways.paths.push_back(walk.path);
    return;
  }
  for (std::size_t mover = 0; mover < movers_.size() && !walk.ways.more; ++mover) {
    if (mover == last)
      continue;
    for (const Pattern& to : rules_.moves(movers_[mover], at)) {
      const Step step{movers_[mover], at, to};
      const auto next = after(cost, effectOf(rules_, step));
      const auto layer = next ? walk.leading.find(*next) : walk.leading.end();
      if (layer == walk.leading.end() || !engine_.contains(layer->second[laneOf(mover)], to))
        continue;
      walk.path.push_back(step);
      this->walk(walk, to, mover, *next);
      walk.path.pop_back();
    }
  }
}

std::optional<Ways> PathSearch::ways(StateSet goal, std::size_t limit) {
  const auto best = cost(goal);
  if (!best)
    return std::nullopt;
  const Layers leading = leadingTo(goal, *best);
  Walk all{leading, *best, limit, {}, {*best, {}, false}};
  walk(all, from_, movers_.size(), Cost{});
  return std::move(all.ways);
}

} // namespace stasis::analysis
