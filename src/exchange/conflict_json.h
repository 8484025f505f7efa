#pragma once

// A conflict as JSON (`stasis/conflict-1`), for programs that want the model and not its text: names
// resolved, families written out, conditions in the words of the modelling language.
//
// O(size of the text). Tested by the gallery: every conflict is written, and read by a JSON parser.

#include "model/conflict.h"

#include <string>

namespace stasis::exchange {

std::string conflictJson(const model::Conflict& conflict);

} // namespace stasis::exchange
