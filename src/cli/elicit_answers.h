#pragma once

// Answers to `elicit` as text, a line each: of the question asked `1`, `2`, `=` (alike) or `?` (not known);
// of any two states `war > peace`, `war ~ peace` (or `=`), `war ? peace`, states by whatever names them. What
// follows `#` is a comment.

#include "analysis/elicit/next_question.h"
#include "analysis/elicit/pair_answers.h"

#include <optional>
#include <string>
#include <string_view>

namespace stasis::cli {

/// The line without its comment and the space around it.
std::string withoutComment(std::string_view line);

/// Reads an answer, or says why it is none.
struct ReadAnswer {
  std::optional<analysis::PairAnswer> answer;
  std::string problem; ///< without a full stop
  std::string help;    ///< may be empty
};

/// `1`, `2`, `=` or `?`; none for any other word.
std::optional<analysis::PairAnswer> answerTo(const analysis::PairQuestion& question, std::string_view word);
/// `war > peace` and its like.
ReadAnswer answerNamed(stability::Engine& engine, const analysis::Stakes& stakes, std::string_view text);

} // namespace stasis::cli
