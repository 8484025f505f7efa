#pragma once

// How much a party likes the orbits of its own space, as codes: 1 is the worst of its classes of feasible
// states, `top` the best, and 0 marks an orbit that is not feasible. Statements are taken some twenty bits at
// a time; the classes found so far are renumbered before the next.
//
// Cost: that of the conditions in every orbit, and 4 bytes an orbit while it is made; 2 are kept.

#include "stability/orbits/in_every_orbit.h"
#include "stability/reference_checks.h"

namespace stasis::stability {

using RankCode = std::uint16_t;
constexpr RankCode highestCode = std::numeric_limits<RankCode>::max() - 1;
constexpr RankCode noCodeBeyond = highestCode + 1; ///< higher than every code

struct OrbitRanks {
  OrbitSpace space;
  RowShape shape;
  std::vector<RankCode> codes;
  RankCode top = 0;
  /// By code, if some difference is strong: the least rank to which an orbit of this code is much worse. With
  /// the lows put through it, the formula of kind_stability.h is that of strength.
  std::vector<RankCode> beyond;
  std::vector<StatementRange> statements; ///< for `prefer`: the range of each statement, in the order written

  std::uint64_t rows() const { return space.rows(); }
};

/// The ranks of this party; none if it tells more than 65,534 classes apart.
std::optional<OrbitRanks> ranksOf(AlikeConflict& alike, model::PartyId party, const StateNamed& stateNamed,
                                  const Errand& errand);

/// Whether each orbit of the space is feasible, one bit an orbit. The constraints must not tell apart the
/// members of a block.
std::vector<std::uint64_t> feasibleOrbits(const OrbitSpace& space, const Errand& errand);

/// Orbits in which the condition holds, one bit an orbit.
std::vector<std::uint64_t> orbitsWhere(const OrbitSpace& space, const model::Expression& condition,
                                       const Errand& errand);

} // namespace stasis::stability
