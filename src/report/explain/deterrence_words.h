#pragma once

// Whether anything keeps a party from an improvement, as one sentence: an answer that others gain by giving,
// one that costs those who give it or brings them nothing, or none. What an answer costs is said of the very
// answer that is told.
//
// Tested by tests/explain/reasons_test.cpp.

#include "analysis/explain/explanation.h"
#include "analysis/paths/rules.h"

#include <string>

namespace stasis::report {

/// `choose “Go to court” and drop “Pump at night”`, by labels; `act` where nothing definite changes;
/// `move to “Open war”` where the move is listed and changes what others do.
std::string actWords(const model::Conflict& conflict, const analysis::Step& step);

/// `But then Iraq would choose “Attack”, which it gains by and which leaves Syria no gain.` Empty where no
/// concept was asked that has sanctions.
std::string deterrenceWords(const model::Conflict& conflict, const analysis::Rules& rules,
                            model::PartyId party, const analysis::ToldImprovement& improvement);

} // namespace stasis::report
