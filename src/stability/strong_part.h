#pragma once

// What remains of a preference if only strong differences count: the lines marked `strongly`, or a ranking
// with the classes between two strong steps in one. Its ranks are the strong classes of the states.
//
// O(size of the preference). Tested by the engines' suites in tests/stability and tests/stability.

#include "model/preference.h"

namespace stasis::stability {

/// Nothing, if no difference is strong.
model::Preference strongPart(const model::Preference& preference);

} // namespace stasis::stability
