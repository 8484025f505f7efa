#pragma once

// What marks and names of a table mean, in a line each, below it: on a terminal, or with --legend.

#include "report/telling/look.h"
#include "stability/solution.h"

#include <string>

namespace stasis::report {

/// Marks, then the concepts solved.
std::string conceptLegend(const stability::Solution& solution, const Look& look);

} // namespace stasis::report
