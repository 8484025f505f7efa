#pragma once

// What people would call an outcome: its label or name, or `status quo`. If nobody has named it, the nearest
// outcome that has a name, with the difference: `Talks on neutral ground + Ukraine: accept`, `status quo
// without Russia: strike`. The nearest is the one from which the fewest options differ (members of a family
// that differ alike count once); among equals, the first in the text, with the status quo last. There is no
// such name if more than `mostDifferences` options differ, or at least two more than are taken in the state:
// listing what is done then says more. An outcome lends no name to one in which what its name speaks of is
// dropped: the dog is not trained without training. In running text `s12`, a place in a list, is no name.
//
// Tested by tests/telling/outcome_name_test.cpp.

#include "model/conflict.h"
#include "report/telling/party_words.h"

#include <string>

namespace stasis::report {

inline constexpr std::size_t mostDifferences = 4;

/// Never empty: the last resort is what is done. In running text parties and options have their labels.
std::string outcomeName(const model::Conflict& conflict, const model::Pattern& state,
                        Called called = Called::name);

/// The same, but empty if there is neither a name nor a near outcome that has one.
std::string nameByDifference(const model::Conflict& conflict, const model::Pattern& state,
                             Called called = Called::name);

} // namespace stasis::report
