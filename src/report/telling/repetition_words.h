#pragma once

// How the verdicts of limited moves go on: from which number of moves on they repeat, which alternate, and
// where ties leave it open what a party would do. Cost: lists of a few states. Tested by the sessions of
// tests/cli.

#include "report/telling/look.h"
#include "stability/repetition.h"

#include <string>
#include <vector>

namespace stasis::report {

/// Whole sentences.
std::vector<std::string> repetitionWords(stability::Engine& engine, const stability::Repetition& told,
                                         const Look& look);

} // namespace stasis::report
