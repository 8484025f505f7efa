#include "stability/symbolic/in_doubt.h"

#include "stability/symbolic/thresholds.h"

#include <algorithm>

namespace stasis::stability {

using model::Concept;
using model::PartyId;
using model::Relation;

namespace {

/// {(t, v)}: t is one of an unsure pair, v the other. `there`: for each state of the pairs, where v is it.
Diagram unsurePairs(const std::vector<std::pair<std::size_t, std::size_t>>& pairs,
                    const std::vector<Diagram>& here, const std::vector<Diagram>& there) {
  Diagram unsure;
  for (const auto& [a, b] : pairs)
    unsure |= (here[a] & there[b]) | (here[b] & there[a]);
  return unsure;
}

/// Where these bits are this number.
Diagram equalTo(const std::vector<Diagram>& bits, std::size_t number) {
  Diagram equal = Diagram::constant(true);
  for (std::size_t m = bits.size(); m-- > 0; number >>= 1)
    equal &= (number & 1) != 0 ? bits[m] : !bits[m];
  return equal;
}

/// {v : some state of the set has v}, from bit m on.
Diagram occurring(const Diagram& set, const std::vector<Diagram>& bits, const std::vector<Diagram>& v,
                  std::size_t m = 0) {
  if (set.holdsNowhere() || m == bits.size())
    return Diagram::constant(!set.holdsNowhere());
  return choose(v[m], occurring(set & bits[m], bits, v, m + 1), occurring(set - bits[m], bits, v, m + 1));
}

} // namespace

void InDoubt::begin(const Conditions& conditions, const StateOf& stateOf) {
  for (std::size_t i = 0; i < conflict_.parties.size(); ++i) {
    const model::Party& party = conflict_.parties[i];
    Told& told = told_.emplace_back();
    told.inDoubt = model::hasPerhaps(party.preference) || !party.unsure.empty();
    if (!told.inDoubt)
      continue;
    told.bits = ranked_[i].bits;
    told.levels = levels_.thresholds(PartyId(i));
    std::vector<model::Pattern> states;
    const auto place = [&](const model::StateRef& reference) {
      const auto state = stateOf(reference);
      if (!state)
        return states.size();
      const auto known = std::ranges::find(states, *state);
      const auto k = static_cast<std::size_t>(known - states.begin());
      if (known == states.end()) {
        states.push_back(*state);
        told.unsure.push_back(conditions.matching(*state));
      }
      return k;
    };
    for (const model::UnsurePair& pair : party.unsure) {
      const std::size_t one = place(pair.one);
      told.pairs.emplace_back(one, place(pair.other));
    }
    for (std::size_t m = 0; !told.pairs.empty() && m < levels_.pairs().size(); ++m) {
      Diagram bit;
      for (std::size_t k = 0; k < states.size(); ++k)
        if (((k + 1) >> (levels_.pairs().size() - 1 - m) & 1) != 0)
          bit |= told.unsure[k];
      told.bits.push_back(std::move(bit));
      told.levels.push_back(levels_.pairs()[m]);
    }
  }
}

bool InDoubt::anybodyDoubts() const { return std::ranges::any_of(told_, &Told::inDoubt); }

std::optional<Concept> InDoubt::withoutDoubt(const model::ConceptRow& concept_, PartyId party) const {
  const bool doubtsMatter =
      told_[party.index()].inDoubt ||
      (concept_.answers != Relation::never && concept_.answers != Relation::always && anybodyDoubts());
  if (doubtsMatter)
    return std::nullopt;
  for (const auto& classical : model::concepts)
    if (classical.sanctions() == concept_.sanctions() && classical.judgement() == concept_.judgement())
      return classical.id;
  return std::nullopt;
}

/// How t compares with a state whose bits are v; `there`: for each state of the pairs, where that one is it.
Maybe InDoubt::compared(PartyId party, const std::vector<Diagram>& v,
                        const std::vector<Diagram>& there) const {
  const Told& told = told_[party.index()];
  if (!told.inDoubt)
    return Maybe::known(thresholds_.above(party, v));
  if (const auto* said = std::get_if<model::Prioritised>(&conflict_.party(party).preference))
    return comparedInDoubt(*said, told.bits, v);
  return Maybe::known(thresholds_.above(party, v)).unsureIn(unsurePairs(told.pairs, told.unsure, there));
}

Maybe InDoubt::comparedAtThreshold(PartyId party) const {
  std::vector<Diagram> there;
  for (std::size_t k = 0; k < told_[party.index()].unsure.size(); ++k)
    there.push_back(equalTo(thresholds_.variables(levels_.pairs()), k + 1));
  return compared(party, thresholds_.of(party), there);
}

Diagram InDoubt::standingTo(const ValueOf& state, PartyId party, Relation relation) const {
  const auto values = [&](const std::vector<Diagram>& sets) {
    std::vector<Diagram> at;
    for (const Diagram& set : sets)
      at.push_back(state(set));
    return at;
  };
  return meets(relation,
               compared(party, values(ranked_[party.index()].bits), values(told_[party.index()].unsure)));
}

/// {(s, o')}: s with the party's options changed to o' is better, or it is not known how it compares.
const Diagram& InDoubt::mayImprove(PartyId party) {
  Told& told = told_[party.index()];
  if (told.mayImprove)
    return *told.mayImprove;
  const OwnMoves& moves = moves_[party.index()];
  Maybe better;
  if (const auto* said = std::get_if<model::Prioritised>(&conflict_.party(party).preference))
    better = comparedInDoubt(*said, moves.changed(told.bits), told.bits);
  else
    better = Maybe::known(moves.prefers(ranked_[party.index()], true))
                 .unsureIn(unsurePairs(told.pairs, moves.changed(told.unsure), told.unsure));
  told.mayImprove = better.perhaps & moves.changes(feasible_);
  return *told.mayImprove;
}

Diagram InDoubt::stepInto(PartyId party, const Diagram& set) {
  OwnMoves& moves = moves_[party.index()];
  return told_[party.index()].inDoubt ? moves.along(mayImprove(party), set)
                                      : moves.improvementsInto(set, ranked_[party.index()]);
}

/// By one answer of party j.
Diagram InDoubt::answerInto(const model::ConceptRow& concept_, std::size_t j, const Diagram& set) {
  OwnMoves& moves = moves_[j];
  return concept_.answers == Relation::always ? moves.along(moves.changes(feasible_), set)
                                              : stepInto(PartyId(j), set);
}

Diagram InDoubt::search(const model::ConceptRow& concept_, PartyId party, GroupMoves& others,
                        const Diagram& deters) {
  if (concept_.answers == Relation::always)
    return others.backwards(deters, party, model::Sanctions::moves);
  std::vector<bool> transitive;
  for (const Told& told : told_)
    transitive.push_back(!told.inDoubt);
  return others.byTurns(deters, party, transitive,
                        [&](std::size_t j, const Diagram& set) { return answerInto(concept_, j, set); });
}

Diagram InDoubt::unstable(const model::ConceptRow& concept_, PartyId party, GroupMoves& others) {
  OwnMoves& moves = moves_[party.index()];
  Told& told = told_[party.index()];
  if (!told.inDoubt && told.bits.empty()) {
    told.bits = ranked_[party.index()].bits;
    told.levels = levels_.thresholds(party);
  }
  const Maybe better = comparedAtThreshold(party);
  Diagram unanswered = feasible_ & meets(concept_.leaves, better);
  if (concept_.answers != Relation::never) {
    auto& [deters, low] = searched_[{party, concept_.deters, concept_.undoes, concept_.answers}];
    if (low.holdsNowhere()) {
      if (told.occurring.holdsNowhere())
        told.occurring = occurring(feasible_, told.bits, thresholds_.variables(told.levels));
      deters = feasible_ & told.occurring & meets(concept_.deters, better);
      if (concept_.undoes != Relation::never)
        deters -= moves.into(feasible_ & meets(concept_.undoes, better));
      low = search(concept_, party, others, deters);
    }
    const Diagram both = deters & unanswered;
    unanswered -= both.holdsNowhere() ? low : withoutComingBack(concept_, party, others, deters, low, both);
  }
  return feasible_ & atThreshold(moves.into(unanswered), told.bits, told.levels);
}

/// `both`: the states s1 that deter and are left for. Takes those out of `low` from which the others can
/// bring about no other state that deters.
Diagram InDoubt::withoutComingBack(const model::ConceptRow& concept_, PartyId party, GroupMoves& others,
                                   const Diagram& deters, const Diagram& low, Diagram both) {
  const auto byOneStepInto = [&](const Diagram& set) {
    Diagram found;
    for (std::size_t j = 0; j < moves_.size(); ++j)
      if (j != party.index() && !moves_[j].none())
        found |= answerInto(concept_, j, set);
    return found;
  };
  both -= byOneStepInto(deters);
  if (both.holdsNowhere())
    return low;
  Diagram alone = both - byOneStepInto(low - deters); // these have no answer, others may come back
  both -= alone;
  std::vector<std::size_t> options;
  for (const auto option : levels_.options())
    options.push_back(levels_.option(option));
  const Diagram every = conjunctionOf(table_, options);
  for (const auto option : levels_.options())
    for (const bool taken : {false, true}) {
      const Diagram variable = table_.variable(levels_.option(option));
      const Diagram from = both & (taken ? !variable : variable);
      if (from.holdsNowhere())
        continue;
      const Diagram to = deters & some(from, every) & (taken ? variable : !variable);
      if (!to.holdsNowhere())
        both -= from & search(concept_, party, others, to);
    }
  return low - (both | alone);
}

} // namespace stasis::stability
