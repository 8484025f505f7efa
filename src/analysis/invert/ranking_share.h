#pragma once

// How many of all n! strict rankings of a party's states meet a stability condition. Only the states that
// occur in it matter: with m of them beside s, a set of k lies below s, and the others above, in k! (m-k)! of
// the (m+1)! rankings of these. So
//
//   share = Σ_k N_k · k! (m-k)! / (m+1)!      N_k: sets of k states that meet the condition
//
// N is worked out as a polynomial. States that always occur together are counted as one, and so are
// alternatives that stand in the same clauses (which counts GMR and SEQ in option form outright, at any
// size); parts without a state in common are multiplied; what is left is split by cases. Exact; given up
// where the work passes the effort. Tested against all rankings.

#include "analysis/invert/stability_condition.h"

#include <gmpxx.h>

#include <optional>

namespace stasis::analysis {

struct CountEffort {
  std::size_t states = 4096;      ///< that occur, at most
  std::size_t words = 40'000'000; ///< multiplied, of 64 bits
};

/// The part of all rankings, in lowest terms; none where it is too much to count. Throws LimitReached.
std::optional<mpq_class> shareOfRankings(const StabilityCondition& condition, const CountEffort& effort,
                                         const stability::Errand& errand);

/// n!
mpz_class rankingsOf(std::size_t states);

} // namespace stasis::analysis
