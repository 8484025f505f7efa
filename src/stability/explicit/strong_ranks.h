#pragma once

// Strength of preference as one more number for each rank (Hamouda, Kilgour & Hipel 2004). Strong classes are
// runs of ranks. Let
//
//   beyond(r) = the first rank above the strong class of r, if there is one.
//
// Then q is much worse than s (q ≪ s) exactly if beyond(rank(q)) ≤ rank(s). So a sanction is judged by beyond
// where the classical concepts judge it by rank. beyond never falls as the rank grows, so it can be taken of
// the least value that was found for the classical concepts: the one formula of sanction_stability.h serves
// both.
//
// O(states). Tested against the oracle in tests/stability.

#include "stability/explicit/preference_ranks.h"

namespace stasis::stability {

/// Larger than every rank: no rank is beyond.
inline constexpr Rank noRankBeyond = 0xFFFFFFFF;

/// How strongly states differ for a party: each state's rank among the strong classes alone; larger is
/// better. O(states × strong statements).
std::vector<Rank> strongClasses(const StateSpace& space, model::PartyId party, const Errand& errand);

/// beyond(r) for every rank r below `bound`, from the rank and the strong class of every state.
class Beyond {
public:
  explicit Beyond(std::uint64_t bound) : beyond_(bound, noRankBeyond) {}
  /// Call once for each state.
  void note(Rank rank, Rank strongClass);
  /// Call after the last `note`. A rank that no state has gets noRankBeyond.
  std::vector<Rank> take();

private:
  std::vector<Rank> top_;    ///< by strong class: its best rank
  std::vector<Rank> beyond_; ///< by rank: first its strong class
};

} // namespace stasis::stability
