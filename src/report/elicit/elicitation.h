#pragma once

// What `elicit` shows and writes: the question, told by what differs; the circle that an answer closes; what
// the party wants as lines of the modelling language, with the answers as comments; the answers as lines that
// can be given to `elicit` again; and all of it as JSON, `stasis/elicited-1`.

#include "analysis/elicit/next_question.h"
#include "analysis/elicit/pair_answers.h"
#include "report/telling/look.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::report {

struct ElicitationView {
  stability::Engine& engine;
  const analysis::Stakes& stakes;
  const std::vector<model::Concept>& concepts;
  bool complete = false;
  const analysis::PairAnswers& answers;
  std::optional<analysis::PairQuestion> next = {}; ///< none: nothing is left to ask
  std::vector<std::size_t> open = {};              ///< stakes on which the answers leave doubt
};

/// `Question 3, at most 7 more. Which would Iraq rather have?` and a line for each of the two states.
std::string questionText(const ElicitationView& view, const Look& look);
/// The numbered answers, and below them as 0 the one that closes the circle.
std::string circleText(const ElicitationView& view, const std::vector<std::size_t>& circle,
                       const analysis::PairAnswer& last);
/// `attacked > war`, as `elicit` reads it; states by name, else by letters.
std::string answerLine(const ElicitationView& view, const analysis::PairAnswer& answer);
/// `4 attack rather than 6 war`.
std::string answerWords(const ElicitationView& view, const analysis::PairAnswer& answer);
/// A comment that says whose answers these are, and a line for each.
std::string transcript(const ElicitationView& view);

/// `rank P` and, where something is not known, `unsure P`, under comments.
std::string elicitedLines(const ElicitationView& view);
std::string elicitedJson(const ElicitationView& view);

/// As in the language: its name, else its letters.
std::string stateInModel(const model::Conflict& conflict, const model::Pattern& state);
/// The lines `rank P …` and `unsure P …` alone, folded at 110 columns; at the end of each a line end.
std::string rankLines(const ElicitationView& view);
/// `3 attack under SEQ`: a stake.
std::string stakeWords(const ElicitationView& view, std::size_t stake);

} // namespace stasis::report
