#pragma once

// A conflict as JSON (`stasis/conflict-2`), for programs that want the model and not its text: names
// resolved, families written out, conditions in the words of the modelling language. With checked citations,
// each cited passage as bytes of its source. Keys: docs/json.md; within the version they are only added.
//
// Reading takes version 1 as well. It puts the values together to the text of the modelling language and
// reads that, so that JSON means what the text means and its problems are the same, at the place of the
// value.
//
// O(size of the text), both ways. Tested by reading back a conflict with everything in it, random conflicts
// and the gallery; broken files by the places of their problems.

#include "evidence/citations.h"
#include "exchange/json_text.h"
#include "language/parse.h"
#include "model/conflict.h"

#include <string>

namespace stasis::exchange {

std::string conflictJson(const model::Conflict& conflict, const evidence::CheckedCitations* checked = nullptr,
                         const model::Views& views = {});

/// `tree` has `stasis/conflict-2` or `-1` in its root. Ranges are places in `source`, the JSON text.
language::Parsed readConflictJson(const JsonText& text, const language::SourceText& source);

} // namespace stasis::exchange
