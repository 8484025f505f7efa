#pragma once

// Answers to `elicit` as text, a line each: of the question asked `1`, `2`, `=` (alike) or `?` (not known);
// of any two states (or statements) `war > peace`, `war ~ peace` (or `=`), `war ? peace`, by whatever names
// them. What follows `#` is a comment.

#include "analysis/elicit/next_question.h"
#include "analysis/elicit/pair_answers.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace stasis::cli {

/// The line without its comment and the space around it, a part of it.
std::string_view withoutComment(std::string_view line);

/// Reads an answer, or says why it is none.
struct ReadAnswer {
  std::optional<analysis::PairAnswer> answer;
  std::string problem;   ///< without a full stop
  std::string help;      ///< may be empty
  std::string_view at{}; ///< the words at fault, part of the text read; empty: all of it
};

/// `1`, `2`, `=` or `?`; none for any other word.
std::optional<analysis::PairAnswer> answerTo(const analysis::PairQuestion& question, std::string_view word);
/// The place that a text names, or why it names none.
struct NamedPlace {
  std::optional<analysis::Place> place;
  std::string problem;
  std::string help;
};
using NamePlace = std::function<NamedPlace(std::string_view)>;
/// `war > peace` and its like, each side named as `named` reads it.
ReadAnswer answerNamed(const NamePlace& named, std::string_view text);

} // namespace stasis::cli
