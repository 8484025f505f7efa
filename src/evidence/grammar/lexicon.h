#pragma once

// What the model knows of a word by the hash of its form: which tags it is known to bear, and its row in the
// parser's table of words. Sorted by hash, found through a directory of the upper twelve bits. A few reads a
// look-up.

#include <cstdint>
#include <span>

namespace stasis::evidence::grammar {

struct Known {
  std::uint8_t ambiguity = 0; ///< class of tags; 0 for words that are not known
  std::uint16_t word = 0;     ///< from 1; 0 for words that are not known
};

class Lexicon {
public:
  static constexpr std::size_t buckets = 4096;

  Lexicon() = default;
  /// `directory` has buckets + 1 positions, never falling and none beyond the words; the lists are equally
  /// long.
  Lexicon(std::span<const std::uint16_t> directory, std::span<const std::uint32_t> hashes,
          std::span<const std::uint16_t> words, std::span<const std::uint8_t> ambiguity)
      : directory_(directory), hashes_(hashes), words_(words), ambiguity_(ambiguity) {}

  Known find(std::uint32_t hash) const {
    const std::size_t bucket = hash >> 20;
    for (std::size_t i = directory_[bucket]; i < directory_[bucket + 1]; ++i)
      if (hashes_[i] == hash)
        return {ambiguity_[i], words_[i]};
    return {};
  }

private:
  std::span<const std::uint16_t> directory_;
  std::span<const std::uint32_t> hashes_;
  std::span<const std::uint16_t> words_;
  std::span<const std::uint8_t> ambiguity_;
};

} // namespace stasis::evidence::grammar
