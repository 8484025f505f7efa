#pragma once

// A Conflict as `.conflict` text, in the layout of `stasis fmt`: header, sources, parties with their options,
// states, defines, constraints, named states, status quo, moves, what each party wants, expectations.
// Families are written together where their members are alike, and so are their preferences where they share
// the lines they came from. Lines are folded at 110 columns behind a comma or an operator.
//
// O(size of the text). Tested against: parse of the written text gives the same conflict, and writing that
// the same text, on random conflicts and on the gallery.

#include "language/words/expression_text.h"
#include "model/view.h"

#include <string>

namespace stasis::language {

std::string write(const model::Conflict& conflict, const model::Views& views = {});

} // namespace stasis::language
