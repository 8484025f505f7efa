#pragma once

// What `play` prints: the current state, the moves by number, what others could answer, and the concepts
// under which a state holds. Also the transcript: the commands, with their effects as comments; it can be
// given to `play` again.

#include "analysis/explain/explanation.h"
#include "analysis/play/play.h"
#include "report/telling/look.h"

#include <string>
#include <vector>

namespace stasis::report {

/// Without being asked for more, at most this many moves are printed; the rest are counted.
inline constexpr std::size_t movesShown = 20;

std::string playState(stability::Engine& engine, const analysis::Play& play, const Look& look);
/// One line a move: `1  Iraq: take attack → 4 attack    better for Iraq (4th → 2nd)`.
std::string playMoves(stability::Engine& engine, const analysis::Play& play,
                      const std::vector<analysis::PlayMove>& moves, bool all, const Look& look);
/// `Iraq: take attack → 4 attack`.
std::string playStep(stability::Engine& engine, const analysis::Step& step, const Look& look);
/// What the others could do after a move, and which of these answers deter it.
std::string playAnswers(stability::Engine& engine, const analysis::Play& play, const analysis::PlayMove& move,
                        const Look& look);
/// `State 4 attack holds under GMR and SMR, not under Nash, SEQ and SSEQ.`
std::string playVerdict(stability::Engine& engine, const analysis::Explanation& verdict);

} // namespace stasis::report
