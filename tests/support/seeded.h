#pragma once

// A property held to random conflicts of fixed seeds, without rapidcheck: the failing seed is printed with
// its conflict, nothing shrinks. For tests of whole walks and pairs of files, where a conflict of another
// seed is no simpler, and for a test file that compiles in a third of the time.

#include "support/dice.h"
#include "support/random_conflict.h"

#include <gtest/gtest.h>

namespace stasis::support {

/// Calls `property(conflict)` (ASSERT_… inside) for so many conflicts, until one fails.
template <class Property> void forSeeds(std::uint64_t seeds, const Kind& kind, Property property) {
  for (std::uint64_t seed = 1; seed <= seeds && !testing::Test::HasFailure(); ++seed) {
    SeededDice dice(seed);
    const model::Conflict conflict = randomConflict(kind, dice);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + show(conflict));
    property(conflict);
  }
}

} // namespace stasis::support
