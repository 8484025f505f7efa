#pragma once

// What the marks and names of a table mean, one line each, below the table: on a terminal, or with --legend.

#include "report/telling/look.h"
#include "stability/solution.h"

#include <string>
#include <vector>

namespace stasis::report {

/// First the marks, then the concepts solved.
std::string conceptLegend(const stability::Solution& solution, const Look& look);
/// Where a legend is wanted: an empty line, and what these concepts mean; else nothing.
std::string conceptsBelow(const std::vector<model::Concept>& concepts, const Look& look);

} // namespace stasis::report
