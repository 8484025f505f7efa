#pragma once

// Numbers distinct words from 0, in the order in which they are first seen: a flat table with linear probing.
// A sequence of words is numbered by numbering pairs: the number so far, and the next word's.
//
// O(1) a word on average. Tested through the classes and cells that are numbered with it.

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace stasis::stability {

class Numbering {
public:
  std::uint32_t size() const { return static_cast<std::uint32_t>(seen_.size()); }
  /// The words, by number.
  const std::vector<std::uint64_t>& seen() const { return seen_; }

  std::uint32_t of(std::uint64_t word) {
    if (2 * (seen_.size() + 1) > table_.size())
      grow();
    std::uint32_t& found = table_[placeOf(word)];
    if (found == nothing) {
      found = size();
      seen_.push_back(word);
    }
    return found;
  }
  std::uint32_t of(std::uint32_t first, std::uint32_t second) {
    return of(std::uint64_t{first} << 32 | second);
  }

private:
  static constexpr std::uint32_t nothing = 0xFFFFFFFF;

  /// Where the word is, or the free place where it belongs.
  std::size_t placeOf(std::uint64_t word) const {
    const std::uint64_t mixed = (word ^ word >> 29) * 0x9E3779B97F4A7C15;
    std::size_t place = mixed >> (64 - std::countr_zero(table_.size()));
    while (table_[place] != nothing && seen_[table_[place]] != word)
      place = (place + 1) & (table_.size() - 1);
    return place;
  }

  void grow() {
    table_.assign(table_.empty() ? 64 : 2 * table_.size(), nothing);
    for (std::uint32_t k = 0; k < size(); ++k)
      table_[placeOf(seen_[k])] = k;
  }

  std::vector<std::uint32_t> table_; ///< numbers; a power of two of places, at most half of them taken
  std::vector<std::uint64_t> seen_;
};

} // namespace stasis::stability
