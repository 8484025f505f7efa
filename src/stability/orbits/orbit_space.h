#pragma once

// Orbits of states. The parties fall into blocks, each of parties of one kind. States that differ only in
// which member of a block makes which choice are one orbit. An orbit is one histogram for each block; its
// number is made of the histograms' numbers in mixed radix, the last block least significant.
//
// The space of a party has one block for all others of each kind, and as its last block the party alone. The
// party's own choices then lie side by side, in a row.

#include "stability/orbits/alike_conflict.h"

namespace stasis::stability {

struct OrbitBlock {
  Parties members;      ///< ascending
  std::size_t kind = 0; ///< in AlikeConflict::kinds
  const Histograms* histograms = nullptr;
  std::uint64_t stride = 1;

  std::uint32_t size() const { return histograms->size(); }
  std::uint32_t digit(std::uint64_t orbit) const {
    return static_cast<std::uint32_t>(orbit / stride % size());
  }
};

class OrbitSpace {
public:
  /// All members of a block must be of one kind, and every party must be in one block.
  OrbitSpace(AlikeConflict& alike, const std::vector<Parties>& blocks);
  /// One block for each kind.
  static OrbitSpace ofAll(AlikeConflict& alike);
  /// The space of a party.
  static OrbitSpace of(AlikeConflict& alike, model::PartyId party);

  /// 2^64 - 1 if there are that many or more; nothing else may then be asked.
  std::uint64_t size() const { return size_; }
  const std::vector<OrbitBlock>& blocks() const { return blocks_; }
  const OrbitBlock& own() const { return blocks_.back(); }
  /// The number of rows in the space of a party: the orbits of the others.
  std::uint64_t rows() const { return size_ / own().size(); }

  /// The orbit of a state; none if a party makes a choice that constraints on it alone forbid.
  std::optional<std::uint64_t> orbitOf(const model::Pattern& state) const;
  /// The first state of an orbit in the order of numbers: in each block, the members declared last make the
  /// first choices.
  model::Pattern first(std::uint64_t orbit) const;

  static bool sameBlocks(const OrbitSpace& a, const OrbitSpace& b);
  const AlikeConflict& alike() const { return *alike_; }

private:
  AlikeConflict* alike_;
  std::vector<OrbitBlock> blocks_;
  std::uint64_t size_ = 1;
};

} // namespace stasis::stability
