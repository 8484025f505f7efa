#pragma once

// A stability condition in words: `(2 ≻ 1 or 2 ≻ 4) and (2 ≻ 3 or 2 ≻ 6)`, with states by number. States that
// do not fit are counted: `1823 ≻ 1790, or 1823 ≻ one of 96 states`.

#include "analysis/invert/inversion.h"
#include "report/telling/look.h"

#include <string>

namespace stasis::report {

/// `iff …`: the whole condition if it is short, else what it asks of each move.
std::string conditionWords(stability::Engine& engine, const analysis::PartyCondition& told, const Look& look);

/// The moves for which it fails as written. Empty if it does not fail, or if there is only one move.
std::string notMetWords(stability::Engine& engine, const analysis::PartyCondition& told, const Look& look);

/// `240 of 720 rankings (33.3 %)`. Only the share if the numbers are long; the reason if they were not
/// counted.
std::string shareWords(stability::Engine& engine, const analysis::PartyCondition& told);

/// Whether the two conditions are the same; the concept may differ.
bool sameCondition(const analysis::PartyCondition& a, const analysis::PartyCondition& b);

} // namespace stasis::report
