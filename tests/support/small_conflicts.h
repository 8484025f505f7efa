#pragma once

// Conflicts of a kind, so small that nested loops over all states, sequences and replies end soon.

#include "support/random_conflict.h"

namespace stasis::support {

/// Of `least` to `most` parties, who have at most so many options together.
inline Kind small(Kind kind, std::size_t least, std::size_t most, std::size_t options = 4) {
  kind.minParties = least;
  kind.maxParties = most;
  kind.maxOptions = options;
  return kind;
}

} // namespace stasis::support
