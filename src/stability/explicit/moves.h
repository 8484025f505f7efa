#pragma once

// What the engine asks about moves, whether they are given by options (cells) or one by one (graph form,
// merged states). `Lanes` carries two values a state through everything.

#include "stability/explicit/folds.h"
#include "stability/explicit/state_sets.h"

#include <memory>
#include <optional>

namespace stasis::stability {

class Moves {
public:
  virtual ~Moves() = default;

  /// value(s) := min of value over { s } ∪ R_i(s).
  virtual void foldMoves(model::PartyId party, std::span<Lanes> values) = 0;
  /// value(s) := min of value over { s } ∪ R_H(s), with H all parties but this one; R+_H for improvements.
  virtual void lowerByOthers(model::PartyId party, model::Sanctions sanctions, std::span<Lanes> values) = 0;
  /// The states from which the party has a move (an improvement) into the target. By options, it is not
  /// defined whether states of the target itself belong.
  virtual Bits into(const Bits& target, model::PartyId party, model::Relation kind) = 0;
  /// The states to which the party has a move (an improvement) from the source, in the same sense.
  virtual Bits from(const Bits& source, model::PartyId party, model::Relation kind) = 0;
  /// R_i(s), ascending.
  virtual std::vector<StateIndex> movesFrom(model::PartyId party, StateIndex s) = 0;
  /// Σ over s of |R_i(s)| and |R+_i(s)|.
  virtual std::optional<Traffic> traffic(model::PartyId party) = 0;
};

/// The number of pairs (s, q) with q ∈ R_j(s), and with q ∈ R+_j(s). O(states), times the advances in a cell
/// with directed options; none if that is too much work for the answer.
std::optional<Traffic> countMoves(const Cells& cells, const Errand& errand);

/// Moves by options. No state may be merged.
std::unique_ptr<Moves> movesByOptions(const StateSpace& space, const std::vector<Ranks>& ranks,
                                      const Errand& errand);

/// Every move written down, for parties whose moves are listed or for merged states.
std::unique_ptr<Moves> movesOneByOne(const StateSpace& space, const std::vector<Ranks>& ranks,
                                     std::uint64_t maxMemory, const Errand& errand);

} // namespace stasis::stability
