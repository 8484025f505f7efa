#pragma once

// Whether anything keeps a party from an improvement, as one sentence: an answer that others gain by, an
// answer that costs them something or brings them nothing, or no answer. The cost given is that of the answer
// shown.
//
// Tested by tests/explain/reasons_test.cpp.

#include "analysis/explain/explanation.h"
#include "analysis/paths/rules.h"

#include <string>

namespace stasis::report {

/// `choose “Go to court” and drop “Pump at night”`, by labels. `act` if nothing definite changes. `move to
/// “Open war”` if the move is listed and changes what others do.
std::string actWords(const model::Conflict& conflict, const analysis::Step& step);

/// `But then Iraq would choose “Attack”, which it gains by and which leaves Syria no gain.` Empty if no
/// concept with sanctions was asked for.
std::string deterrenceWords(const model::Conflict& conflict, const analysis::Rules& rules,
                            model::PartyId party, const analysis::ToldImprovement& improvement);

} // namespace stasis::report
