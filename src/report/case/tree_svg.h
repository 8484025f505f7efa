#pragma once

// The tree of improvements from a state as SVG: columns by the number of moves, and a state below the one
// from which it is first reached. Branches have the colour and dash pattern of their mover; equilibria have a
// double frame. Links that are not branches are thin lines. No fonts, scripts or links; colours are the
// page's (classes p0 to p7).

#include "analysis/paths/improvement_tree.h"
#include "stability/solution.h"

#include <string>

namespace stasis::report {

/// `concepts`: beside the mark of each outcome, under which it is an equilibrium.
std::string treeSvg(stability::Engine& engine, const stability::Solution& solution,
                    const analysis::ImprovementTree& tree, bool concepts);
/// A legend of each party's colour and pattern.
std::string partyLegend(const model::Conflict& conflict);

} // namespace stasis::report
