#pragma once

// Opens a model for a verb that asks of stability only. If it asks of nothing but Nash, GMR and SMR, the
// engine may be one that knows no others (analysis/states/open_by_moves.h).

#include "cli/model_file.h"

namespace stasis::cli {

/// Whether the concept is Nash, GMR or SMR.
bool isJudgedByMoves(model::Concept id);
/// Whether an expression for `--where` asks of no other. One that cannot be read asks of none.
bool asksOnlyByMoves(const std::string& expression, const model::Conflict& conflict);

/// Says of the conflict that was read whether no other stability, and no single move, will be asked of.
using OnlyByMoves = std::function<bool(const model::Conflict&)>;
/// As `openModel`.
Opening openModelFor(const OnlyByMoves& onlyByMoves, const std::string& path, const Arguments& arguments,
                     Console& console);

} // namespace stasis::cli
