#pragma once

// The states of a set of orbits in the order of their numbers: by what the party declared last does, then the
// one before. For the last parties fixed, histograms of what those of each block do are all that matters for
// how the others can go on: one table for each number of parties fixed, from all of them down to none.
//
// Tables cost O(orbits of the parties fixed · choices) each, together as a rule little more than the set
// itself; 1 byte an orbit for lists, 8 for numbers.

#include "stability/orbits/orbit_sets.h"

namespace stasis::stability {

/// Value is `std::uint8_t` (whether there are states) or `std::uint64_t` (how many, up to 2^64 - 1).
template <class Value> class OrbitOrder {
public:
  OrbitOrder(AlikeConflict& alike, std::shared_ptr<const OrbitSpace> space, const OrbitBits& bits);

  /// The first states, at most so many.
  std::vector<model::Pattern> list(std::size_t limit) const;
  /// The first states of the first orbits: those in which of a block nobody makes a later choice than who is
  /// declared before it.
  std::vector<model::Pattern> listFirsts(std::size_t limit) const;
  /// How many states of the set come before this one; none where that passes 2^64. Of counts only.
  std::optional<std::uint64_t> before(const model::Pattern& state) const;
  /// The state that so many come before. Of counts only.
  std::optional<model::Pattern> at(std::uint64_t before) const;

private:
  struct Level {
    std::vector<Value> values;
    std::vector<std::uint64_t> strides; ///< by block
    std::size_t block = 0;              ///< of the party fixed in it, not above
    const OneMore* more = nullptr;      ///< from the level above
  };
  /// The histograms of the parties fixed: their numbers by block.
  using Digits = std::vector<std::uint32_t>;
  const OwnChoices& choices(std::size_t party) const;
  Value value(std::size_t party, const Digits& digits) const;
  Digits with(std::size_t party, const Digits& digits, std::size_t choice) const;
  void fill(std::size_t party);
  struct Listing {
    std::size_t limit;
    model::Pattern state;
    std::vector<model::Pattern> states;
    std::vector<std::size_t> least; ///< by block: the choice its next party may begin with
    bool firstsOnly;
  };
  void list(std::size_t parties, const Digits& digits, Listing& listing) const;
  std::vector<model::Pattern> list(std::size_t limit, bool firstsOnly) const;

  AlikeConflict& alike_;
  std::shared_ptr<const OrbitSpace> space_;
  std::vector<Level> levels_; ///< level p: parties from p on are fixed
};

} // namespace stasis::stability
