#pragma once

// The tree of improvements from a state as SVG: columns by the number of moves, a state below the one it is
// first reached from, branches in the colour and dash pattern of their mover, equilibria framed twice. Lines
// that are no branches are thin. No fonts, scripts or links; colours are the page's (classes p0 to p7).

#include "analysis/paths/improvement_tree.h"
#include "stability/solution.h"

#include <string>

namespace stasis::report {

std::string treeSvg(stability::Engine& engine, const stability::Solution& solution,
                    const analysis::ImprovementTree& tree);
/// Which colour and pattern stands for whom.
std::string partyLegend(const model::Conflict& conflict);

} // namespace stasis::report
