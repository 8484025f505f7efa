#pragma once

// What one yes-or-no answer says of another, in bits (mutual information, Shannon 1948), counted over
// rankings drawn at random: a bit of each answer for each draw. Cost: a few words. Tested through
// next_question.h.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace stasis::analysis {

class DrawBits {
public:
  static constexpr std::size_t most = 192; ///< draws

  void set(std::size_t draw) { words_.at(draw / 64) |= std::uint64_t{1} << draw % 64; }
  std::size_t count() const { return common(*this); }
  std::size_t common(const DrawBits& other) const {
    std::size_t count = 0;
    for (std::size_t i = 0; i < words_.size(); ++i)
      count += static_cast<std::size_t>(std::popcount(words_[i] & other.words_[i]));
    return count;
  }

private:
  std::array<std::uint64_t, most / 64> words_{};
};

/// Of `all` draws `yes` say yes: the bits of doubt in all of them together.
double doubt(std::size_t yes, std::size_t all);

/// What an answer that is yes in `above` of `drawn` draws says of one that is yes in `yes`, in bits.
double bitsSaid(const DrawBits& answer, std::size_t above, const DrawBits& asked, std::size_t yes,
                std::size_t drawn);

} // namespace stasis::analysis
