#pragma once

// The question that a model's title or description asks, answered by the verdicts on outcomes. `Would a
// settlement hold?` names the definition `settlement`, and so the outcomes in which it is so; `Will the
// drivers strike?` an option. A question that names neither may name outcomes by words of their names. An
// answer says of these outcomes which hold, how, and which do not, and no more than that: what else the
// question may mean is not guessed.
//
// Tested by tests/brief/question_test.cpp.

#include "model/conflict.h"
#include "stability/standing.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::report {

struct ToTheQuestion {
  std::string text;                ///< empty if nothing is asked, or if the question names no outcome
  std::vector<std::string> points; ///< of several outcomes: how each holds, one below another after the text
  std::vector<std::string> told;   ///< the outcomes of which it speaks
  std::optional<model::Expression> about = {}; ///< the definition or the option that the question names
};

/// An outcome on the page, as it is called in a sentence, and how it holds, which is known.
struct ToldOutcome {
  std::string called;
  model::Pattern state;
  stability::Standing standing = stability::Standing::unknown;
};

ToTheQuestion toTheQuestion(const model::Conflict& conflict, const std::vector<ToldOutcome>& outcomes);

/// Whether the question names a single option, and no definition, that is chosen in one of these states only.
bool asksOfChoice(const model::Conflict& conflict, const model::Pattern& one, const model::Pattern& other);

} // namespace stasis::report
