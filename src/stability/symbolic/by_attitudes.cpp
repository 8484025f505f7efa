#include "stability/symbolic/by_attitudes.h"

#include "stability/symbolic/thresholds.h"

#include <map>

namespace stasis::stability {

using model::Attitude;
using model::PartyId;
using model::Relation;

std::vector<ByAttitudes::Minded> ByAttitudes::minded(PartyId party) const {
  std::vector<Minded> all;
  for (std::size_t j = 0; j < conflict_.parties.size(); ++j)
    if (const Attitude attitude = conflict_.attitude(party, PartyId(j));
        attitude != Attitude::neutral && !ranked_[j].bits.empty())
      all.push_back({PartyId(j), attitude == Attitude::for_});
  return all;
}

/// {(s, o')}: s with the party's options changed to o' suits it from s, or is s.
const Diagram& ByAttitudes::suits(PartyId party) {
  auto& known = suits_[party.index()];
  if (!known) {
    const OwnMoves& moves = moves_[party.index()];
    Diagram all = Diagram::constant(true);
    for (const Minded& j : minded(party))
      all -= moves.prefers(ranked_[j.party.index()], !j.isFor);
    known = std::move(all);
  }
  return *known;
}

Diagram ByAttitudes::stepInto(PartyId party, const Diagram& set) {
  OwnMoves& moves = moves_[party.index()];
  return moves.along(suits(party) & moves.changes(feasible_), set);
}

Diagram ByAttitudes::unstable(const model::ConceptRow& concept_, PartyId party, GroupMoves& others) {
  OwnMoves& moves = moves_[party.index()];
  Diagram unanswered = moves.changes(feasible_);
  if (concept_.answers == Relation::never)
    unanswered &= suits(party);
  else if (concept_.undoes != Relation::never)
    unanswered &= suitsForGood(party, others);
  else
    for (const Minded& j : minded(party))
      unanswered -= isAnswered(concept_, party, others, j);
  return feasible_ & moves.somewhere(unanswered);
}

/// {(s, o')}: from there the others can bring about what does not suit because of this one.
Diagram ByAttitudes::isAnswered(const model::ConceptRow& concept_, PartyId party, GroupMoves& others,
                                const Minded& minded) {
  const Diagram deters = minded.isFor
                             ? thresholds_.below(minded.party)
                             : thresholds_.above(minded.party, negated(thresholds_.of(minded.party)));
  const Diagram low = concept_.answers == Relation::always
                          ? others.backwards(deters, party, model::Sanctions::moves)
                          : others.backwards(deters, party, [this](std::size_t j, const Diagram& set) {
                              return moves_[j].along(suits(PartyId(j)) & moves_[j].changes(feasible_), set);
                            });
  const auto& rank = ranked_[minded.party.index()].bits;
  return moves_[party.index()].changed(low, levels_.thresholds(minded.party),
                                       minded.isFor ? rank : negated(rank));
}

/// {(s, o')}: s with the options changed suits the party, and from there the others can bring about nothing
/// that does not, whatever the party did then.
Diagram ByAttitudes::suitsForGood(PartyId party, GroupMoves& others) {
  const auto all = minded(party);
  std::map<std::uint32_t, Diagram> variableOf; // by the set of states of a bit
  std::vector<std::size_t> levels;
  std::vector<Diagram> bits;
  Diagram suit = feasible_;
  for (const Minded& j : all) {
    const Ranked& ranked = ranked_[j.party.index()];
    const auto& own = all.size() < 2 ? levels_.thresholds(j.party) : levels_.apart(j.party);
    std::vector<Diagram> v;
    for (std::size_t m = 0; m < own.size(); ++m) {
      const Diagram& bit = ranked.bits[m];
      if (bit.isConstant()) {
        v.push_back(bit);
        continue;
      }
      const auto [known, isNew] = variableOf.try_emplace(bit.edge().code);
      if (isNew) {
        known->second = thresholds_.variables({own[m]}).front();
        levels.push_back(own[m]);
        bits.push_back(bit);
      }
      v.push_back(known->second);
    }
    suit -= j.isFor ? thresholds_.below(j.party, v) : thresholds_.above(j.party, v);
  }
  OwnMoves& moves = moves_[party.index()];
  suit -= others.backwards(!moves.into(suit), party, model::Sanctions::moves);
  return moves.changed(suit, levels, bits);
}

} // namespace stasis::stability
