#include "stability/orbits/orbit_counts.h"

#include <bit>
#include <cmath>
#include <deque>

namespace stasis::stability {

namespace {

/// For numbers below 2^128: these need no allocation.
__extension__ using Wide = unsigned __int128;

void addProduct(Wide& sum, const Wide& a, const Wide& b) { sum += a * b; }
void addProduct(Count& sum, const Count& a, const Count& b) {
  mpz_addmul(sum.get_mpz_t(), a.get_mpz_t(), b.get_mpz_t());
}
void addProduct(Wide& sum, const Wide& a, std::uint64_t b) { sum += a * b; }
void addProduct(Count& sum, const Count& a, std::uint64_t b) {
  mpz_addmul_ui(sum.get_mpz_t(), a.get_mpz_t(), b);
}

void put(Wide& to, const Count& from) {
  to = (Wide{Count(from >> 64).get_ui()} << 64) | Wide{from.get_ui()}; // get_ui: the lowest 64 bits
}
void put(Count& to, const Count& from) { to = from; }

Count counted(const Wide& wide) {
  Count high = static_cast<unsigned long>(wide >> 64);
  return (high << 64) + static_cast<unsigned long>(wide);
}
Count counted(Count count) { return count; }

/// The numbers of ways to choose k of n, for all k of each n that is asked for.
template <class Number> class Ways {
public:
  const std::vector<Number>& of(std::size_t n) {
    return n < of_.size() && !of_[n].empty() ? of_[n] : make(n);
  }

private:
  const std::vector<Number>& make(std::size_t n) {
    if (of_.size() <= n)
      of_.resize(n + 1);
    for (unsigned long k = 0; k <= n; ++k) {
      Count count;
      mpz_bin_uiui(count.get_mpz_t(), n, k);
      put(of_[n].emplace_back(), count);
    }
    return of_[n];
  }

  std::deque<std::vector<Number>> of_; ///< a deque: entries stay in place when others are added
};

/// Sums over the digits of the first `blocks` blocks. Each combination of digits counts as often as its
/// histograms can be arranged. Choices are taken from the last: how many members make it, and in how many
/// ways these can be chosen from those who are left.
template <class Number, class Worth> class Sum {
public:
  Sum(const OrbitSpace& space, std::size_t blocks, const Worth& worth)
      : blocks_(space.blocks().begin(), space.blocks().begin() + static_cast<std::ptrdiff_t>(blocks)),
        worth_(worth) {}

  /// `worth` gives the worth of the k-th combination of digits.
  Count all() { return counted(from(0)); }

private:
  Number from(std::size_t block) {
    if (block == blocks_.size())
      return Number(static_cast<unsigned long>(worth_(position_++)));
    const std::size_t choices = blocks_[block].histograms->choices();
    Number sum = 0;
    add(sum, block, choices - 1, blocks_[block].members.size());
    return sum;
  }

  /// Adds what remains if this many members are left for the choices up to this one.
  void add(Number& sum, std::size_t block, std::size_t choice, std::size_t left) {
    if (choice == 0) {
      sum += from(block + 1);
      return;
    }
    const bool innermost = choice == 1 && block + 1 == blocks_.size();
    const std::vector<Number>& waysOf = ways_.of(left);
    for (std::size_t k = 0; k <= left; ++k) {
      if (innermost) {
        if (const std::uint64_t worth = worth_(position_++); worth != 0)
          addProduct(sum, waysOf[k], worth);
        continue;
      }
      Number rest = 0;
      add(rest, block, choice - 1, left - k);
      if (rest != 0)
        addProduct(sum, waysOf[k], rest);
    }
  }

  std::vector<OrbitBlock> blocks_;
  Ways<Number> ways_;
  const Worth& worth_;
  std::uint64_t position_ = 0;
};

/// No combination of digits may be worth 2^`bits` or more.
template <class Worth>
Count sumOf(const OrbitSpace& space, std::size_t blocks, double bits, const Worth& worth) {
  for (std::size_t b = 0; b < blocks; ++b)
    bits += static_cast<double>(space.blocks()[b].members.size()) *
            std::log2(static_cast<double>(space.blocks()[b].histograms->choices()));
  return bits < 127 ? Sum<Wide, Worth>(space, blocks, worth).all()
                    : Sum<Count, Worth>(space, blocks, worth).all();
}

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

Count statesIn(const OrbitSpace& space, const OrbitBits& bits, const Errand& errand) {
  const std::size_t blocks = space.blocks().size();
  if (space.own().members.size() > 1)
    return sumOf(space, blocks, 1, [&](std::uint64_t orbit) {
      checkAt(orbit, errand);
      return std::uint64_t{bitOf(bits, orbit)};
    });
  const std::uint64_t width = space.own().size();
  return sumOf(space, blocks - 1, mostOwnOptions + 1, [&](std::uint64_t row) {
    checkAt(row, errand);
    return bitsBetween(bits, row * width, width);
  });
}

Count sumOverRows(const OrbitSpace& space, const std::function<std::uint64_t(std::uint64_t)>& worth) {
  return sumOf(space, space.blocks().size() - 1, 2 * mostOwnOptions + 1, worth);
}

} // namespace stasis::stability
