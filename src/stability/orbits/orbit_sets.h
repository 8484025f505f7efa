#pragma once

// Sets of states kept by an engine on orbits. A set is one bit for each orbit of a space whose blocks it does
// not tell apart. Sets that tell different members apart are combined in the coarsest space that refines
// both. A set of few states is a list of them in the order of their numbers: neither the list nor the states
// one move away need a space.
//
// Combining costs O(orbits of the space); a list also costs O(parties) a state. Throws LimitReached if a
// space has more orbits than allowed, because too many members are told apart, or if the work should end.

#include "stability/engine.h"
#include "stability/orbits/orbit_ranks.h"

#include <memory>

namespace stasis::stability {

using OrbitBits = std::vector<std::uint64_t>; ///< one bit an orbit

inline bool bitOf(const OrbitBits& bits, std::uint64_t at) { return (bits[at / 64] >> at % 64 & 1) != 0; }
/// For loops over orbits: looks at the clock now and then.
inline void checkAt(std::uint64_t step, const Errand& errand) {
  constexpr std::uint64_t steps = 4096;
  if (step % steps == 0)
    errand.check();
}

inline void setBit(OrbitBits& bits, std::uint64_t at) { bits[at / 64] |= std::uint64_t{1} << at % 64; }
/// Sets bit `first + k` if `holds(k)`, for every k below `count`. The bits must be 0 before.
template <class Holds> void putBits(OrbitBits& bits, std::uint64_t first, std::size_t count, Holds holds) {
  for (std::size_t begin = 0; begin < count; begin += 64) {
    const std::size_t taken = std::min<std::size_t>(64, count - begin);
    std::uint64_t word = 0;
    for (std::size_t k = 0; k < taken; ++k)
      word |= std::uint64_t{holds(begin + k)} << k;
    const std::uint64_t at = first + begin;
    bits[at / 64] |= word << at % 64;
    if (at % 64 + taken > 64)
      bits[at / 64 + 1] |= word >> (64 - at % 64);
  }
}
/// At most 64 bits, from `first` on, as one word.
inline std::uint64_t bitsFrom(const OrbitBits& bits, std::uint64_t first, std::size_t count) {
  std::uint64_t word = bits[first / 64] >> first % 64;
  if (first % 64 + count > 64)
    word |= bits[first / 64 + 1] << (64 - first % 64);
  return count == 64 ? word : word & ((std::uint64_t{1} << count) - 1);
}

/// Whether `a` has the smaller number: decided by the option declared last in which the two differ.
bool numberedBefore(const model::Pattern& a, const model::Pattern& b);

struct OrbitSet {
  std::shared_ptr<const OrbitSpace> space; ///< none: a list
  std::shared_ptr<const OrbitBits> bits;
  std::vector<model::Pattern> states;

  static OrbitSet of(std::shared_ptr<const OrbitSpace> space, OrbitBits bits) {
    return {std::move(space), std::make_shared<const OrbitBits>(std::move(bits)), {}};
  }
  static OrbitSet listOf(std::vector<model::Pattern> states);
  bool isList() const { return space == nullptr; }
  bool contains(const model::Pattern& state) const;
};

/// For every orbit of a space, in order, the orbit of a coarser space that holds its states.
class Projection {
public:
  /// Every block of `fine` must lie in one block of `coarse`.
  Projection(const OrbitSpace& fine, const OrbitSpace& coarse);
  std::uint64_t orbit() const { return orbit_; }
  void next();

private:
  struct Part {
    const OrbitBlock* block;
    std::size_t merged; ///< position in merged_
    Histogram histogram;
    std::uint32_t digit = 0;
  };
  struct Merged {
    const OrbitBlock* block;
    Histogram histogram;
    std::uint64_t share = 0; ///< in the orbit's number
  };
  void step(Part& part);
  std::vector<Part> parts_;
  std::vector<Merged> merged_;
  std::uint64_t orbit_ = 0;
};

class OrbitSets {
public:
  OrbitSets(AlikeConflict& alike, std::uint64_t mostOrbits, const Errand& errand)
      : alike_(alike), mostOrbits_(mostOrbits), errand_(errand) {}

  /// The space of these blocks. Throws LimitReached if it is too large.
  std::shared_ptr<const OrbitSpace> space(const std::vector<Parties>& blocks) const;
  /// The coarsest space that is finer than both; `a` itself if it is.
  std::shared_ptr<const OrbitSpace> common(const std::shared_ptr<const OrbitSpace>& a,
                                           const std::shared_ptr<const OrbitSpace>& b) const;
  /// The space with this party in a block of its own, which is the last.
  std::shared_ptr<const OrbitSpace> apart(const OrbitSpace& space, model::PartyId party) const;
  /// The same set in a finer space. A list needs a space that tells all its states apart.
  OrbitBits in(const OrbitSpace& space, const OrbitSet& set) const;
  /// The coarsest space in which the set of these states can be expressed.
  std::shared_ptr<const OrbitSpace> spaceOf(const std::vector<model::Pattern>& states) const;

  OrbitSet both(const OrbitSet& a, const OrbitSet& b) const;
  OrbitSet either(const OrbitSet& a, const OrbitSet& b) const;
  OrbitSet without(const OrbitSet& a, const OrbitSet& b) const;

private:
  template <class Join> OrbitSet joined(const OrbitSet& a, const OrbitSet& b, Join join) const;
  AlikeConflict& alike_;
  std::uint64_t mostOrbits_;
  const Errand& errand_;
};

} // namespace stasis::stability
