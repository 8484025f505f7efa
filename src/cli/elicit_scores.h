#pragma once

// `elicit --from scores.csv`: a ranking from criteria and weights (exchange/criteria_table.h). A state is
// worth the sum of weight × value. From the best state down, a state is in the class of the one before it if
// its worth is within --tolerance of the best of that class.

#include "analysis/elicit/pair_answers.h"
#include "analysis/elicit/stakes.h"
#include "cli/verb.h"

#include <optional>

namespace stasis::cli {

class Console;

/// Neighbours of the ranking as answers. None (and said, where it stands) if the table is wrong: a state
/// twice, not known or missing, a cell that is no number, a weight for no criterion.
std::optional<analysis::PairAnswers> answersFromScores(const Arguments& arguments, stability::Engine& engine,
                                                       const analysis::Stakes& stakes, Console& console);

} // namespace stasis::cli
