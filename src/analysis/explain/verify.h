#pragma once

// Checks whether a certificate holds, from the conflict and the certificate's text alone.
//
//   stable      its improvements are exactly R+_i(s), and each sanction is a legal sequence of the others
//               (nobody twice in a row; each step an improvement where the concept requires it) to a state
//               that is no better than s for the party; for SMR and SSEQ no move of the party from there is
//   not stable  the improvement is one, the set is exactly what the others can reach from it (walked again
//               here, with the last mover), and every member is better than s for the party, or for SMR and
//               SSEQ one of the party's moves from there is
//   SIM         stable: each improvement comes with improvements of others from the same state, which all at
//               once lead to a feasible state that is no better for the party; not stable: every combination
//               is tried again, and none does
//
// Uses only second_reading.h. Cost: the moves of every state visited. Tested by changing every field of
// certificates: whatever is still accepted is true by tests/oracle/.

#include "analysis/explain/certificate.h"
#include "stability/errand.h"

#include <string>
#include <vector>

namespace stasis::analysis {

struct Failure {
  std::string path; ///< `verdicts[3].improvements[0].sanction[1].to`
  std::string message;
};

struct Verification {
  std::size_t verdicts = 0;
  std::size_t held = 0;
  std::vector<std::string> notCertified; ///< paths of verdicts without a proof
  std::vector<Failure> failures;         ///< at most one for each claim, in order
};

/// Throws LimitReached.
Verification verify(const model::Conflict& conflict, const Certificate& certificate,
                    const stability::Errand& errand);

} // namespace stasis::analysis
