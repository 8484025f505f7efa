#pragma once

// The states of a set of orbits in the order of their numbers: first by what the party declared last does,
// then by the one before it. Once the last parties are fixed, only histograms of what they do, one for each
// block, matter for how the others can go on. So there is one table for each number of fixed parties, from
// all of them down to none.
//
// A table costs O(orbits of the fixed parties · choices). All tables together usually cost little more than
// the set itself: 1 byte an orbit for lists, 8 for numbers.

#include "stability/orbits/orbit_sets.h"

#include <memory>

namespace stasis::stability {

/// `Value` is `std::uint8_t` (whether there are states) or `std::uint64_t` (how many, up to 2^64 - 1).
template <class Value> class OrbitOrder {
public:
  OrbitOrder(AlikeConflict& alike, std::shared_ptr<const OrbitSpace> space, const OrbitBits& bits,
             const Errand& errand);

  /// The first states, at most `limit`.
  std::vector<model::Pattern> list(std::size_t limit) const;
  /// The first states of the first orbits, at most `limit`. In the first state of an orbit, no member of a
  /// block makes a later choice than a member declared before it.
  std::vector<model::Pattern> listFirsts(std::size_t limit) const;
  /// How many states of the set come before this one; none from 2^64 on. Only if `Value` is a count.
  std::optional<std::uint64_t> before(const model::Pattern& state) const;
  /// The state that this many states come before. Only if `Value` is a count.
  std::optional<model::Pattern> at(std::uint64_t before) const;

private:
  struct Level {
    std::vector<Value> values;
    std::vector<std::uint64_t> strides; ///< by block
    std::size_t block = 0;              ///< of the party that is fixed here but not in the level above
    const OneMore* more = nullptr;      ///< leads from the level above
  };
  /// The histograms of the fixed parties, as numbers by block.
  using Digits = std::vector<std::uint32_t>;
  const OwnChoices& choices(std::size_t party) const;
  Value value(std::size_t party, const Digits& digits) const;
  Digits with(std::size_t party, const Digits& digits, std::size_t choice) const;
  void fill(std::size_t party, const Errand& errand);
  struct Listing {
    std::size_t limit;
    model::Pattern state;
    std::vector<model::Pattern> states;
    std::vector<std::size_t> least; ///< by block: the first choice open to its next party
    bool firstsOnly;
  };
  void list(std::size_t parties, const Digits& digits, Listing& listing) const;
  std::vector<model::Pattern> list(std::size_t limit, bool firstsOnly) const;

  AlikeConflict& alike_;
  std::shared_ptr<const OrbitSpace> space_;
  std::vector<Level> levels_; ///< in level p, the parties from p on are fixed
};

} // namespace stasis::stability
