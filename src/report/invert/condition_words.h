#pragma once

// A stability condition as people read it: `(2 ≻ 1 or 2 ≻ 4) and (2 ≻ 3 or 2 ≻ 6)`, states by number. What
// does not fit is counted: `1823 ≻ 1790, or 1823 ≻ one of 96 states`.

#include "analysis/invert/inversion.h"
#include "report/telling/look.h"

#include <string>

namespace stasis::report {

/// `iff …`; in full where it is short, else what it asks of each move.
std::string conditionWords(stability::Engine& engine, const analysis::PartyCondition& told, const Look& look);

/// For which moves it fails as written; empty where it does not, or where there is only one.
std::string notMetWords(stability::Engine& engine, const analysis::PartyCondition& told, const Look& look);

/// `240 of 720 rankings (33.3 %)`; only the share where the numbers are long; why not where it was not
/// counted.
std::string shareWords(stability::Engine& engine, const analysis::PartyCondition& told);

/// The same condition, whatever the concept.
bool sameCondition(const analysis::PartyCondition& a, const analysis::PartyCondition& b);

} // namespace stasis::report
