#pragma once

// The part of `solve` that says what holds as each party sees the conflict: which states are hypergame
// equilibria, whose picture makes them so, who would be surprised. Empty without views.
// Tested by the sessions of tests/cli.

#include "report/solution/solution.h"

namespace stasis::report {

std::string hypergameText(const SolutionView& view, const Look& look);
std::string hypergameMarkdown(const SolutionView& view);

/// `Ukraine stays (Nash, SEQ); Russia does not see it`; empty if no picture changes the verdict.
std::string whosePicture(const model::Conflict& conflict, const analysis::StateByPictures& state);
/// One surprise as a sentence without its full stop.
std::string surpriseWords(stability::Engine& whole, const analysis::Surprise& surprise);

} // namespace stasis::report
