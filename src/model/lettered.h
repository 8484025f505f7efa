#pragma once

// A state that the file calls only by its letters (`expect nash = YNY`) is stored among the named states,
// under its letters. Nobody gave it a name: titles, lists of names and written text leave it out.

#include "model/conflict.h"

#include <algorithm>

namespace stasis::model {

inline bool isLettered(const NamedState& state) {
  return state.label.empty() && state.name == state.state.letters();
}

/// The name that somebody gave this state; null if there is none.
inline const NamedState* namedAs(const Conflict& conflict, const Pattern& state) {
  const auto found = std::ranges::find_if(
      conflict.named, [&](const NamedState& named) { return named.state == state && !isLettered(named); });
  return found == conflict.named.end() ? nullptr : &*found;
}

} // namespace stasis::model
