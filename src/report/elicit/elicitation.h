#pragma once

// What `elicit` shows and writes: the question, by what differs; the circle that an answer closes; what
// the party wants as lines of the modelling language, with the answers as comments; the answers as lines that
// can be given to `elicit` again; and all of it as JSON, `stasis/elicited-1`. States are compared, or
// statements about options (analysis/elicit/topics.h).

#include "analysis/elicit/next_question.h"
#include "analysis/elicit/pair_answers.h"
#include "analysis/elicit/topics.h"
#include "report/telling/look.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::report {

/// The lines that the result is written as.
enum class ElicitedForm : std::uint8_t {
  shorter, ///< statements where a list of them gives the order and is shorter to read
  rank,
  prefer, ///< statements where any list of them gives the order
};

struct ElicitationView {
  stability::Engine& engine;
  model::PartyId party;
  const std::vector<model::Pattern>& states; ///< all feasible ones; of too many, examples for statements
  const std::vector<model::Concept>& concepts;
  bool complete = false;
  const analysis::Topics* topics = nullptr; ///< places are their literals; null: places are states
  const analysis::PairAnswers& answers;
  std::optional<analysis::PairQuestion> next = {}; ///< none: nothing is left to ask
  /// Whether a state is an equilibrium under a concept: verdicts that the answers leave open.
  struct Open {
    analysis::Place state;
    model::Concept id;
  };
  std::vector<Open> open = {};
  ElicitedForm form = ElicitedForm::shorter;
};

/// `Question 3, at most 7 more. Which would Iraq rather have?` and a line for each of the two.
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

/// The lines of told_order.h under comments: what was asked, and each answer.
std::string elicitedLines(const ElicitationView& view);
/// The same for those who do not read the concepts: without the verdicts that are open.
std::string elicitedLinesInWords(const ElicitationView& view);
std::string elicitedJson(const ElicitationView& view);

/// As in the language: a state by its name, else its letters; a statement as it is written.
std::string placeInModel(const ElicitationView& view, analysis::Place place);
/// What would be answered to the question, shown by two states: `such as 1823 Peace rather than 1790 Talks`;
/// empty if no two states differ in nothing else. Of statements only.
std::string exampleOf(const ElicitationView& view);
/// `3 attack under SEQ`.
std::string openWords(const ElicitationView& view, const ElicitationView::Open& open);

} // namespace stasis::report
