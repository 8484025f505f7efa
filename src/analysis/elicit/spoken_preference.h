#pragma once

// Preferences that a party has spoken of, from a ledger: "would rather A than B", "A rather than B", "prefers
// A to B", "A is better than B". A and B are what the conflict names: a named state, or an option by its name
// or label. The longest name that stands in the words counts; where two are equally long, or none is there,
// the statement says nothing here.
//
//   a state rather than a state     one answer
//   an option rather than another   an answer for each two states that differ in these two options alone
//
// Any kind of statement may carry one; it must be asserted and not negated, and by the party (its name or
// label is that of the speaker or of whom the speaker speaks for). Cost: statements × names, and n² for two
// options. Tested by tests/elicit.

#include "analysis/elicit/pair_answers.h"
#include "analysis/elicit/stakes.h"
#include "evidence/ledger.h"

namespace stasis::analysis {

struct SpokenPreferences {
  std::vector<PairAnswer> answers;
  std::size_t statements = 0;       ///< that carry them
  std::vector<std::string> notUsed; ///< words of the party that prefer something the conflict does not name
};

SpokenPreferences spokenPreferences(const model::Conflict& conflict, const Stakes& stakes,
                                    const std::vector<evidence::LedgerEntry>& entries);

} // namespace stasis::analysis
