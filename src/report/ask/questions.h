#pragma once

// The answer of `ask`: what to find out first, for people (text, Markdown, HTML) and for programs (JSON
// `stasis/questions-1`, CSV).

#include "analysis/ask/questions.h"
#include "report/ask/point_words.h"
#include "report/telling/look.h"

namespace stasis::report {

struct QuestionsView {
  stability::Engine& engine; ///< of the conflict as written
  const analysis::Questions& answer;
  const analysis::AskQuestion& question;
  const language::SourceText& source;
  bool chosen = false;   ///< the concept was not asked for: the strictest under which anything holds
  std::size_t limit = 5; ///< questions shown
  std::string next;      ///< a command that leads on; empty: none
};

std::string questionsText(const QuestionsView& view, const Look& look);
std::string questionsMarkdown(const QuestionsView& view);
std::string questionsHtml(const QuestionsView& view);
std::string questionsJson(const QuestionsView& view);
std::string questionsCsv(const QuestionsView& view);

/// `a settlement`, `some equilibrium satisfies settlement`: the outcome with its mark, as the table has it.
std::string outcomeWords(const QuestionsView& view, const analysis::AskedOutcome& outcome);
/// `settlement: 25 % if yes, 75 % if no`, for each outcome of which the point says something.
std::vector<std::string> sharesIf(const QuestionsView& view, const analysis::PointWorth& worth);
/// Part of the readings in which an outcome holds.
double shareOf(const analysis::ExactShare& share);
/// Why there is no question: nothing is open, or no answer alone says anything.
std::string nothingToAsk(const QuestionsView& view);
/// `41 %`; never rounded to nothing or all.
std::string percent(double share);
/// `16 readings, each solved`: how many readings there are, how they were solved, and what was left out.
std::vector<std::string> howSolved(const QuestionsView& view, const Look& look);

} // namespace stasis::report
