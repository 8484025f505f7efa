// What `brief` says about a state agrees with the definitions: its standing, each party's standing, that the
// answer given does deter, and that what is said to turn the verdict turns it.

#include "analysis/brief/brief.h"
#include "analysis/paths/paths.h"
#include "analysis/paths/rules.h"
#include "language/parse.h"
#include "oracle/open_oracle.h"
#include "oracle/oracle_engine.h"
#include "support/property.h"
#include "support/published.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace stasis::analysis {
namespace {

using model::Concept;
using model::Conflict;
using model::PartyId;
using oracle::openOracle;

Brief briefOf(stability::Engine& engine, const model::Pattern& state) {
  BriefQuestion question{.state = state, .isToday = false, .outcomes = 4, .limits = {}, .threads = 1};
  return makeBrief(engine, question, openOracle, {});
}

Standing standing(stability::Engine& engine, const model::Pattern& state, std::optional<PartyId> party) {
  const auto in = [&](Concept id) {
    return engine.contains(party ? engine.stable(id, *party) : engine.equilibria(id), state);
  };
  return in(Concept::nash)  ? Standing::byItself
         : in(Concept::seq) ? Standing::byAnswers
         : in(Concept::gmr) ? Standing::byFear
                            : Standing::holdsNot;
}

TEST(Brief, SaysOfEveryStateWhatTheDefinitionsSay) {
  EXPECT_TRUE(support::holdsFor(25, support::Kind::anything(), [](const Conflict& conflict) {
    oracle::OracleEngine engine(conflict);
    const Rules rules(engine);
    const auto state = engine.list(engine.feasible(), 3).back();
    const Brief brief = briefOf(engine, state);
    RC_ASSERT(brief.missing.empty());
    RC_ASSERT(brief.standing == standing(engine, state, {}));
    RC_ASSERT(brief.reasons.size() == conflict.parties.size());
    for (const BriefReason& reason : brief.reasons) {
      RC_ASSERT(reason.standing == standing(engine, state, reason.party));
      RC_ASSERT(reason.leavesFor.has_value() == !rules.improvements(reason.party, state).empty());
      RC_ASSERT(reason.canMove == !rules.moves(reason.party, state).empty());
      if (reason.leavesFor)
        RC_ASSERT(std::is_gt(rules.compare(reason.party, *reason.leavesFor, state)));
      if (reason.answer)
        RC_ASSERT(std::is_lteq(rules.compare(reason.party, reason.answer->back().to, state)));
    }
    for (const BriefReason& reason : brief.reasons)
      if (reason.lessFor) {
        RC_ASSERT(reason.standing == Standing::holdsNot);
        RC_ASSERT(rules.isMove(reason.party, state, *reason.lessFor));
        RC_ASSERT(std::is_gt(rules.compare(reason.party, *reason.lessFor, state)));
        RC_ASSERT(std::is_lteq(rules.compare(reason.party, reason.answerToLess.value().back().to, state)));
        for (std::size_t o = 0; o < state.size(); ++o)
          RC_ASSERT((*reason.lessFor)[model::OptionId(o)] == state[model::OptionId(o)] ||
                    (*reason.lessFor)[model::OptionId(o)] == (*reason.leavesFor)[model::OptionId(o)]);
      }
    for (const BriefOutcome& outcome : brief.outcomes) {
      RC_ASSERT(outcome.standing == standing(engine, outcome.state, {}));
      if (conflict.statusQuo && outcome.byGains)
        RC_ASSERT(*outcome.byGains == (outcome.way && outcome.way->cost.concessions == 0));
      const bool moved = outcome.standing == Standing::byAnswers || outcome.standing == Standing::byFear;
      RC_ASSERT(outcome.reasons.empty() != moved);
      for (const BriefReason& reason : outcome.reasons) {
        RC_ASSERT(reason.standing == standing(engine, outcome.state, reason.party));
        RC_ASSERT(reason.leavesFor.has_value() && reason.answer.has_value());
        RC_ASSERT(std::is_gt(rules.compare(reason.party, *reason.leavesFor, outcome.state)));
        RC_ASSERT(std::is_lteq(rules.compare(reason.party, reason.answer->back().to, outcome.state)));
      }
    }
    std::size_t fallen = 0;
    for (const auto& named : conflict.named)
      if (named.state != state && engine.contains(engine.feasible(), named.state))
        fallen += standing(engine, named.state, {}) == Standing::holdsNot ? 1 : 0;
    RC_ASSERT(brief.fallen.size() == fallen);
    for (const BriefFallen& one : brief.fallen)
      for (std::size_t i = 0; i < conflict.parties.size(); ++i)
        RC_ASSERT((std::ranges::count(one.leavers, PartyId(i)) == 1) ==
                  (standing(engine, one.state, PartyId(i)) == Standing::holdsNot));
    for (const BriefFallen& one : brief.fallen) {
      RC_ASSERT(one.reasons.size() == std::min(one.leavers.size(), mostLeavers));
      for (const BriefReason& reason : one.reasons) {
        RC_ASSERT(std::ranges::count(one.leavers, reason.party) == 1);
        RC_ASSERT(reason.standing == Standing::holdsNot && !reason.answer);
        RC_ASSERT(std::is_gt(rules.compare(reason.party, reason.leavesFor.value(), one.state)));
      }
    }
  }));
}

// `In both outcomes that hold by themselves Upland would choose “Fill the dam”; today that is not so.`
TEST(Brief, SaysWhatIsOtherwiseInEveryOutcomeThatHoldsMostFirmly) {
  EXPECT_TRUE(support::holdsFor(60, support::Kind::optionForm(), [](const Conflict& conflict) {
    oracle::OracleEngine engine(conflict);
    const auto all = engine.list(engine.feasible(), 1000);
    const Brief brief = briefOf(engine, all.front());
    Standing firmest = Standing::holdsNot;
    for (const auto& state : all)
      firmest = std::min(firmest, standing(engine, state, {}));
    if (!conflict.statusQuo || firmest == Standing::holdsNot ||
        standing(engine, *conflict.statusQuo, {}) == firmest) {
      RC_ASSERT(!brief.sharedByFirmest);
      return;
    }
    RC_ASSERT(brief.firmest == firmest);
    const model::Pattern shared = brief.sharedByFirmest.value_or(*conflict.statusQuo);
    for (std::size_t o = 0; o < shared.size(); ++o) {
      const model::OptionId option(o);
      const bool otherwise = std::ranges::none_of(all, [&](const auto& state) {
        return standing(engine, state, {}) == firmest && state[option] == (*conflict.statusQuo)[option];
      });
      RC_ASSERT((shared[option] != (*conflict.statusQuo)[option]) == otherwise);
    }
  }));
}

// What holds most firmly is shown with a name or without, if it is not much.
TEST(Brief, ShowsAllThatHoldMostFirmlyIfTheyAreFew) {
  EXPECT_TRUE(support::holdsFor(60, support::Kind::optionForm(), [](const Conflict& conflict) {
    oracle::OracleEngine engine(conflict);
    const auto all = engine.list(engine.feasible(), 1000);
    const BriefQuestion question{.state = all.front(), .outcomes = 1, .unnamed = 0, .few = 0, .limits = {}};
    const Brief brief = makeBrief(engine, question, openOracle, {});
    Standing firmest = Standing::byFear;
    for (const auto& state : all)
      firmest = std::min(firmest, standing(engine, state, {}));
    std::vector<model::Pattern> firm;
    for (const auto& state : all)
      if (standing(engine, state, {}) == firmest)
        firm.push_back(state);
    if (firm.size() > question.firmest)
      return;
    for (const auto& state : firm)
      RC_ASSERT(state == brief.state || std::ranges::count(brief.outcomes, state, &BriefOutcome::state) == 1);
  }));
}

std::size_t changedOptions(const Sequence& way) {
  std::size_t count = 0;
  for (const Step& step : way)
    for (std::size_t o = 0; o < step.from.size(); ++o)
      count += step.from[model::OptionId(o)] != step.to[model::OptionId(o)] ? 1 : 0;
  return count;
}

// `which pays Ukraine`, `that would bring Ukraine no gain`.
TEST(Brief, SaysOfAnAnswerByOneWhetherItPays) {
  EXPECT_TRUE(support::holdsFor(40, support::Kind::anything(), [](const Conflict& conflict) {
    oracle::OracleEngine engine(conflict);
    const Rules rules(engine);
    for (const auto& state : engine.list(engine.feasible(), 3))
      for (const BriefReason& reason : briefOf(engine, state).reasons) {
        if (!reason.answer)
          continue;
        if (reason.standing == Standing::byAnswers)
          for (const Step& step : *reason.answer)
            RC_ASSERT(std::is_gt(rules.compare(step.mover, step.to, step.from)));
        if (reason.standing == Standing::byFear)
          RC_ASSERT(std::ranges::any_of(*reason.answer, [&](const Step& step) {
            return !std::is_gt(rules.compare(step.mover, step.to, step.from));
          }));
      }
  }));
}

/// Whether the others, each step of whom pays whoever takes it and nobody twice in a row, can bring the party
/// from `start` to a state that it likes no better than `before`.
bool answeredWillingly(const Rules& rules, std::size_t parties, PartyId party, const model::Pattern& start,
                       const model::Pattern& before) {
  std::vector<std::pair<model::Pattern, std::size_t>> found{{start, party.index()}}; // and who moved last
  for (std::size_t k = 0; k < found.size(); ++k)
    for (std::size_t i = 0; i < parties; ++i) {
      if (PartyId(i) == party || i == found[k].second)
        continue;
      for (const auto& to : rules.improvements(PartyId(i), found[k].first)) {
        if (std::is_lteq(rules.compare(party, to, before)))
          return true;
        if (std::ranges::find(found, std::pair(to, i)) == found.end())
          found.emplace_back(to, i);
      }
    }
  return false;
}

// `If Russia did not believe in the answer, today would give way to “Talks”.`
TEST(Brief, SaysWhetherAnAnswerThatPaysKeepsAPartyFromItsStep) {
  EXPECT_TRUE(support::holdsFor(40, support::Kind::anything(), [](const Conflict& conflict) {
    oracle::OracleEngine engine(conflict);
    const Rules rules(engine);
    for (const auto& state : engine.list(engine.feasible(), 3))
      for (const BriefReason& reason : briefOf(engine, state).reasons)
        if (reason.leavesFor) {
          const bool willing =
              answeredWillingly(rules, conflict.parties.size(), reason.party, *reason.leavesFor, state);
          RC_ASSERT(reason.answeredWillingly == willing);
          if (reason.standing == Standing::byFear)
            RC_ASSERT(!willing); // it would leave if it believed in no other answer
        }
  }));
}

TEST(Brief, AnAnswersLastStepChangesNoOptionThatItCouldLeave) {
  EXPECT_TRUE(support::holdsFor(40, support::Kind::anything(), [](const Conflict& conflict) {
    oracle::OracleEngine engine(conflict);
    const Rules rules(engine);
    for (const auto& state : engine.list(engine.feasible(), 3))
      for (const BriefReason& reason : briefOf(engine, state).reasons) {
        if (!reason.answer || !reason.answer->back().from.isState() || !reason.answer->back().to.isState())
          continue;
        const Step& last = reason.answer->back();
        RC_ASSERT(rules.isMove(last.mover, last.from, last.to));
        const bool pays = std::is_gt(rules.compare(last.mover, last.to, last.from));
        for (std::size_t o = 0; o < last.from.size(); ++o) {
          model::Pattern fewer = last.to;
          fewer.set(model::OptionId(o), last.from[model::OptionId(o)]);
          const bool wouldDo = state.isState() && fewer != last.to &&
                               rules.isMove(last.mover, last.from, fewer) &&
                               std::is_lteq(rules.compare(reason.party, fewer, state)) &&
                               pays == std::is_gt(rules.compare(last.mover, fewer, last.from));
          RC_ASSERT(!wouldDo);
        }
      }
  }));
}

// B leaves the deal because of its first wish; without it the deal holds by itself.
TEST(Brief, SaysWhatWouldMakeAnOutcomeHoldThatDoesNot) {
  const auto parsed = language::parse(language::SourceText(
      "t", "conflict \"t\"\nparty A\n  option x\nparty B\n  option y\nstatus quo none\nstate deal = "
           "x, y\nprefer A\n  x\nprefer B\n  not y\n  y if x\n"));
  ASSERT_TRUE(parsed.conflict);
  oracle::OracleEngine engine(*parsed.conflict);
  const Brief brief = briefOf(engine, *parsed.conflict->statusQuo);
  ASSERT_EQ(brief.fallen.size(), 1U);
  ASSERT_EQ(brief.fallen[0].turning.size(), 1U);
  const auto& [variant, then] = brief.fallen[0].turning[0];
  EXPECT_EQ(then, Standing::byItself);
  EXPECT_EQ(brief.drops->variants[variant].front().first, std::vector<std::size_t>{0});
}

// `Whichever one wish or constraint is left out, today still holds. Leaving out one makes it hold more
// firmly.`
TEST(Brief, WhatOnlyShiftsAStateThatHoldsMakesItFirmer) {
  EXPECT_TRUE(support::holdsFor(40, support::Kind::optionForm(), [](const Conflict& conflict) {
    oracle::OracleEngine engine(conflict);
    for (const auto& state : engine.list(engine.feasible(), 2)) {
      const Brief brief = briefOf(engine, state);
      if (!brief.turning.empty() || brief.standing == Standing::holdsNot)
        continue;
      for (const auto& [variant, then] : brief.shifting)
        RC_ASSERT(then < brief.standing);
    }
  }));
}

TEST(Brief, TellsOfEquallyShortWaysOneThatChangesTheFewestOptions) {
  EXPECT_TRUE(support::holdsFor(40, support::Kind::optionForm(), [](const Conflict& conflict) {
    if (!conflict.statusQuo)
      return;
    oracle::OracleEngine engine(conflict);
    const Brief brief = briefOf(engine, engine.list(engine.feasible(), 1).front());
    for (const BriefOutcome& outcome : brief.outcomes) {
      if (!outcome.way || outcome.way->paths.empty())
        continue;
      const auto today = engine.list(engine.matching({*conflict.statusQuo}), 1);
      const auto answer = findPaths(
          engine, {.from = today.front(), .groups = {engine.matching({outcome.state})}, .limit = 64},
          openOracle, {});
      const auto& all = answer.groups.front().goals.front().fewestConcessions;
      RC_ASSERT(all.has_value() && all->cost == outcome.way->cost);
      RC_ASSERT(outcome.way->paths.size() == 1U);
      RC_ASSERT(std::ranges::count(all->paths, outcome.way->paths.front()) == 1);
      for (const Sequence& other : all->paths)
        RC_ASSERT(changedOptions(other) >= changedOptions(outcome.way->paths.front()));
    }
  }));
}

TEST(Brief, ADecidingStatementHoldsInTheBetterStateOnly) {
  EXPECT_TRUE(support::holdsFor(60, support::Kind::optionForm(), [](const Conflict& conflict) {
    oracle::OracleEngine engine(conflict);
    const Rules rules(engine);
    const auto states = engine.list(engine.feasible(), 6);
    for (std::size_t p = 0; p < conflict.parties.size(); ++p)
      for (const auto& a : states)
        for (const auto& b : states)
          if (const auto* wish = decidingStatement(conflict, PartyId(p), a, b)) {
            RC_ASSERT(std::is_gt(rules.compare(PartyId(p), a, b)));
            RC_ASSERT(model::holds(wish->wanted, conflict, a) && !model::holds(wish->wanted, conflict, b));
          }
  }));
}

TEST(Brief, WhatTurnsTheVerdictTurnsIt) {
  const auto parsed =
      language::parse(language::SourceText("t", "conflict \"t\"\nparty A\n  option x\nparty B\n  option "
                                                "y\nstatus quo none\nprefer A\n  not x if not y\n  x\n"
                                                "prefer B\n  not y\n"));
  ASSERT_TRUE(parsed.conflict);
  oracle::OracleEngine engine(*parsed.conflict);
  const Brief brief = briefOf(engine, *parsed.conflict->statusQuo);
  EXPECT_EQ(brief.standing, Standing::byItself);
  ASSERT_TRUE(brief.drops);
  // Without its first statement A would take x; nothing else turns it.
  ASSERT_EQ(brief.turning.size(), 1U);
  const Change& change = brief.drops->variants[brief.turning[0].first].front();
  EXPECT_EQ(change.kind, ChangeKind::drop);
  EXPECT_EQ(change.first, std::vector<std::size_t>{0});
}

TEST(Brief, TwoStatementsTurnWhatNoSingleOneDoes) {
  const auto parsed =
      language::parse(language::SourceText("t", "conflict \"t\"\nparty A\n  option x\nparty B\n  option "
                                                "y\nstatus quo none\nprefer A\n  not x\n  not x or y\n  x\n"
                                                "prefer B\n  not y\n"));
  ASSERT_TRUE(parsed.conflict);
  oracle::OracleEngine engine(*parsed.conflict);
  const Brief brief = briefOf(engine, *parsed.conflict->statusQuo);
  EXPECT_EQ(brief.standing, Standing::byItself);
  EXPECT_TRUE(brief.turning.empty());
  ASSERT_TRUE(brief.pairs);
  // Without its first two statements A would take x.
  ASSERT_EQ(brief.turningPairs.size(), 1U);
  const Variant& both = brief.pairs->variants[brief.turningPairs[0]];
  ASSERT_EQ(both.size(), 2U);
  for (const Change& change : both)
    EXPECT_EQ(change.kind, ChangeKind::drop);
}

TEST(Brief, SaysWhatLeavesTheVerdictAndChangesHowItHolds) {
  // B answers x by y, which A wants least: today holds by answers. Without its wish for x A has nothing to
  // gain, and today holds by itself; without either other wish nothing deters A.
  const auto parsed = language::parse(
      language::SourceText("t", "conflict \"t\"\nparty A\n  option x\nparty B\n  option y\nstatus quo none\n"
                                "prefer A\n  not y\n  x\nprefer B\n  y iff x\n"));
  ASSERT_TRUE(parsed.conflict);
  oracle::OracleEngine engine(*parsed.conflict);
  const Brief brief = briefOf(engine, *parsed.conflict->statusQuo);
  EXPECT_EQ(brief.standing, Standing::byAnswers);
  EXPECT_EQ(brief.turning.size(), 2U);
  ASSERT_EQ(brief.shifting.size(), 1U);
  EXPECT_EQ(brief.shifting[0].second, Standing::byItself);
  EXPECT_EQ(brief.drops->variants[brief.shifting[0].first].front().first, std::vector<std::size_t>{1});
}

// B answers x by y, which A wants least: calm holds by answers.
TEST(Brief, SaysHowAnotherOutcomeHoldsThen) {
  const auto parsed = language::parse(
      language::SourceText("t", "conflict \"t\"\nparty A\n  option x\nparty B\n  option y\nstatus quo x, y\n"
                                "state calm = none\nprefer A\n  not y\n  x\nprefer B\n  y iff x\n"));
  ASSERT_TRUE(parsed.conflict);
  oracle::OracleEngine engine(*parsed.conflict);
  const Brief brief = briefOf(engine, *parsed.conflict->statusQuo);
  ASSERT_FALSE(brief.outcomes.empty());
  const BriefOutcome& calm = brief.outcomes[0];
  EXPECT_EQ(calm.standing, Standing::byAnswers);
  std::size_t lost = 0, weaker = 0, stronger = 0;
  for (const auto& [variant, then] : calm.turning) {
    EXPECT_NE(then, calm.standing);
    lost += then == Standing::holdsNot ? 1 : 0;
    weaker += then == Standing::byFear ? 1 : 0;
    stronger += then == Standing::byItself ? 1 : 0;
  }
  EXPECT_EQ(lost, 1U);     // without its `not y` A takes x, whatever B does
  EXPECT_EQ(weaker, 1U);   // without its `y iff x` B could still take y, and gains nothing by it
  EXPECT_EQ(stronger, 1U); // without its `x` A has nothing to gain
}

TEST(Brief, TellsFewUnnamedOutcomesBesideNamedOnes) {
  const auto parsed = language::parse(language::SourceText(
      "t", "conflict \"t\"\nparty A\n  option x\n  option u\n  option v\nparty B\n  option y\n"
           "status quo none\nstate deal = x, y\n"));
  ASSERT_TRUE(parsed.conflict);
  oracle::OracleEngine engine(*parsed.conflict);
  BriefQuestion question{.state = *parsed.conflict->statusQuo, .isToday = true, .outcomes = 9, .limits = {}};
  question.unnamed = 0;
  EXPECT_EQ(makeBrief(engine, question, openOracle, {}).outcomes.size(),
            1U); // nobody wants anything: all hold
}

TEST(Brief, SaysWhatTurnsTheOtherOutcomes) {
  const auto parsed = language::parse(language::SourceText(
      "t", "conflict \"t\"\nparty A\n  option x\nparty B\n  option y\nstatus quo none\nstate deal = "
           "x, y\nprefer A\n  x iff y\nprefer B\n  y iff x\n"));
  ASSERT_TRUE(parsed.conflict);
  oracle::OracleEngine engine(*parsed.conflict);
  const Brief brief = briefOf(engine, *parsed.conflict->statusQuo);
  ASSERT_FALSE(brief.outcomes.empty());
  EXPECT_EQ(brief.outcomes[0].state, parsed.conflict->named[0].state);
  EXPECT_EQ(brief.outcomes[0].standing, Standing::byItself);
  EXPECT_TRUE(brief.outcomes[0].turning.empty()); // who wants nothing stays
}

// Of a party that would gain nothing by acting alone: its first wish that does not hold though it can,
// whether a move of its own makes it hold, and what each such move breaks.
TEST(Brief, SaysWhatAPartyLacksAndWhatKeepsItFromThat) {
  EXPECT_TRUE(support::holdsFor(60, support::Kind::optionForm(), [](const Conflict& conflict) {
    oracle::OracleEngine engine(conflict);
    const auto all = engine.list(engine.feasible(), 1000);
    const Rules rules(engine);
    for (const auto& state : engine.list(engine.feasible(), 3)) {
      const Brief brief = briefOf(engine, state);
      for (const BriefLack& lack : brief.lacks) {
        const auto& said = std::get<model::Prioritised>(conflict.party(lack.party).preference);
        for (const auto& tier : said.tiers)
          for (const auto& wish : tier)
            if (&wish == lack.wish)
              goto found;
            else
              RC_ASSERT(model::holds(wish.wanted, conflict, state) ||
                        std::ranges::none_of(
                            all, [&](const auto& s) { return model::holds(wish.wanted, conflict, s); }));
      found:
        RC_ASSERT(!model::holds(lack.wish->wanted, conflict, state));
        bool alone = false;
        for (const auto& to : all) {
          if (!rules.isMove(lack.party, state, to))
            continue;
          RC_ASSERT(std::is_lteq(rules.compare(lack.party, to, state)));
          if (!model::holds(lack.wish->wanted, conflict, to))
            continue;
          alone = true;
          if (lack.above != nullptr)
            RC_ASSERT(decidingStatement(conflict, lack.party, state, to) == lack.above);
        }
        RC_ASSERT(lack.alone == alone);
      }
    }
  }));
}

TEST(Brief, SaysWhatDidNotFit) {
  const auto conflict = support::elmira();
  oracle::OracleEngine engine(conflict);
  stability::Errand errand;
  errand.deadline = stability::Errand::Clock::now();
  const BriefQuestion question{.state = engine.list(engine.feasible(), 1).front(),
                               .isToday = false,
                               .outcomes = 4,
                               .limits = {},
                               .threads = 1};
  const Brief brief = makeBrief(engine, question, openOracle, errand);
  EXPECT_FALSE(brief.missing.empty());
}

} // namespace
} // namespace stasis::analysis
