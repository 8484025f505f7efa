#pragma once

// The orders of n things that keep a partial order (its linear extensions), counted, listed and drawn, each
// as likely as every other.
//
// Where the sets closed upwards are few (`mostClosedSets`), extensions are counted by dynamic programming
// over them, and drawn exactly by these counts. Otherwise a Markov chain draws: place p is chosen with
// probability proportional to p(n - p), and with a coin the things at p and p + 1 change places if the
// partial order lets them. After (n³ - n)/6 · ln(n²/4ε) steps the distribution is within ε of uniform in
// total variation (Bubley & Dyer 1999, by path coupling); ε is `mixingError`. Without any relation all orders
// are drawn by a shuffle. Tested against all permutations (tests/ask/linear_extensions_test.cpp).

#include "analysis/robust/draws.h"

#include <cstddef>
#include <optional>
#include <unordered_map>
#include <vector>

namespace stasis::analysis {

class LinearExtensions {
public:
  static constexpr std::size_t mostClosedSets = 1 << 16;
  static constexpr double mixingError = 1e-6;

  /// `above[i][j]`: i comes before j in every extension; transitive.
  explicit LinearExtensions(std::vector<std::vector<bool>> above);

  std::size_t size() const { return above_.size(); }
  /// None if the closed sets are too many.
  const std::optional<mpz_class>& count() const { return count_; }
  /// Whether each extension is drawn with exactly the same probability.
  bool isExact() const { return count_ || free_; }
  /// Steps of the chain for one draw; 0 if none is needed.
  double steps() const;

  /// Things in order, first to last.
  std::vector<std::size_t> draw(Draws& draws) const;
  /// All, in lexicographic order.
  std::vector<std::vector<std::size_t>> list() const;

private:
  using Set = std::uint64_t; ///< of the things that are placed
  bool mayFollow(std::size_t thing, Set placed) const {
    return (placed >> thing & 1U) == 0 && (before_[thing] & ~placed) == 0;
  }
  const mpz_class& countFrom(Set placed);
  std::vector<std::size_t> shuffled(Draws& draws) const;
  std::vector<std::size_t> byCounts(Draws& draws) const;
  std::vector<std::size_t> byChain(Draws& draws) const;
  std::vector<std::size_t> firstExtension() const;

  std::vector<std::vector<bool>> above_;
  std::vector<Set> before_; ///< by thing, up to 64
  bool free_ = true;        ///< no relation at all
  std::unordered_map<Set, mpz_class> counts_;
  std::optional<mpz_class> count_;
};

} // namespace stasis::analysis
