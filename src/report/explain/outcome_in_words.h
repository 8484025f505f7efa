#pragma once

// What an outcome is called in a table for people, a heading or a list to choose from: its label or name; of
// one that nobody has named, what would be different from the nearest that has a name, as a sentence says it:
// `Talks on neutral ground, but Ukraine would choose “Accept a settlement”`, `As today, but Upper would drop
// “Pump at night”`. Which is nearest is said by report/telling/outcome_name.h.
//
// Tested by tests/explain/leaving_test.cpp.

#include "model/conflict.h"

#include <string>

namespace stasis::report {

/// `Today`, `Today: As reported`; never empty.
std::string outcomeInWords(const model::Conflict& conflict, const model::Pattern& state);

/// `Ukraine would choose “A”; Russia would drop “B”`: what is otherwise in `state` than in `other`.
std::string differenceInWords(const model::Conflict& conflict, const model::Pattern& other,
                              const model::Pattern& state);

} // namespace stasis::report
