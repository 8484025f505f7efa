#include "analysis/explain/relational_reasons.h"

#include "analysis/explain/foresight_reasons.h"
#include "analysis/explain/simultaneous_reasons.h"
#include "analysis/explain/tree_reasons.h"
#include "analysis/paths/group_search.h"
#include "model/applies.h"
#include "model/limited_moves.h"
#include "model/looking_ahead.h"
#include "model/simultaneous.h"
#include "stability/symbolic/symbolic_engine.h"

#include <algorithm>
#include <set>

namespace stasis::analysis {

using model::ConceptRow;
using model::PartyId;
using model::Pattern;
using model::Relation;

RelationalReasons::RelationalReasons(stability::Engine& engine, Exploration& exploration, std::size_t visits,
                                     const stability::Errand& errand, std::size_t few)
    : engine_(engine), conflict_(engine.conflict()), exploration_(exploration),
      comparison_(engine, exploration), visits_(visits), errand_(errand), few_(std::min(few, visits)) {}

ConceptReasons RelationalReasons::reasons(const Pattern& state, PartyId party, model::Concept id) {
  if (const auto why = model::whyNot(conflict_, id))
    throw stability::LimitReached(stability::Limit::states, *why);
  const Place s = exploration_.at(state);
  const model::ConceptFamily family = row(id).family;
  if (family == model::limitedFamily)
    return foresightReasons(engine_, exploration_, s, party, id, visits_, errand_);
  if (model::isEither(id)) {
    ConceptReasons told{id, party};
    told.either = {reasons(state, party, model::Concept::seq), reasons(state, party, model::simultaneous())};
    told.stable = told.either[0].stable || told.either[1].stable;
    return told;
  }
  if (family == model::simultaneousFamily)
    return simultaneousReasons(exploration_, s, party, id, visits_, errand_);
  if (family == model::treeFamily)
    return treeReasons(engine_, *this, exploration_, s, party, id, visits_, errand_);
  return relational(s, party, id);
}

ConceptReasons RelationalReasons::relational(Place s, PartyId party, model::Concept id) {
  ConceptReasons told{id, party};
  for (const Place s1 : std::vector<Place>(exploration_.moves(party, s)))
    if (comparison_.holds(row(id).leaves, party, s1, s)) {
      told.departures.push_back(departure(row(id), party, s, s1));
      told.stable = told.stable && told.departures.back().sanction;
    }
  return told;
}

DepartureReasons RelationalReasons::departure(const ConceptRow& concept_, PartyId party, Place s, Place s1) {
  DepartureReasons departure{exploration_.state(s1)};
  if (concept_.answers == Relation::never)
    return departure;
  const Reach& near = others(party, s1, concept_.answers, few_);
  const auto targets = near.complete ? std::nullopt : deterring(concept_, party, s);
  const Reach& reach = near.complete || targets ? near : others(party, s1, concept_.answers);
  for (std::size_t v = 1; v < reach.visits.size(); ++v) {
    const Place end = reach.visits[v].place;
    if (end != s1 && deters(concept_, party, end, s) && !undone(concept_, party, end, s)) {
      departure.sanction = way(reach, v);
      return departure;
    }
  }
  if (targets) {
    departure.sanction = bySets(concept_, party, s1, *targets);
    if (departure.sanction)
      return departure;
  } else if (!reach.complete)
    throw stability::LimitReached(stability::Limit::states,
                                  "the others can reach more than " + std::to_string(visits_) + " states");
  departure.nearMiss = nearMiss(concept_, party, s, s1);
  return departure;
}

/// The states that deter and that the party cannot undo; none if the engine does not work on sets.
std::optional<stability::StateSet> RelationalReasons::deterring(const ConceptRow& concept_, PartyId party,
                                                                Place s) {
  const Pattern& state = exploration_.state(s);
  auto deters = stability::standingTo(engine_, state, party, concept_.deters);
  if (deters && concept_.undoes != Relation::never) {
    const auto undoing = *stability::standingTo(engine_, state, party, concept_.undoes);
    deters = engine_.without(*deters, engine_.canMoveInto(undoing, party, Relation::always));
  }
  return deters;
}

/// A shortest answer into one of these states, none of which is s1.
std::optional<Sequence> RelationalReasons::bySets(const ConceptRow& concept_, PartyId party, Place s1,
                                                  stability::StateSet deterring) {
  const Pattern& start = exploration_.state(s1);
  const auto takes = [&](PartyId mover, const Pattern& from, const Pattern& to) {
    return comparison_.holds(concept_.answers, mover, exploration_.at(to), exploration_.at(from));
  };
  return GroupSearch(engine_, exploration_.rules(), everybodyBut(conflict_, party), concept_.answers, takes,
                     engine_.without(deterring, engine_.matching({start})), errand_)
      .from(start);
}

bool RelationalReasons::deters(const ConceptRow& concept_, PartyId party, Place end, Place s) {
  return comparison_.holds(concept_.deters, party, end, s);
}

std::optional<RelationalReasons::Place> RelationalReasons::undone(const ConceptRow& concept_, PartyId party,
                                                                  Place end, Place s) {
  if (concept_.undoes == Relation::never)
    return std::nullopt;
  for (const Place s3 : std::vector<Place>(exploration_.moves(party, end)))
    if (comparison_.holds(concept_.undoes, party, s3, s))
      return s3;
  return std::nullopt;
}

/// The shortest answer that fails in one point; answers that somebody would not give come last.
std::optional<NearMiss> RelationalReasons::nearMiss(const ConceptRow& concept_, PartyId party, Place s,
                                                    Place s1) {
  const Reach& reach = others(party, s1, concept_.answers, few_);
  for (std::size_t v = 1; v < reach.visits.size(); ++v)
    if (reach.visits[v].place != s1)
      if (auto missed = missedBy(concept_, party, s, reach.visits[v].place)) {
        missed->steps = way(reach, v);
        return missed;
      }
  if (concept_.answers == Relation::always)
    return std::nullopt;
  const Reach& any = others(party, s1, Relation::always, few_);
  for (std::size_t v = 1; v < any.visits.size(); ++v) {
    const Place end = any.visits[v].place;
    if (end == s1 || !deters(concept_, party, end, s) || undone(concept_, party, end, s))
      continue;
    NearMiss missed{way(any, v), NearMiss::Why::unwilling, {}, {}};
    for (const Step& step : missed.steps)
      if (!comparison_.holds(concept_.answers, step.mover, exploration_.at(step.to),
                             exploration_.at(step.from))) {
        missed.whose = step.mover;
        return missed;
      }
  }
  return std::nullopt;
}

std::optional<NearMiss> RelationalReasons::missedBy(const ConceptRow& concept_, PartyId party, Place s,
                                                    Place end) {
  using Why = NearMiss::Why;
  if (deters(concept_, party, end, s)) {
    const auto by = undone(concept_, party, end, s);
    return by ? std::optional(NearMiss{{}, Why::undone, {}, exploration_.state(*by)}) : std::nullopt;
  }
  if (concept_.deters == Relation::muchWorse && exploration_.prefers(party, s, end))
    return NearMiss{{}, Why::mild, {}, {}};
  if (concept_.deters == Relation::surelyNotBetter &&
      comparison_.known(party, end, s) == Comparison::Order::unknown)
    return NearMiss{{}, Why::unknown, {}, {}};
  if (concept_.deters == Relation::notLiked)
    for (std::size_t j = 0; j < conflict_.parties.size(); ++j)
      if (conflict_.attitude(party, PartyId(j)) == model::Attitude::neutral &&
          exploration_.prefers(PartyId(j), s, end))
        return NearMiss{{}, Why::ofNeutral, PartyId(j), {}};
  return std::nullopt;
}

const RelationalReasons::Reach& RelationalReasons::others(PartyId party, Place start, Relation answers) {
  return others(party, start, answers, visits_);
}

const RelationalReasons::Reach& RelationalReasons::others(PartyId party, Place start, Relation answers,
                                                          std::size_t most) {
  const auto key = std::tuple(party, start, answers, most);
  if (const auto known = reached_.find(key); known != reached_.end())
    return known->second;
  Reach reach;
  reach.visits.push_back({start, party, 0});
  std::set<std::pair<Place, PartyId>> seen;
  for (std::uint32_t next = 0; next < reach.visits.size() && reach.visits.size() <= most; ++next) {
    if (next % 256 == 0)
      errand_.check();
    const Exploration::Visit visit = reach.visits[next];
    for (std::size_t j = 0; j < conflict_.parties.size(); ++j) {
      const PartyId mover(j);
      if (mover == party || mover == visit.mover)
        continue;
      for (const Place to : std::vector<Place>(exploration_.moves(mover, visit.place)))
        if (comparison_.holds(answers, mover, to, visit.place) && seen.emplace(to, mover).second)
          reach.visits.push_back({to, mover, next});
    }
  }
  reach.complete = reach.visits.size() <= most;
  return reached_.emplace(key, std::move(reach)).first->second;
}

Sequence RelationalReasons::way(const Reach& reach, std::size_t visit) const {
  Sequence steps;
  for (auto at = static_cast<std::uint32_t>(visit); at != 0; at = reach.visits[at].from) {
    const auto& v = reach.visits[at];
    steps.push_back({v.mover, exploration_.state(reach.visits[v.from].place), exploration_.state(v.place)});
  }
  std::ranges::reverse(steps);
  return steps;
}

} // namespace stasis::analysis
