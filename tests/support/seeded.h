#pragma once

// Checks a property on random conflicts of fixed seeds, without rapidcheck. A failure prints the seed and its
// conflict; nothing shrinks. For tests of whole walks and pairs of files, where another seed would give no
// simpler conflict, and for test files that compile in a third of the time.

#include "support/dice.h"
#include "support/random_conflict.h"

#include <gtest/gtest.h>

namespace stasis::support {

/// Calls `property(conflict)` (ASSERT_… inside) for this many conflicts, until one fails.
template <class Property> void forSeeds(std::uint64_t seeds, const Kind& kind, Property property) {
  for (std::uint64_t seed = 1; seed <= seeds && !testing::Test::HasFailure(); ++seed) {
    SeededDice dice(seed);
    const model::Conflict conflict = randomConflict(kind, dice);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + show(conflict));
    property(conflict);
  }
}

} // namespace stasis::support
