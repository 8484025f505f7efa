// Shares of drawn rankings against all rankings tried one by one.

#include "analysis/robust/drawn_rankings.h"
#include "analysis/states/open_engine.h"
#include "language/parse.h"
#include "oracle/definitions.h"
#include "oracle/open_points.h"
#include "support/random_conflict.h"
#include "support/random_marks.h"
#include "support/seeded.h"
#include "support/small_conflicts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace stasis::analysis {
namespace {

using model::Concept;
using model::Conflict;

struct Coverage {
  std::size_t within = 0;
  std::size_t shares = 0;
};

DrawnAnswer draw(const Conflict& conflict, DrawnQuestion question) {
  const stability::Errand errand;
  const auto engine = openEngine(conflict, {.engine = stability::EngineChoice::explicitly}, errand).engine;
  if (question.states.empty())
    question.states = engine->list(engine->feasible(), 64);
  return drawRankings(*engine, question, errand);
}

// Rankings with unsure pairs: what agrees with them are the readings that make no circle.
TEST(DrawnRankings, IntervalsHoldTheSharesOfAllReadings) {
  Coverage coverage;
  const support::Kind kind = support::small(support::Kind::anything(), 2, 2, 3);
  for (std::uint64_t seed = 0; coverage.shares < 400; ++seed) {
    support::SeededDice dice(seed);
    Conflict conflict = support::randomConflict(kind, dice);
    support::addMarks(conflict, dice);
    for (model::Option& option : conflict.options)
      option.doubt.reset(); // only rankings are drawn
    const std::size_t c = dice.roll(stability::everyConcept().size());
    DrawnQuestion question;
    question.concepts = {stability::everyConcept()[c]};
    question.keepTies = true;
    question.draws = 100;
    question.seed = seed;
    const auto readings = oracle::readingsOf(conflict, question.concepts[0], false, false);
    if (readings.points == 0 || readings.points > 5)
      continue;
    const auto drawn = draw(conflict, question);
    ASSERT_EQ(drawn.draws, 100U);
    for (std::size_t s = 0; s < drawn.states.size(); ++s) {
      oracle::Verdicts verdicts;
      for (const auto& reading : readings.all)
        verdicts.push_back(reading.equilibria.contains(drawn.states[s].letters()));
      const double share = oracle::share(readings, verdicts, {});
      const Interval& interval = drawn.intervals[s][0];
      ++coverage.shares;
      coverage.within += interval.low <= share && share <= interval.high ? 1 : 0;
      if (share == 0 || share == 1) {
        EXPECT_EQ(drawn.held[s][0], share == 0 ? 0U : 100U) << seed;
      }
    }
  }
  EXPECT_GE(static_cast<double>(coverage.within), 0.95 * static_cast<double>(coverage.shares));
}

// A has no preference: all 24 orders of the states agree with what it says. B ranks them.
TEST(DrawnRankings, WhoSaysNothingMayHaveAnyRanking) {
  const language::SourceText source("model", "conflict \"Open\"\nparty A\n  option a\nparty B\n  option b\n"
                                             "rank B\n  s4 > s1 > s2 > s3\nallow S0413\n");
  const Conflict conflict = *language::parse(source).conflict;
  DrawnQuestion question;
  question.concepts = stability::everyConcept();
  question.draws = 2000;
  const auto drawn = draw(conflict, question);
  EXPECT_EQ(drawn.open, 1U);
  std::vector<std::size_t> order{1, 2, 3, 4};
  std::vector<std::vector<double>> held(4, std::vector<double>(question.concepts.size()));
  do {
    Conflict ranked = conflict;
    model::Ranking ranking;
    for (const std::size_t s : order)
      ranking.classes.push_back({{model::StateRef::Kind::number, s, {}}});
    ranked.parties[0].preference = ranking;
    const oracle::Game game(ranked);
    for (std::size_t c = 0; c < question.concepts.size(); ++c)
      for (const auto s : game.equilibria(question.concepts[c]))
        held[s][c] += 1.0 / 24;
  } while (std::ranges::next_permutation(order).found);
  for (std::size_t s = 0; s < 4; ++s)
    for (std::size_t c = 0; c < question.concepts.size(); ++c) {
      const double share = static_cast<double>(drawn.held[s][c]) / static_cast<double>(drawn.draws);
      const double deviation = std::sqrt(held[s][c] * (1 - held[s][c]) / static_cast<double>(drawn.draws));
      EXPECT_NEAR(share, held[s][c], 4 * deviation + 1e-9) << s << ' ' << c;
    }
}

TEST(DrawnRankings, TheSameSeedGivesTheSameDrawsOnAnyNumberOfThreads) {
  support::SeededDice dice(5);
  const Conflict conflict = support::randomConflict(support::Kind::optionForm(), dice);
  DrawnQuestion question;
  question.concepts = {Concept::nash};
  question.draws = 50;
  const auto one = draw(conflict, question);
  question.threads = 3;
  EXPECT_EQ(draw(conflict, question).held, one.held);
}

} // namespace
} // namespace stasis::analysis
