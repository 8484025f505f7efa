#pragma once

// Evaluates conditions in one state of every orbit, 1024 orbits at a time. If no rearrangement within the
// blocks changes a condition, it holds in all states of an orbit or in none, so one state is enough.
//
// In the space of a party, orbits stand in rows of the party's own choices, each padded to 8, 16, 32 or 64
// places; a row of more than 64 choices is cut into several words. Otherwise every orbit is a row of one
// place. Conditions that only count are looked up by how many operands hold (tallies.h). Cost: O(size of the
// remaining conditions) word operations for each 64 places, and one step for each option taken in a row.

#include "stability/errand.h"
#include "stability/orbits/tallies.h"

#include <functional>

namespace stasis::stability {

/// How orbits stand in rows.
struct RowShape {
  std::size_t choices = 1; ///< orbits in a row
  std::size_t lanes = 1;   ///< places in a word: 1, 8, 16, 32 or 64
  std::size_t words = 1;   ///< words in a row

  static RowShape single() { return {}; }
  static RowShape ofOwn(const OrbitSpace& space);
  /// The number of choices in word k of a row.
  std::size_t used(std::size_t k) const { return std::min(lanes, choices - k * lanes); }
};

constexpr std::size_t placesAtOnce = 1024;
using Places = Words<placesAtOnce / 64>;

class InEveryOrbit {
public:
  InEveryOrbit(const OrbitSpace& space, RowShape shape,
               const std::vector<const model::Expression*>& conditions);

  /// Gets, for words [first, first + count) of the rows, the places of each condition.
  using Visit = std::function<void(std::uint64_t first, std::size_t count, std::span<const Places* const>)>;
  void visit(const Visit& visit, const Errand& errand);

private:
  struct Leaf {
    Circuit::GateId gate;
    std::size_t member; ///< position in the block
    std::uint32_t bit;  ///< in the member's mask
  };
  /// An option of the row's own party.
  struct OwnLeaf {
    Circuit::GateId gate;
    std::vector<std::uint64_t> taken; ///< by word of a row: the choices in which it is taken
  };
  /// One block as rows go by: which member makes which choice.
  struct Cursor {
    const OrbitBlock* block;
    Histogram histogram;
    std::vector<std::uint32_t> masks; ///< by member
    std::vector<Leaf> leaves;
    std::vector<std::size_t> counted;             ///< positions of the tallies that count it
    std::vector<std::vector<std::uint32_t>> held; ///< by tally: operands of one member, by choice
    std::uint32_t digit = 0;
  };
  /// A tally as rows go by.
  struct Running {
    Circuit::GateId gate;
    std::uint32_t held;                ///< operands of the cursors' parties and of no party that hold
    std::vector<std::uint64_t> places; ///< by number held and word of a row: where it holds
  };
  void addOwn(const std::vector<Leaf>& leaves);
  void addLeaves(const OrbitBlock& block, const std::vector<Circuit::GateId>& gateOf);
  void addTally(const Tally& tally);
  void assign(Cursor& cursor);
  /// Moves the cursor to the next histogram, or from the last to the first, and updates the tallies.
  void next(Cursor& cursor);
  void takeMasks(Cursor& cursor) const;
  void advance();
  void put(std::size_t place, std::size_t word);
  void clear();
  bool isOwn(const OrbitBlock& block) const { return shape_.lanes > 1 && &block == &space_.own(); }

  const OrbitSpace& space_;
  RowShape shape_;
  Circuit circuit_;
  std::vector<Circuit::GateId> roots_, cone_;
  std::vector<Cursor> cursors_; ///< without that of a row's own party
  std::vector<OwnLeaf> own_;
  std::vector<Running> tallies_;
  std::vector<Places> values_;
};

} // namespace stasis::stability
