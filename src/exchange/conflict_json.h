#pragma once

// A conflict as JSON (`stasis/conflict-1`), for programs that want the model and not its text: names
// resolved, families written out, conditions in the words of the modelling language. With checked citations,
// each cited passage as bytes of its source. Keys: docs/json.md; within the version they are only added.
//
// O(size of the text). Tested by reading the text back, on a conflict with everything in it and random ones.

#include "evidence/citations.h"
#include "model/conflict.h"

#include <string>

namespace stasis::exchange {

std::string conflictJson(const model::Conflict& conflict,
                         const evidence::CheckedCitations* checked = nullptr);

} // namespace stasis::exchange
