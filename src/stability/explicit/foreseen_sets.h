#pragma once

// Where a party can end as far as it foresees: one state, or with ties several. A set is a number: of the
// state if it has one member, else of a set kept here. Equal sets have equal numbers.
//
// Without ties nothing is kept. Tested through limited_moves.h.

#include "stability/explicit/preference_ranks.h"

#include <unordered_map>

namespace stasis::stability {

class ForeseenSets {
public:
  /// Sets that together take more than `maxMemory` bytes end with LimitReached. `ranks` must outlive this.
  ForeseenSets(const std::vector<Ranks>& ranks, std::uint64_t maxMemory);

  /// The set of these states, at least one; sorts them and drops what is there twice.
  std::uint32_t keep(std::vector<std::uint32_t>& states);
  bool isOne(std::uint32_t set) const { return set < states_; }
  /// The rank of the worst member for a party.
  Rank least(std::size_t party, std::uint32_t set) const {
    return isOne(set) ? ranks_[party].of[set] : kept_[set - states_].least[party];
  }
  template <class Visit> void each(std::uint32_t set, Visit visit) const {
    if (isOne(set))
      visit(set);
    else
      for (const std::uint32_t s : kept_[set - states_].states)
        visit(s);
  }

private:
  struct Kept {
    std::vector<std::uint32_t> states; ///< ascending
    std::vector<Rank> least;           ///< by party
  };

  const std::vector<Ranks>& ranks_;
  std::size_t states_;
  std::uint64_t maxMemory_;
  std::uint64_t memory_ = 0;
  std::vector<Kept> kept_;
  std::unordered_multimap<std::uint64_t, std::uint32_t> byHash_;
};

} // namespace stasis::stability
