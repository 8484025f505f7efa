#pragma once

// Words of a model that do nothing, or that will not last; `stasis check` shows them as warnings.
//
//   S0215  a definition that nothing in the file names
//   S0419  a direction that today's state makes void: the option is `irrevocable` and taken today, or
//          `unresumable` and not taken, so from today on it can never change
//
//   S0420  a state called by its number where the file lists none: one more option gives it another number
//
// Cost: O(size of the conflict), and one state looked up for each number. Tested in
// tests/states/idle_words_test.cpp.

#include "language/codes/diagnostic.h"
#include "stability/engine.h"

namespace stasis::analysis {

language::Diagnostics idleWords(const model::Conflict& conflict);
/// S0420, one warning for the file; its fix writes names, or letters, for all numbers.
language::Diagnostics numbersAsNames(stability::Engine& engine);

} // namespace stasis::analysis
