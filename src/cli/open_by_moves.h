#pragma once

// Opens a model for a verb that may ask about Nash, GMR and SMR alone, and about no single move
// (analysis/states/open_by_moves.h).

#include "cli/model_file.h"

namespace stasis::cli {

/// Whether the concept is Nash, GMR or SMR.
bool isJudgedByMoves(model::Concept id);
/// Whether an expression for `--where` asks of no other. One that cannot be read asks of none.
bool asksOnlyByMoves(const std::string& expression, const model::Conflict& conflict);

/// Says whether the conflict that was read will be asked about Nash, GMR and SMR alone.
using OnlyByMoves = std::function<bool(const model::Conflict&)>;
/// As `openModel`.
Opening openModelFor(const OnlyByMoves& onlyByMoves, const std::string& path, const Arguments& arguments,
                     Console& console);

} // namespace stasis::cli
