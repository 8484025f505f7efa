#pragma once

// What the model knows about a word, found by the hash of its form: the tags it is known to have, and its row
// in the parser's table of words. Sorted by hash; a directory of the upper twelve bits leads to the place. A
// look-up takes a few reads.

#include <cstdint>
#include <span>

namespace stasis::evidence::grammar {

struct Known {
  std::uint8_t ambiguity = 0; ///< class of tags; 0 for unknown words
  std::uint16_t word = 0;     ///< from 1; 0 for unknown words
};

class Lexicon {
public:
  static constexpr std::size_t buckets = 4096;

  Lexicon() = default;
  /// `directory` has buckets + 1 positions, which never decrease and stay within the words. The lists have
  /// equal lengths.
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
