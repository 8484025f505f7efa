#pragma once

// Words of a model that do nothing, or that will not last; `stasis check` shows them as warnings.
//
//   S0215  a definition that nothing in the file names
//   S0419  a direction that today's state makes void: the option is `irrevocable` and taken today, or
//          `unresumable` and not taken, so from today on it can never change
//
// Cost: O(size of the conflict). Tested in
// tests/states/idle_words_test.cpp.

#include "language/codes/diagnostic.h"
#include "model/conflict.h"

namespace stasis::analysis {

language::Diagnostics idleWords(const model::Conflict& conflict);

} // namespace stasis::analysis
