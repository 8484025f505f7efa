#pragma once

// Strength of preference as one number more for each rank (Hamouda, Kilgour & Hipel 2004). Strong classes are
// runs of ranks, so with
//
//   beyond(r) = the first rank above the strong class of r; none where there is no such rank
//
// q is much worse than s (q ≪ s) exactly where beyond(rank(q)) ≤ rank(s). A sanction is then judged by beyond
// where the classical concepts judge it by rank, and since beyond never falls as the rank grows, it can be
// taken of the least value that was found for the classical ones: the one formula of explicit_engine.h serves
// both.
//
// O(states). Tested against the oracle in tests/properties.

#include "stability/explicit/ranks.h"

namespace stasis::stability {

/// No rank is beyond: larger than all.
inline constexpr Rank noRankBeyond = 0xFFFFFFFF;

/// How strongly states differ for a party: the rank of each among the strong classes alone, larger is better.
/// O(states × strong statements).
std::vector<Rank> strongClasses(const StateSpace& space, model::PartyId party, const Errand& errand);

/// By rank, below `bound`, from the rank and the strong class of every state.
class Beyond {
public:
  explicit Beyond(std::uint64_t bound) : beyond_(bound, noRankBeyond) {}
  /// Once for each state.
  void note(Rank rank, Rank strongClass);
  /// Afterwards. Ranks that no state has are beyond nothing.
  std::vector<Rank> take();

private:
  std::vector<Rank> top_;    ///< by strong class: its best rank
  std::vector<Rank> beyond_; ///< by rank: first the strong class
};

} // namespace stasis::stability
