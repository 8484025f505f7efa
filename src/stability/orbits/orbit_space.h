#pragma once

// Orbits of states: the parties fall into blocks, each of parties of one kind, and states that differ only in
// who of a block makes which choice are one orbit. An orbit is a histogram for each block; its number is that
// of the histograms in mixed radix, the last block counting single steps.
//
// The space of a party has a block for everyone else of each kind, and the party alone as its last block: the
// choices of its own then lie side by side, in a row.

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
  /// Members of each block are of one kind. Every party must be in one block.
  OrbitSpace(AlikeConflict& alike, const std::vector<Parties>& blocks);
  /// One block for each kind.
  static OrbitSpace ofAll(AlikeConflict& alike);
  /// The space of a party.
  static OrbitSpace of(AlikeConflict& alike, model::PartyId party);

  /// 2^64 - 1 if that many or more: nothing may then be asked but this.
  std::uint64_t size() const { return size_; }
  const std::vector<OrbitBlock>& blocks() const { return blocks_; }
  const OrbitBlock& own() const { return blocks_.back(); }
  /// Orbits of the others: the number of rows in the space of a party.
  std::uint64_t rows() const { return size_ / own().size(); }

  /// The orbit of a state; none where a party does what constraints on it alone forbid.
  std::optional<std::uint64_t> orbitOf(const model::Pattern& state) const;
  /// The first state of an orbit in the order of numbers: of a block, the members declared last make the
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
