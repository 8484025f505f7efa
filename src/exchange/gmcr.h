#pragma once

// Reads and writes the JSON files (`.gmcr`) of GMCR+, the program most analysts of graph models use.
//
// Infeasible conditions become constraints, written as an analyst would write them. Preference statements
// keep their order. A manual ranking becomes a ranking of numbered states; both programs number alike:
// options in the order of their decision makers, then feasible states in ascending binary value. If a
// decision maker does not see some states, its moves are listed, and what it does not see is its view.
// Options without a decision maker go to a party that never moves. Unknown keys are ignored; old key names
// are read.
//
// Format: read off files of GMCR+ 0.4 (Kinsara, Petersons, Hipel & Kilgour 2015). Reading is linear but for
// rankings and misperceptions, which need the feasible states. Tested against files written from published
// conflicts, on broken and odd files, and by writing and reading back random conflicts.

#include "exchange/state_table.h"
#include "exchange/written.h"
#include "language/lexing/source_text.h"
#include "language/parse.h"
#include "model/conflict.h"

namespace stasis::exchange {

/// Never throws on any bytes. Ranges, in diagnostics and in the conflict, are places in the JSON text.
language::Parsed readGmcr(const language::SourceText& source);

/// Uses the patterns and ranks of `states` only if preferences or the list of states cannot be written
/// without them. `states` is null if they do not fit; needing them is then an error.
Written writeGmcr(const model::Conflict& conflict, const StateTable* states);

} // namespace stasis::exchange
