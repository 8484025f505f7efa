#pragma once

// The syntax tree to a Conflict: names to ids, families written out, definitions in the order in which they
// rest on one another. Reports everything that is wrong with names and what they are used for; the conflict
// is only good where it reports no error.

#include "language/codes/problems.h"
#include "language/lexing/source_text.h"
#include "language/parsing/syntax.h"
#include "model/view.h"

namespace stasis::language {

struct Resolved {
  model::Conflict conflict;
  model::Views views;
};

/// `soundSoFar`: no error has been found in the text itself, so that what is missing is really missing.
Resolved resolve(const syntax::File& file, const SourceText& source, bool soundSoFar, Problems& problems);

} // namespace stasis::language
