#include "stability/explicit/explicit_engine.h"
#include "stability/solution.h"
#include "support/option_shares.h"
#include "support/published.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

namespace stasis::stability {
namespace {

using model::Conflict;
using model::PartyId;
using E = model::Expression;

/// No constraints; every party wants its own options and none of the next party's.
Conflict free(std::size_t options, std::size_t parties) {
  Conflict c = support::optionShares(options, parties);
  for (std::size_t i = 0; i < parties; ++i) {
    model::Prioritised tiers;
    for (std::size_t o = 0; o < options; o += 2)
      tiers.tiers.push_back({{.wanted = E::option(model::OptionId((o + 3 * i) % options))}});
    c.parties[i].preference = tiers;
  }
  return c;
}

Limit limitOf(const Conflict& conflict, const EngineLimits& limits, const Errand& errand = {}) {
  try {
    const auto opened = openExplicit(conflict, limits, errand);
    opened.engine->stable(model::Concept::seq, PartyId(0));
  } catch (const LimitReached& reached) {
    return reached.limit();
  }
  ADD_FAILURE() << "no limit was reached";
  return Limit::interrupted;
}

TEST(ExplicitLimits, SayWhichTheyAre) {
  const Conflict conflict = free(16, 4);
  EXPECT_EQ(limitOf(conflict, {.maxStates = 65535}), Limit::states);
  EXPECT_EQ(limitOf(conflict, {.maxMemory = 1 << 20}), Limit::memory);
  Errand late;
  late.deadline = Errand::Clock::now();
  EXPECT_EQ(limitOf(conflict, {}, late), Limit::timeout);
  std::stop_source stop;
  stop.request_stop();
  Errand stopped;
  stopped.stop = stop.get_token();
  EXPECT_EQ(limitOf(conflict, {}, stopped), Limit::interrupted);
}

TEST(ExplicitLimits, ExactlyAsManyStatesAsAllowedAreTaken) {
  EXPECT_TRUE(openExplicit(free(10, 2), {.maxStates = 1024}, {}).engine);
}

TEST(ExplicitLimits, MovesWrittenDownHaveToFit) {
  Conflict conflict = free(14, 2);
  conflict.parties[0].moves.emplace(); // graph form: the 2^14 · 127 moves of the other party are written down
  EXPECT_EQ(limitOf(conflict, {.maxMemory = 8 << 20}), Limit::memory);
  EXPECT_TRUE(openExplicit(conflict, {}, {}).engine->traffic());
}

TEST(ExplicitLimits, SixtyThreeOptionsAreForTheSymbolicEngine) {
  const auto opened = openExplicit(free(63, 3), {}, {});
  EXPECT_FALSE(opened.engine);
  ASSERT_EQ(opened.diagnostics.size(), 1U);
  EXPECT_EQ(opened.diagnostics.front().code, "S0602");
}

// Stopped in the middle of a list of 2^20 states: it returns within a second, and reports what was finished.
TEST(ExplicitLimits, WorkEndsWithinASecondAndKeepsWhatWasFinished) {
  const Conflict conflict = free(20, 5);
  std::stop_source stop;
  Errand errand;
  errand.stop = stop.get_token();
  const auto opened = openExplicit(conflict, {}, errand, ExplicitWay::list);
  const StateSet nash = opened.engine->stable(model::Concept::nash, PartyId(0));
  Errand::Clock::time_point asked;
  std::jthread interrupter([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    asked = Errand::Clock::now();
    stop.request_stop();
  });
  const Solution solution = solve(*opened.engine, everyConcept());
  interrupter.join();
  EXPECT_LT(Errand::Clock::now() - asked, std::chrono::seconds(1));
  ASSERT_TRUE(solution.stopped);
  EXPECT_EQ(solution.stopped->limit, Limit::interrupted);
  EXPECT_EQ(solution.concepts.front().stable[0], std::optional(nash));
  EXPECT_EQ(opened.engine->count(opened.engine->feasible()), 1U << 20U);
  EXPECT_LE(opened.engine->list(nash, 3).size(), 3U);
}

// A cube finishes before a clock could be trusted, so it is stopped as soon as the second party begins.
TEST(ExplicitLimits, ACubeEndsWhereItIsStoppedAndKeepsWhatWasFinished) {
  const Conflict conflict = free(16, 4);
  std::stop_source stop;
  Errand errand;
  errand.stop = stop.get_token();
  errand.progress = [&](const Progress& p) {
    if (p.phase == "P2: GMR, SMR")
      stop.request_stop();
  };
  const auto opened = openExplicit(conflict, {}, errand, ExplicitWay::cube);
  const Solution solution = solve(*opened.engine, everyConcept());
  ASSERT_TRUE(solution.stopped);
  EXPECT_EQ(solution.stopped->limit, Limit::interrupted);
  EXPECT_TRUE(solution.find(model::Concept::nash)->stable[3]);
  EXPECT_TRUE(solution.find(model::Concept::gmr)->stable[0]);
  EXPECT_FALSE(solution.find(model::Concept::gmr)->stable[1]);
  EXPECT_EQ(opened.engine->count(opened.engine->feasible()), 1U << 16U);
}

TEST(ExplicitEngine, TellsHowFarItIs) {
  const Conflict conflict = free(8, 2);
  Errand errand;
  std::vector<Progress> told;
  errand.progress = [&](const Progress& p) { told.push_back(p); };
  const auto opened = openExplicit(conflict, {}, errand);
  solve(*opened.engine, everyConcept());
  ASSERT_FALSE(told.empty());
  EXPECT_TRUE(std::ranges::any_of(told, [](const auto& p) { return p.phase == "P2: SEQ, SSEQ"; }));
  EXPECT_TRUE(std::ranges::all_of(told, [](const auto& p) { return p.done < p.total; }));
}

TEST(ExplicitEngine, TakesOddConflicts) {
  const Conflict nobody; // one state, in which nothing is taken
  const auto opened = openExplicit(nobody, {}, {});
  EXPECT_EQ(opened.engine->count(opened.engine->equilibria(model::Concept::nash)), 1);

  Conflict idle = support::prisonersDilemma(); // a party that can do nothing, one that wants nothing
  idle.parties.push_back({.name = "Three", .firstOption = 2});
  idle.parties[0].preference = {};
  const auto engine = openExplicit(idle, {}, {}).engine;
  for (const auto& concept_ : model::concepts) {
    EXPECT_EQ(engine->count(engine->stable(concept_.id, PartyId(0))), 4);
    EXPECT_EQ(engine->count(engine->stable(concept_.id, PartyId(2))), 4);
  }
}

// 40 open options are 2^40 members, but nothing depends on them.
TEST(ExplicitEngine, AMergedStateOfManyMembersIsOneState) {
  Conflict conflict = free(42, 2);
  for (auto& party : conflict.parties)
    party.preference = {};
  conflict.parties[0].preference = model::Prioritised{.tiers = {{{.wanted = E::option(model::OptionId(0))}}}};
  model::Pattern merged(42, model::Choice::either);
  merged.set(model::OptionId(0), model::Choice::yes);
  merged.set(model::OptionId(1), model::Choice::no);
  conflict.listed.push_back({.name = "s1", .pattern = merged});
  conflict.listed.push_back({.name = "s2", .pattern = model::Pattern(42, model::Choice::no)});
  const auto opened = openExplicit(conflict, {}, {});
  ASSERT_TRUE(opened.engine);
  // P1 owns the options 0 to 20: from s2 it can take option 0, and the others are as s2 has them in some
  // member.
  EXPECT_EQ(opened.engine->list(opened.engine->stable(model::Concept::nash, PartyId(0)), 9),
            std::vector{merged});
}

} // namespace
} // namespace stasis::stability
