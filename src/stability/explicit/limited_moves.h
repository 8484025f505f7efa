#pragma once

// Limited moves of two parties (model/limited_moves.h) for every state at once. From the states where the
// other ends if it looks h - 1 moves ahead, a party that looks h moves ahead finds where it ends itself:
//
//   G_h(i, s) = the best for i among G_(h-1)(j, s1), s1 in R_i(s), if that is better for i than s; else s
//
// With ties the other may end in one place or another, so G is a set: every state that is reached by some
// choice among equals. Let `floor` be the greatest, over the moves s1, of the worst that i can meet in
// G_(h-1)(j, s1). Whatever the choices, i gets at least that; and every state of some G_(h-1)(j, s1) that is
// at least that good is the best under some choice. So
//
//   G_h(i, s) = { x in G_(h-1)(j, s1), s1 in R_i(s) : x is better than s and at least as good as the floor }
//               and s, if the floor is no better than s
//
// G for both parties follows from G one move less far, so it repeats; the period is found exactly by
// comparing all of it (R. P. Brent 1980).
//
// Cost of each h: linear in the states where options go both ways, else in the moves; ties may cost more.
// Tested against nested loops in tests/stability/explicit/limited_moves_test.cpp.

#include "stability/explicit/foreseen_sets.h"
#include "stability/explicit/moves.h"

#include <array>

namespace stasis::stability {

class LimitedMoves {
public:
  /// The conflict has two parties. Space, ranks, moves and errand must outlive this.
  LimitedMoves(const StateSpace& space, const std::vector<Ranks>& ranks, Moves& moves,
               std::uint64_t maxMemory, const Errand& errand);

  using ByParty = std::array<Bits, 2>;

  /// The states stable for each party under l_1 … l_h. Throws LimitReached.
  std::vector<ByParty> upTo(std::size_t h);

  struct Cycle {
    std::size_t from = 1;   ///< the least h from which G repeats
    std::size_t period = 1; ///< the least number of moves after which it does
    ByParty always;         ///< stable for every h from there on
    ByParty sometimes;      ///< stable for some h from there on
    /// By h, from `from` on: the states stable for each party; empty if the period is long.
    std::vector<ByParty> stable{};
  };
  /// Throws LimitReached.
  Cycle cycle();
  /// The states from which a party may end in several places, for some h looked at so far.
  const ByParty& open() const { return open_; }

private:
  /// By party and state: the set of states where it ends.
  using Foresight = std::array<std::vector<std::uint32_t>, 2>;

  /// The moves of one party: cells in which every member reaches every other, or lists.
  struct Own {
    std::optional<Cells> cells;
    std::vector<std::uint32_t> begin, targets;
  };
  /// A state where the other would end, and the only move of the cell that leads there, if only one does.
  struct Offer {
    std::uint32_t state;
    std::uint32_t by;
  };

  Own ownMoves(std::size_t party, Moves& moves) const;
  Foresight none() const;
  Foresight next(const Foresight& foreseen);
  void chooseInCells(std::size_t party, const std::vector<std::uint32_t>& after,
                     std::vector<std::uint32_t>& ends);
  void chooseInCell(std::size_t party, std::span<const std::uint32_t> cell,
                    const std::vector<std::uint32_t>& after, std::vector<std::uint32_t>& ends);
  std::vector<Offer> offers(std::size_t party, std::span<const std::uint32_t> cell,
                            const std::vector<std::uint32_t>& after, Rank floor) const;
  std::uint32_t choose(std::size_t party, std::uint32_t s, std::span<const std::uint32_t> moves,
                       const std::vector<std::uint32_t>& after);
  ByParty stableIn(const Foresight& foreseen) const;

  const StateSpace& space_;
  const std::vector<Ranks>& ranks_;
  const Errand& errand_;
  std::uint64_t maxMemory_;
  ForeseenSets sets_;
  std::array<Own, 2> own_;
  ByParty open_;
};

} // namespace stasis::stability
