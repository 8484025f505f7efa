#pragma once

// `elicit --from scores.csv`: a ranking from criteria and weights (exchange/criteria_table.h). A state is
// worth the sum of weight × value. From the best state down, a state is in the class of the one before it if
// its worth is within --tolerance of the best of that class.
//
// A tolerance that is no number from 0 on, and a weight that is none or of no criterion, are wrong usage;
// what is wrong in the table is said where it stands: a state twice, not known or missing, a cell that is no
// number.

#include "analysis/elicit/pair_answers.h"
#include "cli/verb.h"
#include "stability/engine.h"

#include <optional>

namespace stasis::cli {

class Console;

/// Neighbours of the ranking as answers, or (after a message) the status that says what is wrong.
struct Scores {
  std::optional<analysis::PairAnswers> answers;
  Exit status = Exit::done;
};
Scores answersFromScores(const Arguments& arguments, stability::Engine& engine,
                         const std::vector<model::Pattern>& states, Console& console);

} // namespace stasis::cli
