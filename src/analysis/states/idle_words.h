#pragma once

// Words of a model that have no effect, or that will not last; `stasis check` shows them as warnings.
//
//   S0215  a definition that nothing in the file names
//   S0419  a direction that today's state makes void: the option is `irrevocable` and taken today, or
//          `unresumable` and not taken, so it can never change from today on
//   S0420  a state called by its number in a file that lists no states: one more option changes the number
//
// Cost: O(size of the conflict), and one state looked up for each number. Tested in
// tests/states/idle_words_test.cpp.

#include "language/codes/diagnostic.h"
#include "model/view.h"
#include "stability/engine.h"

namespace stasis::analysis {

language::Diagnostics idleWords(const model::Conflict& conflict, const model::Views& views = {});
/// S0420, one warning for the file; its fix writes names or letters for all numbers.
language::Diagnostics numbersAsNames(stability::Engine& engine);

} // namespace stasis::analysis
