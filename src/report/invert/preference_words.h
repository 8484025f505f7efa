#pragma once

// A change of a preference in the party's own words, with what is cited for them.

#include "analysis/invert/preference_change.h"
#include "stability/engine.h"

#include <string>
#include <vector>

namespace stasis::report {

struct ToldChange {
  std::string change; ///< "drop `attack` (2nd of 4)"
  /// What is cited against the change: for the statement that is dropped, negated or moved down, and for
  /// those it is moved above.
  std::vector<const model::Citation*> because;
  bool stated = true; ///< false for a ranking, where nothing can be cited
};

/// Other changes of the same statement: "drop `attack` (2nd of 4), turn it into `not attack`, or put it above
/// `a` or `b`, or last".
ToldChange alternativesInWords(stability::Engine& engine, model::PartyId party,
                               const std::vector<analysis::PreferenceChange>& changes);

/// Exchanges of a ranking that lift the same class share a text.
std::vector<ToldChange> changeWords(stability::Engine& engine, model::PartyId party,
                                    const std::vector<analysis::PreferenceChange>& changes);

/// `report: "the words"`.
std::string citedWords(const model::Conflict& conflict, const model::Citation& citation);

/// A statement in the language, a class by its states, or a weight by its option.
std::string itemWords(stability::Engine& engine, model::PartyId party, std::size_t item,
                      bool negated = false);

} // namespace stasis::report
