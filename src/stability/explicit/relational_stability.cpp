#include "stability/explicit/relational_stability.h"

#include <algorithm>
#include <bit>

namespace stasis::stability {

using model::Concept;
using model::ConceptFamily;
using model::ConceptRow;
using model::PartyId;
using model::Relation;

RelationalStability::RelationalStability(const StateSpace& space, const std::vector<Ranks>& ranks,
                                         std::uint64_t maxMemory, const Errand& errand)
    : space_(space), ranks_(ranks), maxMemory_(maxMemory), errand_(errand) {}

std::vector<std::pair<Concept, Bits>> RelationalStability::judge(ConceptFamily family, PartyId party) {
  std::vector<std::pair<Concept, Bits>> stable;
  for (const ConceptRow& concept_ : model::conceptsOf(family))
    stable.emplace_back(concept_.id, Bits(space_.size()));
  const AlikeStates& classes = alike(family, party);
  for (std::uint32_t first = 0; first < classes.classes(); first += 64) {
    errand_.check();
    Pass pass{classes, party, first};
    for (auto& [id, states] : stable) {
      const Words& leaves = byState(pass, row(id).leaves);
      addStable(pass, leaves, brought(pass, row(id), leaves), states);
    }
  }
  return stable;
}

const RelationalStability::Words& RelationalStability::byState(Pass& pass, Relation relation) const {
  Words& words = pass.byState[relation];
  if (words.empty()) {
    const auto byClass = pass.alike.words(relation, pass.first, errand_);
    words.resize(space_.size());
    for (std::size_t s = 0; s < words.size(); ++s)
      words[s] = byClass[pass.alike.classOf(s)];
  }
  return words;
}

/// The classes that each state deters and, if the concept asks for it, from which the party cannot undo that.
const RelationalStability::Words& RelationalStability::deterring(Pass& pass, const ConceptRow& concept_) {
  if (concept_.undoes == Relation::never)
    return byState(pass, concept_.deters);
  Words& deters = pass.deterring[{concept_.deters, concept_.undoes}];
  if (deters.empty()) {
    deters = byState(pass, concept_.deters);
    const Words& undoes = byState(pass, concept_.undoes);
    const Arcs& own = moves(pass.party);
    for (std::uint32_t s = 0; s < deters.size(); ++s)
      for (const std::uint32_t to : own.from(s))
        deters[s] &= ~undoes[to];
  }
  return deters;
}

/// For each state, the classes that the others can deter by some state they bring about from there. The
/// concept says which answers they may give.
const RelationalStability::Words& RelationalStability::into(Pass& pass, const ConceptRow& concept_) {
  Words& found = pass.into[{concept_.deters, concept_.undoes, concept_.answers}];
  if (found.empty())
    found = answers(concept_.family, concept_.answers, pass.party).into(deterring(pass, concept_), errand_);
  return found;
}

RelationalStability::Words RelationalStability::brought(Pass& pass, const ConceptRow& concept_,
                                                        const Words& leaves) {
  if (concept_.answers == Relation::never)
    return Words(space_.size(), 0);
  const Words& targets = deterring(pass, concept_);
  Words found = into(pass, concept_);
  const GroupWords& group = answers(concept_.family, concept_.answers, pass.party);
  if (group.exact())
    return found;
  // What deters must be another state than s1. If s1 deters itself and no step leads to another such state, a
  // sequence may only have come back to s1.
  Words itself(space_.size());
  for (std::size_t s = 0; s < itself.size(); ++s)
    itself[s] = targets[s] & found[s] & leaves[s];
  if (std::ranges::all_of(itself, [](Word word) { return word == 0; }))
    return found;
  const Words byOne = group.oneStepInto(targets);
  for (std::uint32_t s = 0; s < itself.size(); ++s)
    for (Word left = itself[s] & ~byOne[s]; left != 0; left &= left - 1) {
      const auto k = static_cast<unsigned>(std::countr_zero(left));
      if (!group.reachesAnother(s, k, targets))
        found[s] &= ~(Word{1} << k);
    }
  return found;
}

/// Adds the states of these classes from which every move that is left for meets an answer.
void RelationalStability::addStable(const Pass& pass, const Words& leaves, const Words& brought,
                                    Bits& stable) {
  const Arcs& own = moves(pass.party);
  for (std::uint32_t s = 0; s < space_.size(); ++s) {
    const std::uint32_t k = pass.alike.classOf(s) - pass.first;
    if (k >= 64)
      continue;
    const auto unanswered = [&](std::uint32_t to) { return ((leaves[to] & ~brought[to]) >> k & 1) != 0; };
    if (std::ranges::none_of(own.from(s), unanswered))
      stable.set(s);
  }
}

// --- what is made once

const Arcs& RelationalStability::moves(PartyId party) {
  const auto known = moves_.find(party);
  if (known != moves_.end())
    return known->second;
  return moves_.emplace(party, arcsOf(space_, party, maxMemory_ / ranks_.size() / 2, errand_)).first->second;
}

const AlikeStates& RelationalStability::alike(ConceptFamily family, PartyId party) {
  auto& known = alike_[{family, party}];
  if (!known)
    known = family == ConceptFamily::attitudes ? alikeByAttitudes(space_, party, ranks_)
                                               : alikeInDoubt(space_, party, ranks_[party.index()], errand_);
  return *known;
}

/// The moves of a party that lead to states which stand in the relation to where the move begins.
Arcs RelationalStability::arcsAlong(ConceptFamily family, Relation relation, PartyId party) {
  const AlikeStates& classes = alike(family, party);
  const Arcs& all = moves(party);
  std::vector<Arcs::Arc> kept;
  for (std::uint32_t s = 0; s < space_.size(); ++s) {
    if (s % 4096 == 0)
      errand_.check();
    for (const std::uint32_t to : all.from(s))
      if (classes.holds(relation, classes.classOf(to), classes.classOf(s)))
        kept.push_back({s, to});
  }
  return Arcs(space_.size(), std::move(kept), errand_);
}

const GroupWords& RelationalStability::answers(ConceptFamily family, Relation relation, PartyId party) {
  auto& known = answers_[{relation == Relation::always ? ConceptFamily::classical : family, relation, party}];
  if (known)
    return *known;
  std::vector<const Arcs*> steps;
  bool bothWays = !space_.merged() && !space_.conflict().hasGraphForm();
  for (std::size_t j = 0; j < ranks_.size(); ++j) {
    if (PartyId(j) == party)
      continue;
    for (const auto& option : space_.conflict().options)
      bothWays = bothWays && (option.owner != PartyId(j) || option.direction == model::Direction::both);
    if (relation == Relation::always) {
      steps.push_back(&moves(PartyId(j)));
      continue;
    }
    const auto key = std::tuple(family, relation, PartyId(j));
    if (!along_.contains(key))
      along_.emplace(key, arcsAlong(family, relation, PartyId(j)));
    steps.push_back(&along_.at(key));
  }
  known = relation == Relation::always && bothWays ? groupInComponents(space_.size(), std::move(steps))
                                                   : groupBySteps(space_.size(), std::move(steps));
  return *known;
}

} // namespace stasis::stability
