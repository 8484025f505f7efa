#pragma once

// A state that the file calls only by its letters (`expect nash = YNY`) is stored among the named states,
// under its letters. Nobody gave it a name: titles, lists of names and written text leave it out.

#include "model/conflict.h"

namespace stasis::model {

inline bool isLettered(const NamedState& state) {
  return state.label.empty() && state.name == state.state.letters();
}

} // namespace stasis::model
