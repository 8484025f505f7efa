#pragma once

// The number of strict rankings, of all n! of a party's states, that meet a stability condition. Only the
// states that occur in the condition matter. If there are m of them besides s, then k! (m-k)! of the (m+1)!
// rankings of these have a given set of k below s and the others above. So
//
//   share = Σ_k N_k · k! (m-k)! / (m+1)!      N_k: sets of k states that meet the condition
//
// N is computed as a polynomial. States that always occur together count as one, and so do alternatives in
// the same clauses (this alone counts GMR and SEQ in option form, at any size). Parts without a common state
// are multiplied. The rest is split by cases. The result is exact; the count gives up when the work exceeds
// the effort. Tested against all rankings.

#include "analysis/invert/stability_condition.h"

#include <gmpxx.h>

#include <optional>

namespace stasis::analysis {

struct CountEffort {
  std::size_t states = 4096;      ///< the most that may occur
  std::size_t words = 40'000'000; ///< words of 64 bits multiplied, at most
};

/// The fraction of all rankings, in lowest terms; none if there is too much to count. Throws LimitReached.
std::optional<mpq_class> shareOfRankings(const StabilityCondition& condition, const CountEffort& effort,
                                         const stability::Errand& errand);

/// n!
mpz_class rankingsOf(std::size_t states);

} // namespace stasis::analysis
