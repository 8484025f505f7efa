#pragma once

// A state that the file calls by its letters alone (`expect nash = YNY`) is kept among the named ones, under
// its letters. It has no name that anybody gave it: titles, lists of names and written text leave it out.

#include "model/conflict.h"

namespace stasis::model {

inline bool isLettered(const NamedState& state) {
  return state.label.empty() && state.name == state.state.letters();
}

} // namespace stasis::model
