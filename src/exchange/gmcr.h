#pragma once

// Conflicts of GMCR+, the program most analysts of graph models use: its `.gmcr` files, JSON, in and out.
//
// What the format says is said in the model: infeasible conditions become constraints, written as an analyst
// would; preference statements stay in their order; a manual ranking becomes one of numbered states (both
// programs number alike: options in the order of their decision makers, then feasible states in ascending
// binary value). A decision maker that does not see some states gets its moves listed outright, and options
// of no decision maker go to a party that never moves. Stray keys are passed over; old key names are known.
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

/// Of `states` the patterns and ranks are used, where the preferences or the list of states cannot be written
/// without: null if they do not fit, which is then an error that says so.
Written writeGmcr(const model::Conflict& conflict, const StateTable* states);

} // namespace stasis::exchange
