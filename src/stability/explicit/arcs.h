#pragma once

// Moves written down one by one, for conflicts whose moves need not be transitive: graph form, where a
// party's moves are listed, and merged states, where a party can move from one to another if some member of
// the first can become some member of the second. Stored as lists of targets and of origins, state by state
// (compressed rows), one pair of lists for each party.
//
// Memory and time O(states + arcs). Tested against the oracle in tests/stability.

#include "stability/explicit/moves.h"

namespace stasis::stability {

/// One party's arcs.
class Arcs {
public:
  struct Arc {
    std::uint32_t from;
    std::uint32_t to;
  };

  /// An arc counts once however often it is given; an arc from a state to itself is dropped.
  Arcs(std::size_t states, std::vector<Arc> arcs, const Errand& errand);

  std::span<const std::uint32_t> from(std::uint32_t s) const { return row(targetBegin_, targets_, s); }
  std::span<const std::uint32_t> into(std::uint32_t s) const { return row(originBegin_, origins_, s); }

private:
  void sortRows(const Errand& errand);
  static std::span<const std::uint32_t> row(const std::vector<std::uint32_t>& begin,
                                            const std::vector<std::uint32_t>& list, std::uint32_t s) {
    return std::span(list).subspan(begin[s], begin[s + 1] - begin[s]);
  }

  std::vector<std::uint32_t> targetBegin_, targets_; ///< ascending in each row
  std::vector<std::uint32_t> originBegin_, origins_;
};

/// The arcs of one party. Throws LimitReached if they would take more than `maxMemory` bytes.
Arcs arcsOf(const StateSpace& space, model::PartyId party, std::uint64_t maxMemory, const Errand& errand);

/// value(s) := min of value over { s } ∪ R_H(s), along legal sequences, in which nobody moves twice in a row.
/// If `along` says so, only improvements count (a party's `ranks` judge its own arcs).
///
/// Values are taken in ascending order, and each is followed backwards from its states. What can be reached
/// from a state may depend on who moved into it, but two labels for each state are enough. Once a sequence
/// that begins with a move of j leads from the state to the value, everyone but j may have moved into it.
/// Once another sequence begins with a different party's move, so may j. So each arc is followed once:
/// O(states + arcs).
void lowerAlongArcs(std::span<const Arcs* const> opponents, std::span<const Ranks* const> ranks,
                    model::Sanctions sanctions, std::span<Lanes> values, const Errand& errand);

} // namespace stasis::stability
