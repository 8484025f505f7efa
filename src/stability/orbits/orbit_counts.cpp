#include "stability/orbits/orbit_counts.h"

#include <bit>
#include <map>

namespace stasis::stability {

namespace {

/// Ways to choose k of n, for all k of each n that is asked for.
class Ways {
public:
  const std::vector<Count>& of(std::size_t n) {
    std::vector<Count>& ways = of_[n];
    if (ways.empty()) {
      ways.resize(n + 1, 1);
      for (unsigned long k = 0; k < n; ++k) {
        ways[k + 1] = ways[k] * static_cast<unsigned long>(n - k);
        mpz_divexact_ui(ways[k + 1].get_mpz_t(), ways[k + 1].get_mpz_t(), k + 1);
      }
    }
    return ways;
  }

private:
  std::map<std::size_t, std::vector<Count>> of_;
};

/// Sums over the digits of the first `blocks` blocks, each worth as often as its histograms can be arranged.
/// Choice by choice from the last: how many make it, and in how many ways these can be chosen of who is left.
template <class Worth> class Sum {
public:
  Sum(const OrbitSpace& space, std::size_t blocks, Worth worth)
      : blocks_(space.blocks().begin(), space.blocks().begin() + static_cast<std::ptrdiff_t>(blocks)),
        worth_(std::move(worth)) {}

  /// `worth` of the k-th combination of digits.
  Count all() { return from(0); }

private:
  Count from(std::size_t block) {
    if (block == blocks_.size())
      return static_cast<unsigned long>(worth_(position_++));
    const std::size_t choices = blocks_[block].histograms->choices();
    Count sum;
    add(sum, block, choices - 1, blocks_[block].members.size());
    return sum;
  }

  /// What remains, with so many members left for the choices up to this one.
  void add(Count& sum, std::size_t block, std::size_t choice, std::size_t left) {
    if (choice == 0) {
      sum += from(block + 1);
      return;
    }
    const bool innermost = choice == 1 && block + 1 == blocks_.size();
    const std::vector<Count>& waysOf = ways_.of(left);
    for (std::size_t k = 0; k <= left; ++k) {
      const Count& ways = waysOf[k];
      if (innermost) {
        if (const std::uint64_t worth = worth_(position_++); worth != 0)
          mpz_addmul_ui(sum.get_mpz_t(), ways.get_mpz_t(), worth);
        continue;
      }
      Count rest;
      add(rest, block, choice - 1, left - k);
      if (rest != 0)
        mpz_addmul(sum.get_mpz_t(), ways.get_mpz_t(), rest.get_mpz_t());
    }
  }

  std::vector<OrbitBlock> blocks_;
  Ways ways_;
  Worth worth_;
  std::uint64_t position_ = 0;
};

std::uint64_t bitsBetween(const OrbitBits& bits, std::uint64_t first, std::uint64_t count) {
  std::uint64_t held = 0;
  for (std::uint64_t at = first; at < first + count;) {
    const std::uint64_t taken = std::min<std::uint64_t>(64, first + count - at);
    held += static_cast<std::uint64_t>(std::popcount(bitsFrom(bits, at, static_cast<std::size_t>(taken))));
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
    return Sum(space, blocks, [&](std::uint64_t orbit) { return std::uint64_t{bitOf(bits, orbit)}; }).all();
  const std::uint64_t width = space.own().size();
  return Sum(space, blocks - 1, [&](std::uint64_t row) { return bitsBetween(bits, row * width, width); })
      .all();
}

Count sumOverRows(const OrbitSpace& space, const std::function<std::uint64_t(std::uint64_t)>& worth) {
  return Sum(space, space.blocks().size() - 1, worth).all();
}

} // namespace stasis::stability
