#pragma once

// Sets of states as bits, kept for the life of an engine and named by handles. Equal sets are kept once and
// have equal handles. The sets kept last can be freed.
//
// Operations O(states / 64).

#include "stability/engine.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace stasis::stability {

class Bits {
public:
  explicit Bits(std::size_t size) : size_(size), words_((size + 63) / 64, 0) {}
  /// Takes over these words; no bit beyond `size` may be set.
  Bits(std::size_t size, std::vector<std::uint64_t> words) : size_(size), words_(std::move(words)) {}

  std::size_t size() const { return size_; }
  bool test(std::size_t s) const { return (words_[s / 64] >> s % 64 & 1) != 0; }
  void set(std::size_t s) { words_[s / 64] |= std::uint64_t{1} << s % 64; }
  std::uint64_t word(std::size_t w) const { return words_[w]; }
  /// Bits beyond the size are dropped.
  void setWord(std::size_t w, std::uint64_t bits);
  std::size_t words() const { return words_.size(); }
  const std::vector<std::uint64_t>& all() const { return words_; }

  std::uint64_t count() const;
  /// The first member at or after `from`; `size()` if there is none.
  std::size_t next(std::size_t from) const;

  friend bool operator==(const Bits&, const Bits&) = default;

  /// Those of this many states that `belongs`.
  template <class Belongs> static Bits of(std::size_t size, const Belongs& belongs) {
    Bits bits(size);
    for (std::size_t w = 0; w < bits.words(); ++w) {
      std::uint64_t word = 0;
      for (std::size_t s = 64 * w; s < std::min(64 * w + 64, size); ++s)
        word |= std::uint64_t{belongs(s)} << s % 64;
      bits.setWord(w, word);
    }
    return bits;
  }

private:
  std::size_t size_;
  std::vector<std::uint64_t> words_;
};

class StateSets {
public:
  StateSet keep(Bits bits);
  const Bits& operator[](StateSet set) const { return sets_[set.handle]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(sets_.size()); }
  /// Frees the sets kept last, until this many are left.
  void shrink(std::uint32_t size);

private:
  std::vector<Bits> sets_;
  std::vector<std::uint64_t> hashes_;
  std::unordered_multimap<std::uint64_t, std::uint32_t> byHash_;
};

} // namespace stasis::stability
