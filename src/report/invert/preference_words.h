#pragma once

// A change of a preference told in the party's own words, with what is cited for them.

#include "analysis/invert/preference_change.h"
#include "stability/engine.h"

#include <string>
#include <vector>

namespace stasis::report {

struct ToldChange {
  std::string change; ///< "drop `attack` (2nd of 4)"
  /// What is cited against it: for the statement dropped, negated or moved down; for those it is moved above.
  std::vector<const model::Citation*> because;
  bool stated = true; ///< false: of a ranking, where nothing can be cited
};

/// Other changes of the same statement: "drop `attack` (2nd of 4), turn it into `not attack`, or put it above
/// `a` or `b`, or last".
ToldChange alternativesInWords(stability::Engine& engine, model::PartyId party,
                               const std::vector<analysis::PreferenceChange>& changes);

/// Exchanges of a ranking that lift the same class are told as one.
std::vector<ToldChange> changeWords(stability::Engine& engine, model::PartyId party,
                                    const std::vector<analysis::PreferenceChange>& changes);

/// `report: "the words"`.
std::string citedWords(const model::Conflict& conflict, const model::Citation& citation);

/// A statement as the language writes it; a class by its states; a weight by its option.
std::string itemWords(stability::Engine& engine, model::PartyId party, std::size_t item,
                      bool negated = false);

} // namespace stasis::report
