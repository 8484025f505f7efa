#include "stability/explicit/simultaneous_stability.h"

namespace stasis::stability {

using model::PartyId;

namespace {

/// How many combinations are tried between two looks at the clock.
constexpr std::size_t betweenChecks = 1 << 12;

class Simultaneous {
public:
  Simultaneous(const StateSpace& space, const std::vector<Ranks>& ranks, Moves& moves, PartyId party,
               const Errand& errand)
      : space_(space), ranks_(ranks), moves_(moves), party_(party), rank_(ranks[party.index()].of),
        errand_(errand), own_(space.own(party)) {}

  Bits stable() {
    Bits stable(space_.size());
    for (std::size_t s = 0; s < space_.size(); ++s)
      if (isStable(StateIndex(s)))
        stable.set(s);
    return stable;
  }

private:
  /// What a party does if it makes one of its improvements: its options after that.
  struct Others {
    std::uint64_t own = 0; ///< the options of the party, as bits
    std::vector<std::uint64_t> improved;
  };

  bool isStable(StateIndex s) {
    const auto improvements = improvementsFrom(party_, s);
    if (improvements.empty())
      return true;
    others_.clear();
    for (std::size_t j = 0; j < ranks_.size(); ++j)
      if (PartyId(j) != party_)
        if (auto improved = improvementsFrom(PartyId(j), s); !improved.empty())
          others_.push_back({space_.own(PartyId(j)), std::move(improved)});
    const std::uint64_t taken = space_.taken(s);
    for (const std::uint64_t improved : improvements)
      if (!isDeterred(0, (taken & ~own_) | improved, false, rank_[s.index()]))
        return false;
    return true;
  }

  std::vector<std::uint64_t> improvementsFrom(PartyId mover, StateIndex s) {
    const auto& rank = ranks_[mover.index()].of;
    std::vector<std::uint64_t> improved;
    for (const StateIndex to : moves_.movesFrom(mover, s))
      if (rank[to.index()] > rank[s.index()])
        improved.push_back(space_.taken(to) & space_.own(mover));
    return improved;
  }

  /// Whether some choice of the others from the `next` on makes of these options a state that is no better
  /// than `limit`. `together`: somebody before has acted.
  bool isDeterred(std::size_t next, std::uint64_t taken, bool together, Rank limit) {
    if (next == others_.size())
      return together && isNoBetter(taken, limit);
    if (isDeterred(next + 1, taken, together, limit))
      return true;
    for (const std::uint64_t improved : others_[next].improved)
      if (isDeterred(next + 1, (taken & ~others_[next].own) | improved, true, limit))
        return true;
    return false;
  }

  bool isNoBetter(std::uint64_t taken, Rank limit) {
    if (++tried_ % betweenChecks == 0)
      errand_.check();
    const auto q = space_.find(taken);
    return q && rank_[q->index()] <= limit;
  }

  const StateSpace& space_;
  const std::vector<Ranks>& ranks_;
  Moves& moves_;
  PartyId party_;
  std::span<const Rank> rank_;
  const Errand& errand_;
  std::uint64_t own_;
  std::vector<Others> others_; ///< those that can improve from the state looked at
  std::size_t tried_ = 0;
};

} // namespace

Bits simultaneouslyStable(const StateSpace& space, const std::vector<Ranks>& ranks, Moves& moves,
                          PartyId party, const Errand& errand) {
  return Simultaneous(space, ranks, moves, party, errand).stable();
}

} // namespace stasis::stability
