#pragma once

// Opens a model for a verb that asks of stability only, never of single moves
// (analysis/states/open_by_moves.h).

#include "analysis/states/open_by_moves.h"
#include "cli/model_file.h"

namespace stasis::cli {

/// Whether the concept is Nash, GMR or SMR.
bool isJudgedByMoves(model::Concept id);
/// Whether an expression for `--where` asks of no other. One that cannot be read asks of none.
bool asksOnlyByMoves(const std::string& expression, const model::Conflict& conflict);

/// Says of the conflict that was read what will be asked of; none: single moves, too.
using Asking = std::function<std::optional<analysis::AskedOf>(const model::Conflict&)>;
/// As `openModel`.
Opening openModelFor(const Asking& asking, const std::string& path, const Arguments& arguments,
                     Console& console);

} // namespace stasis::cli
