#include "stability/orbits/orbit_counts.h"

#include <bit>

namespace stasis::stability {

namespace {

/// By number of a histogram, how many arrangements of the members it stands for.
std::vector<Count> multinomials(const Histograms& histograms) {
  std::vector<Count> factorials{1};
  for (unsigned long n = 1; n <= histograms.members(); ++n)
    factorials.emplace_back(factorials.back() * n);
  std::vector<Count> result(histograms.size());
  Histogram histogram = histograms.at(0);
  for (Count& count : result) {
    Count orders = 1;
    for (const std::uint32_t members : histogram)
      orders *= factorials[members];
    mpz_divexact(count.get_mpz_t(), factorials[histograms.members()].get_mpz_t(), orders.get_mpz_t());
    histograms.next(histogram);
  }
  return result;
}

/// Sums over the digits of the first `blocks` blocks; the last of them is the innermost loop.
class Sum {
public:
  Sum(const OrbitSpace& space, std::size_t blocks) {
    for (std::size_t b = 0; b < blocks; ++b)
      counts_.push_back(multinomials(*space.blocks()[b].histograms));
  }

  /// `worth` of the k-th combination of digits.
  template <class Worth> Count over(Worth worth) {
    if (counts_.empty())
      return static_cast<unsigned long>(worth(0));
    position_ = 0;
    return from(0, worth);
  }

private:
  template <class Worth> Count from(std::size_t block, Worth& worth) {
    Count sum = 0;
    if (block + 1 == counts_.size()) {
      for (const Count& count : counts_[block])
        if (const std::uint64_t w = worth(position_++); w != 0)
          mpz_addmul_ui(sum.get_mpz_t(), count.get_mpz_t(), w);
      return sum;
    }
    for (const Count& count : counts_[block])
      sum += count * from(block + 1, worth);
    return sum;
  }

  std::vector<std::vector<Count>> counts_; ///< by block
  std::uint64_t position_ = 0;
};

std::uint64_t bitsBetween(const OrbitBits& bits, std::uint64_t first, std::uint64_t count) {
  std::uint64_t held = 0;
  for (std::uint64_t at = first; at < first + count;) {
    const std::uint64_t taken = std::min<std::uint64_t>(64 - at % 64, first + count - at);
    const std::uint64_t word = bits[at / 64] >> at % 64;
    held += static_cast<std::uint64_t>(
        std::popcount(taken == 64 ? word : word & ((std::uint64_t{1} << taken) - 1)));
    at += taken;
  }
  return held;
}

} // namespace

Count statesInOrbit(const OrbitSpace& space, std::uint64_t orbit) {
  Count product = 1;
  for (const OrbitBlock& block : space.blocks()) {
    const Histogram histogram = block.histograms->at(block.digit(orbit));
    unsigned long seen = 0;
    for (const std::uint32_t members : histogram) {
      seen += members;
      Count ways;
      mpz_bin_uiui(ways.get_mpz_t(), seen, members);
      product *= ways;
    }
  }
  return product;
}

Count statesIn(const OrbitSpace& space, const OrbitBits& bits) {
  const std::size_t blocks = space.blocks().size();
  if (space.own().members.size() > 1)
    return Sum(space, blocks).over([&](std::uint64_t orbit) { return bitsBetween(bits, orbit, 1); });
  const std::uint64_t width = space.own().size();
  return Sum(space, blocks - 1).over([&](std::uint64_t row) {
    return bitsBetween(bits, row * width, width);
  });
}

Count sumOverRows(const OrbitSpace& space, const std::function<std::uint64_t(std::uint64_t)>& worth) {
  return Sum(space, space.blocks().size() - 1).over(worth);
}

} // namespace stasis::stability
