#pragma once

// What marks and names of a table mean, in a line each, below it: on a terminal, or with --legend.

#include "report/telling/look.h"
#include "stability/solution.h"

#include <string>

namespace stasis::report {

/// Marks, then the concepts solved.
std::string conceptLegend(const stability::Solution& solution, const Look& look);

/// One sentence in plain words: when a party stays under it.
std::string_view plainly(model::Concept concept_);

} // namespace stasis::report
