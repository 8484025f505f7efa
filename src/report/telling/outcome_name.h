#pragma once

// What an outcome is called where people read of it: its label or name, `status quo`, and where nobody has
// named it, the nearest outcome that has a name and what differs from it: `Talks on neutral ground + Ukraine:
// accept`, `status quo without Russia: strike`. The nearest has the fewest options that differ (of members of
// a family alike, once), of equals the first in the text (the status quo last). Beyond `mostDifferences`, or
// where more than one option more differs than is taken at all, the name would say less than what is done
// does. In running text `s12`, a place in a list, is no name.
//
// Tested by tests/telling/outcome_name_test.cpp.

#include "model/conflict.h"
#include "report/telling/party_words.h"

#include <string>

namespace stasis::report {

inline constexpr std::size_t mostDifferences = 4;

/// Never empty: as a last resort what is done. In running text parties and options go by their labels.
std::string outcomeName(const model::Conflict& conflict, const model::Pattern& state,
                        Called called = Called::name);

/// The same, empty where neither a name nor a near one is known.
std::string nameByDifference(const model::Conflict& conflict, const model::Pattern& state,
                             Called called = Called::name);

} // namespace stasis::report
