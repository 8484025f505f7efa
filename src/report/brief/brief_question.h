#pragma once

// The question that a model's title or description asks, answered by the verdicts on the outcomes it names.
// `Would a settlement hold?` names the outcomes in whose names the word `settlement` stands. An answer says
// of these outcomes which can hold and which cannot, and no more than that: what else the question may mean
// is not guessed.
//
// Tested by tests/brief/question_test.cpp.

#include "model/conflict.h"

#include <string>
#include <vector>

namespace stasis::report {

struct ToTheQuestion {
  std::string text;             ///< empty if nothing is asked, or if the question names no outcome
  std::vector<std::string> can; ///< of which it speaks
  std::vector<std::string> cannot;
};

/// `can` and `cannot` are outcomes as they are called in a sentence.
ToTheQuestion toTheQuestion(const model::Conflict& conflict, const std::vector<std::string>& can,
                            const std::vector<std::string>& cannot);

} // namespace stasis::report
