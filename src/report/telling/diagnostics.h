#pragma once

// Diagnostics for people and for programs: as a block with the line and a caret under the words concerned, as
// one line each (`file:line:column: error[S0203]: …`), or as JSON (`stasis/diagnostics-1`).

#include "language/codes/diagnostic.h"
#include "language/lexing/source_text.h"
#include "report/telling/look.h"

#include <string>

namespace stasis::report {

std::string diagnosticsText(const language::Diagnostics& diagnostics, const language::SourceText& source,
                            const Look& look);
std::string diagnosticsConcise(const language::Diagnostics& diagnostics, const language::SourceText& source);

/// `2 errors and 1 warning`; empty if there are none.
std::string diagnosticsSummary(const language::Diagnostics& diagnostics);

} // namespace stasis::report
