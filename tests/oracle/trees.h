#pragma once

// MR_h and CMR_h (Zeng, Fang, Hipel & Kilgour 2006, 2007) as nested loops, one threshold state at a time:
//
//   C_0 true, D_0 false
//   C_k(x)  every y in R_i(x), for CMR in R+_i(x), is no better than s for i, or D_(k-1)(y)
//   D_k(y)  some z in R_H(y), for CMR in R+_H(y), is no better than s for i, and C_(k-1)(z)
//   s is stable iff C_h(s)
//
// Tested against published results in tests/stability/explicit/tree_stability_test.cpp.

#include "oracle/definitions.h"

#include <map>
#include <vector>

namespace stasis::oracle {

class Trees {
public:
  /// MR, or CMR.
  Trees(const Game& game, bool credible);

  /// The states stable for party i looking h moves ahead.
  Places stable(std::size_t h, std::size_t i) const;
  Places equilibria(std::size_t h) const;
  /// An h of each parity after which nothing changes any more, whatever the conflict: thresholds are held or
  /// not by each state, and each such verdict changes once.
  std::size_t lastEven() const { return 2 * game_.size() + 2; }
  std::size_t lastOdd() const { return 2 * game_.size() + 3; }

private:
  std::vector<std::vector<bool>> verdicts(std::size_t last, std::size_t i) const;

  const Game& game_;
  std::vector<std::vector<Places>> own_;    ///< by party and state
  std::vector<std::vector<Places>> others_; ///< by party and state: what the others bring about
  /// By party, as far as asked for: whether each state is stable, by h.
  mutable std::map<std::size_t, std::vector<std::vector<bool>>> verdicts_;
};

} // namespace stasis::oracle
