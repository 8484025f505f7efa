#include "stability/explicit/sanction_stability.h"

#include "stability/cube/in_parallel.h"
#include "stability/explicit/strong_ranks.h"

namespace stasis::stability {

using model::ConceptFamily;
using model::PartyId;
using model::Sanctions;

template <class Do> void SanctionStability::each(Do action) const {
  inParallel(space_.size(), 1 << 16, errand_, [&](std::size_t begin, std::size_t end) {
    for (std::size_t s = begin; s < end; ++s)
      action(s);
  });
}

SanctionStability::Found SanctionStability::judge(Sanctions sanctions, PartyId party, Moves& moves,
                                                  bool strong) {
  const auto& rank = ranks_[party.index()].of;
  std::vector<Lanes> values(space_.size());
  Found found;
  if (sanctions == Sanctions::none) {
    each([&](std::size_t s) { values[s] = noLanes; });
  } else {
    each([&](std::size_t s) { values[s] = complement({rank[s], rank[s]}); });
    moves.foldMoves(party, values); // high
    each([&](std::size_t s) { values[s] = {rank[s], ~values[s].second}; });
    moves.lowerByOthers(party, sanctions, values); // low, judged by rank and by high
    if (strong) {
      const auto& beyond = beyondOf(party);
      std::vector<Lanes> strongly(space_.size());
      each([&](std::size_t s) { strongly[s] = {beyond[values[s].first], beyond[values[s].second]}; });
      addStable(ConceptFamily::strength, sanctions, party, moves, strongly, found);
    }
  }
  addStable(ConceptFamily::classical, sanctions, party, moves, values, found);
  return found;
}

/// `values`: what each state's worst sanction comes to. Adds the states from which no better state is safe.
void SanctionStability::addStable(ConceptFamily family, Sanctions sanctions, PartyId party, Moves& moves,
                                  std::vector<Lanes>& values, Found& found) const {
  const auto& rank = ranks_[party.index()].of;
  each([&](std::size_t s) { values[s] = complement(least(values[s], {rank[s], rank[s]})); });
  moves.foldMoves(party, values);
  for (const auto& concept_ : model::conceptsOf(family))
    if (concept_.sanctions() == sanctions)
      found.emplace_back(
          concept_.id,
          concept_.judgement() == model::Judgement::rank
              ? Bits::of(rank.size(), [&](std::size_t s) { return ~values[s].first <= rank[s]; })
              : Bits::of(rank.size(), [&](std::size_t s) { return ~values[s].second <= rank[s]; }));
}

/// By rank. Made when first asked for.
const std::vector<Rank>& SanctionStability::beyondOf(PartyId party) {
  auto& known = beyond_[party];
  if (known.empty()) {
    const Ranks& ranks = ranks_[party.index()];
    const auto strong = strongClasses(space_, party, errand_);
    Beyond beyond(ranks.classes);
    for (std::size_t s = 0; s < strong.size(); ++s)
      beyond.note(ranks.of[s], strong[s]);
    known = beyond.take();
  }
  return known;
}

} // namespace stasis::stability
