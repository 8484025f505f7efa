// Questions against all readings tried one by one (tests/oracle/open_points.h).

#include "analysis/ask/joint_readings.h"
#include "analysis/ask/questions.h"
#include "analysis/ask/solved_readings.h"
#include "analysis/states/open_engine.h"
#include "language/parse.h"
#include "oracle/definitions.h"
#include "oracle/open_points.h"
#include "oracle/queries.h"
#include "support/random_conflict.h"
#include "support/random_marks.h"
#include "support/seeded.h"

#include <gtest/gtest.h>

#include <cmath>

namespace stasis::analysis {
namespace {

using model::Concept;
using model::Conflict;

constexpr std::size_t mostPoints = 5;

/// Odds behind some `perhaps`, some directions in doubt, and some citations.
void addDoubts(Conflict& c, support::Dice& dice) {
  const auto odds = [&]() -> std::optional<model::Odds> {
    if (dice.chance(1, 2))
      return std::nullopt;
    return model::Odds{static_cast<std::int64_t>(dice.roll(11)) * 100'000'000};
  };
  for (auto& option : c.options)
    if (!c.party(option.owner).moves && dice.chance(1, 4)) {
      option.direction = model::Direction::both;
      option.doubt = {dice.chance(1, 2) ? model::Direction::irrevocable : model::Direction::unresumable,
                      odds()};
    }
  if (c.sources.empty())
    c.sources.push_back({"report", "report.txt", {}, {}});
  for (auto& party : c.parties) {
    auto* said = std::get_if<model::Prioritised>(&party.preference);
    for (std::size_t t = 0; said != nullptr && t < said->tiers.size(); ++t) {
      const auto of = markOf(said->tiers[t]) == model::Mark::perhaps ? odds() : std::nullopt;
      for (auto& statement : said->tiers[t]) {
        statement.odds = of;
        if (dice.chance(1, 3))
          statement.because.push_back({model::SourceId(0), "words", {}, {}});
      }
    }
  }
}

struct Model {
  Conflict conflict;
  PointsAsked asked;
  Concept concept_ = Concept::nash;
};

std::optional<Model> randomModel(std::uint64_t seed) {
  support::SeededDice dice(seed);
  support::Kind kind = support::Kind::anything();
  kind.maxParties = 3;
  kind.maxOptions = 4;
  Model made{support::randomConflict(kind, dice), {}, {}};
  support::addMarks(made.conflict, dice);
  addDoubts(made.conflict, dice);
  made.asked = {dice.chance(1, 4), dice.chance(1, 4)};
  const auto classical = stability::everyConcept();
  made.concept_ = classical[dice.roll(classical.size())];
  const std::size_t points = openPoints(made.conflict, made.asked).size();
  if (points == 0 || points > mostPoints)
    return std::nullopt;
  return made;
}

/// Some states and one condition, some and all.
std::vector<AskedOutcome> outcomesOf(stability::Engine& engine, support::Dice& dice) {
  std::vector<AskedOutcome> outcomes;
  const auto states = engine.list(engine.feasible(), 64);
  for (int k = 0; k < 2; ++k)
    outcomes.push_back({AskedOutcome::Kind::state, states[dice.roll(states.size())], {}, {}});
  const auto query = std::make_shared<model::Query>(support::randomQuery(engine.conflict(), dice, 2));
  outcomes.push_back({AskedOutcome::Kind::some, {}, query, {}});
  outcomes.push_back({AskedOutcome::Kind::all, {}, query, {}});
  return outcomes;
}

/// By definition, in every reading: the condition asks of stability too, so each reading is judged anew.
std::vector<oracle::Verdicts> verdictsOf(const oracle::Readings& readings,
                                         const std::vector<AskedOutcome>& outcomes) {
  std::vector<oracle::Verdicts> all(outcomes.size());
  for (const auto& reading : readings.all) {
    const oracle::Game game(reading.conflict);
    for (std::size_t o = 0; o < outcomes.size(); ++o) {
      bool some = false;
      bool every = true;
      for (oracle::Place s = 0; s < game.size(); ++s)
        if (reading.equilibria.contains(game.feasible()[s].letters()) && outcomes[o].query) {
          const bool is = oracle::satisfies(game, reading.conflict, *outcomes[o].query, s);
          some = some || is;
          every = every && is;
        }
      all[o].push_back(outcomes[o].kind == AskedOutcome::Kind::state
                           ? reading.equilibria.contains(outcomes[o].state.letters())
                       : outcomes[o].kind == AskedOutcome::Kind::some ? some
                                                                      : every);
    }
  }
  return all;
}

void expectWorth(const PointWorth& told, const oracle::Readings& readings,
                 const std::vector<oracle::Verdicts>& verdicts, const oracle::Known& known) {
  EXPECT_NEAR(told.bits, oracle::bits(readings, verdicts, known, told.point), 1e-9);
  for (const bool answer : {true, false}) {
    oracle::Known more = known;
    more.emplace_back(told.point, answer);
    const Shares& shares = answer ? told.yes : told.no;
    for (std::size_t o = 0; o < verdicts.size(); ++o) {
      const double share = oracle::share(readings, verdicts[o], more);
      EXPECT_EQ(shares.any, !std::isnan(share));
      if (shares.any) {
        EXPECT_NEAR(shares.shares[o], share, 1e-12);
      }
    }
  }
}

/// The best of the points that are not known.
double mostBits(const oracle::Readings& readings, const std::vector<oracle::Verdicts>& verdicts,
                const oracle::Known& known) {
  double most = 0;
  for (std::size_t j = 0; j < readings.points; ++j)
    if (known.empty() || known.front().first != j)
      most = std::max(most, oracle::bits(readings, verdicts, known, j));
  return most;
}

void compare(const Model& made, std::uint64_t seed) {
  const stability::Errand errand;
  const auto engine =
      openEngine(made.conflict, {.engine = stability::EngineChoice::explicitly}, errand).engine;
  ASSERT_TRUE(engine);
  support::SeededDice dice(seed + 1);
  AskQuestion question;
  question.concept_ = made.concept_;
  question.outcomes = outcomesOf(*engine, dice);
  question.points = made.asked;
  question.limits.engine = stability::EngineChoice::explicitly;
  const Questions told = questions(*engine, question, errand);
  ASSERT_FALSE(told.stopped);
  const auto readings =
      oracle::readingsOf(made.conflict, made.concept_, made.asked.orders, made.asked.assumptions);
  const auto verdicts = verdictsOf(readings, question.outcomes);
  ASSERT_EQ(told.points.size(), readings.points);
  EXPECT_EQ(told.way, Way::singly);
  EXPECT_EQ(*told.count, readings.all.size());
  EXPECT_EQ(*told.circles, readings.circles);
  for (std::size_t o = 0; o < verdicts.size(); ++o)
    EXPECT_NEAR(mpq_class(told.shares[o].held, told.shares[o].of).get_d(),
                oracle::share(readings, verdicts[o], {}), 1e-12);
  for (const PointWorth& worth : told.worth)
    expectWorth(worth, readings, verdicts, {});
  const double most = mostBits(readings, verdicts, {});
  ASSERT_EQ(told.ranking.empty(), most <= leastBits);
  if (told.ranking.empty())
    return;
  EXPECT_NEAR(told.worth[told.ranking.front()].bits, most, 1e-8);
  ASSERT_EQ(told.then.size(), 2U);
  for (const Next& next : told.then) {
    const oracle::Known known{{told.ranking.front(), next.after}};
    if (std::isnan(oracle::share(readings, verdicts[0], known)))
      continue;
    const double best = mostBits(readings, verdicts, known);
    ASSERT_EQ(next.best.has_value(), best > leastBits);
    if (next.best) {
      EXPECT_NEAR(next.best->bits, best, 1e-8);
      expectWorth(*next.best, readings, verdicts, known);
    }
  }
}

TEST(Questions, EqualAllReadingsTriedOneByOne) {
  std::size_t models = 0;
  for (std::uint64_t seed = 0; models < 2000; ++seed)
    if (const auto made = randomModel(seed)) {
      ++models;
      compare(*made, seed);
      ASSERT_FALSE(HasFailure()) << seed << '\n' << support::show(made->conflict);
    }
}

TEST(Questions, AllReadingsAtOnceCountAsOneByOne) {
  std::size_t models = 0;
  const stability::Errand errand;
  for (std::uint64_t seed = 0; models < 250; ++seed) {
    const auto made = randomModel(seed);
    if (!made)
      continue;
    const auto engine =
        openEngine(made->conflict, {.engine = stability::EngineChoice::explicitly}, errand).engine;
    const Conflict conflict = withNamedStates(*engine);
    const Readings readings(conflict, openPoints(conflict, made->asked));
    support::SeededDice dice(seed + 1);
    SolvedQuestion question{made->concept_, outcomesOf(*engine, dice), {}, 1};
    if (!JointReadings::whyNot(readings, question).empty())
      continue;
    ++models;
    JointReadings jointly(readings, question, engine->list(engine->feasible(), 1).front(), errand);
    auto singly = SolvedReadings::all(readings, question, 1, errand);
    std::vector<Answers> asked{{}};
    for (std::size_t j = 0; j < readings.points().size(); ++j)
      for (const bool yes : {true, false}) {
        asked.push_back({{j, yes}});
        asked.push_back({{j, yes}, {(j + 1) % readings.points().size(), !yes}});
      }
    for (const Answers& answers : asked) {
      const Tally a = jointly.tally(answers);
      const Tally b = singly.tally(answers);
      ASSERT_EQ(a.all, b.all) << seed << '\n' << support::show(made->conflict);
      ASSERT_EQ(a.held, b.held) << seed << '\n' << support::show(made->conflict);
    }
  }
}

Conflict read(const std::string& text) {
  const language::SourceText source("model", text);
  auto parsed = language::parse(source);
  EXPECT_TRUE(parsed.conflict) << text;
  return std::move(*parsed.conflict);
}

const std::string twoParties = "conflict \"Two\"\nparty A\n  option a\nparty B\n  option b\n";

Questions asked(const Conflict& conflict, const std::string& state, AskQuestion question = {}) {
  const stability::Errand errand;
  const auto engine = openEngine(conflict, {}, errand).engine;
  if (!state.empty())
    question.outcomes.push_back({AskedOutcome::Kind::state, *model::Pattern::parse(state), {}, {}});
  return questions(*engine, question, errand);
}

// B does not want b; A does not want a, if it holds that line: NN is the equilibrium then, else YN is one
// too.
TEST(Questions, OneOpenLineIsWorthAllThatIsOpen) {
  const auto told = asked(read(twoParties + "prefer A\n  perhaps not a\nprefer B\n  not b\n"), "YN");
  ASSERT_EQ(told.points.size(), 1U);
  EXPECT_EQ(mpq_class(told.shares[0].held, told.shares[0].of), mpq_class(1, 2));
  EXPECT_NEAR(told.open, 1, 1e-12);
  EXPECT_NEAR(told.worth[0].bits, 1, 1e-12);
  EXPECT_FALSE(told.then[0].best || told.then[1].best);
}

// The same, and the line is held three times in four.
TEST(Questions, OddsWeighTheAnswers) {
  const auto told = asked(read(twoParties + "prefer A\n  perhaps 0.75 not a\nprefer B\n  not b\n"), "YN");
  ASSERT_EQ(told.points.size(), 1U);
  EXPECT_EQ(told.shares[0].held * 4, told.shares[0].of);
  EXPECT_NEAR(told.open, 0.25 * 2 + 0.75 * std::log2(4.0 / 3), 1e-12);
  EXPECT_NEAR(told.worth[0].bits, told.open, 1e-12);
  EXPECT_NEAR(told.worth[0].yes.odds, 0.75, 1e-12);
  EXPECT_FALSE(told.then[0].best || told.then[1].best);
}

TEST(Questions, WhatAFamilySharesIsOnePoint) {
  const auto conflict = read("conflict \"Family\"\nparties F of P, Q\n  option x perhaps irrevocable\n"
                             "prefer each F\n  perhaps self.x\n  not any of F.x\n");
  const auto points = openPoints(conflict, {true, true});
  ASSERT_EQ(points.size(), 4U); // the line, the direction, the order of the two lines, the second line
  for (const Point& point : points)
    EXPECT_EQ(point.parties.size(), 2U);
  EXPECT_EQ(points[1].options.size(), 2U);
}

TEST(Questions, CirclesAreCountedAndLeftOut) {
  const auto conflict = read("conflict \"Circle\"\nparty A\n  option a\nparty B\n  option b\n"
                             "states\n  s1 N N\n  s2 Y N\n  s3 N Y\n  s4 Y Y\n"
                             "rank A\n  s1 > s2 > s3 > s4\nunsure A s1 ? s2, s2 ? s3, s1 ? s3\n"
                             "prefer B\n  b\n");
  const auto told = asked(conflict, "NN");
  EXPECT_EQ(*told.count, 6); // the orders of three states
  EXPECT_EQ(*told.circles, 2);
}

TEST(Questions, ASampleKeepsItsBound) {
  std::size_t within = 0;
  std::size_t shares = 0;
  for (std::uint64_t seed = 0; shares < 200; ++seed) {
    const auto made = randomModel(seed);
    if (!made)
      continue;
    AskQuestion question;
    question.concept_ = made->concept_;
    question.points = made->asked;
    const stability::Errand errand;
    const auto engine = openEngine(made->conflict, {}, errand).engine;
    question.outcomes = {{AskedOutcome::Kind::state, engine->list(engine->feasible(), 1).front(), {}, {}}};
    const auto exact = questions(*engine, question, errand);
    question.sample = 200;
    question.seed = seed;
    const auto drawn = questions(*engine, question, errand);
    EXPECT_EQ(drawn.way, Way::sampled);
    EXPECT_EQ(drawn.solved, 200U);
    EXPECT_NEAR(*drawn.error, std::sqrt(std::log(2 / doubtOfBound) / 400), 1e-12);
    const auto of = [](const Questions& q) { return mpq_class(q.shares[0].held, q.shares[0].of).get_d(); };
    ++shares;
    within += std::abs(of(exact) - of(drawn)) <= *drawn.error ? 1 : 0;
  }
  EXPECT_GE(within, 190U); // 95 % by the bound, which is wide
}

TEST(Questions, ALimitKeepsWhatIsFinished) {
  stability::Errand errand;
  const auto conflict = read(twoParties + "prefer A\n  perhaps not a\nprefer B\n  not b\n");
  const auto engine = openEngine(conflict, {}, errand).engine;
  errand.deadline = stability::Errand::Clock::now();
  AskQuestion question;
  question.outcomes = {{AskedOutcome::Kind::state, *model::Pattern::parse("NN"), {}, {}}};
  const auto told = questions(*engine, question, errand);
  ASSERT_TRUE(told.stopped);
  EXPECT_EQ(told.stopped->limit, stability::Limit::timeout);
  EXPECT_TRUE(told.shares.empty());
}

} // namespace
} // namespace stasis::analysis
