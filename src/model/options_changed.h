#pragma once

// How many options are chosen otherwise in one pattern than in another. O(options).
// Tested in tests/model/options_changed_test.cpp.

#include "model/pattern.h"

#include <cstddef>

namespace stasis::model {

/// Both patterns are of the same conflict.
inline std::size_t optionsChanged(const Pattern& from, const Pattern& to) {
  std::size_t changed = 0;
  for (std::size_t o = 0; o < from.size(); ++o)
    changed += from[OptionId(o)] != to[OptionId(o)] ? 1 : 0;
  return changed;
}

} // namespace stasis::model
