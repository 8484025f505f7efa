// What every form of the answer says in the same words.
#include "report/ask/questions.h"
#include "report/telling/move_words.h"
#include "report/telling/numbers.h"

#include <fmt/format.h>

#include <cmath>

namespace stasis::report {

using analysis::AskedOutcome;
using analysis::Way;

std::string outcomeWords(const QuestionsView& view, const AskedOutcome& outcome) {
  switch (outcome.kind) {
  case AskedOutcome::Kind::state: return markAndTitle(view.engine, outcome.state);
  case AskedOutcome::Kind::some: return "some equilibrium with " + outcome.text;
  case AskedOutcome::Kind::all: return "every equilibrium with " + outcome.text;
  }
  return {};
}

std::vector<std::string> sharesIf(const QuestionsView& view, const analysis::PointWorth& worth) {
  std::vector<std::string> all;
  for (std::size_t o = 0; o < worth.bitsBy.size(); ++o)
    if (worth.bitsBy[o] > analysis::leastBits)
      all.push_back(fmt::format("{}: {} if yes, {} if no", outcomeWords(view, view.question.outcomes[o]),
                                percent(worth.yes.shares[o]), percent(worth.no.shares[o])));
  return all;
}

std::string nothingToAsk(const QuestionsView& view) {
  return view.answer.points.empty()
             ? "Nothing is open: no line is marked `perhaps`, no pair `unsure`. --orders and --assumptions "
               "ask "
               "whether lines stand in the right order, and whether those without a source are so."
             : "No answer to an open point, on its own, says anything about it.";
}

double shareOf(const analysis::ExactShare& share) { return mpq_class(share.held, share.of).get_d(); }

std::string percent(double share) {
  const double tenths = std::round(share * 1000);
  if (share > 0 && tenths == 0)
    return "<0.1 %";
  if (share < 1 && tenths == 1000)
    return ">99.9 %";
  return fmt::format("{:g} %", tenths / 10);
}

std::vector<std::string> howSolved(const QuestionsView& view, const Look& look) {
  const auto& answer = view.answer;
  const std::string readings =
      answer.count ? counted(look, *answer.count, "reading") : "more readings than are counted";
  const auto solved = static_cast<unsigned long>(answer.solved);
  std::vector<std::string> all;
  std::string first =
      counted(look, static_cast<unsigned long>(answer.points.size()), "open point") + ", " + readings;
  switch (answer.way) {
  case Way::singly:
    all.push_back(first + (answer.stopped ? fmt::format(", of which {} were solved", grouped(look, solved))
                           : answer.count == stability::Count(1) ? ", solved"
                                                                 : ", each of them solved"));
    break;
  case Way::jointly: all.push_back(first + ", all of them solved at once"); break;
  case Way::sampled:
    all.push_back(first + fmt::format(", of which {} were drawn at random (seed {})", grouped(look, solved),
                                      view.question.seed));
    if (!view.question.sample)
      all.push_back("Not solved exactly: " + answer.whyNotJointly);
    break;
  }
  if (answer.error)
    all.push_back(fmt::format("With probability {:g} every share is within {:.1f} points of the truth",
                              1 - analysis::doubtOfBound, 100 * *answer.error));
  if (answer.circles && *answer.circles > 0)
    all.push_back(counted(look, *answer.circles, "other answer") +
                  " would have some states liked in a circle, and " +
                  (*answer.circles == 1 ? "is left out" : "are left out"));
  return all;
}

} // namespace stasis::report
