#pragma once

// What single changes do to an outcome: those that make it hold more firmly, or, where it holds by itself,
// those that end that; and how sure its verdict is over all of them.
//
// Tested by tests/robust/ways_test.cpp.

#include "analysis/robust/robustness.h"
#include "stability/standing.h"

#include <string>
#include <vector>

namespace stasis::report {

struct WayToHold {
  std::size_t variant = 0; ///< position among those of the answer
  stability::Standing then = stability::Standing::unknown;
};

/// As written; unknown unless Nash, SEQ and GMR were asked about.
stability::Standing standingOf(const analysis::Robustness& answer, std::size_t state);

/// Firmest first; of an outcome that holds by itself what leaves least of that first.
std::vector<WayToHold> waysOf(const analysis::Robustness& answer, std::size_t state);

/// The variants solved in which it holds at least as firmly; of one that does not hold, in which it does not
/// either.
std::size_t sureIn(const analysis::Robustness& answer, std::size_t state);

/// Behind `would`: `hold by itself`, `not hold`.
std::string wouldStand(stability::Standing standing);

} // namespace stasis::report
