#include "analysis/coalitions/coalitions.h"
#include "oracle/coalitions.h"
#include "oracle/oracle_engine.h"
#include "support/property.h"
#include "support/published.h"

#include <gtest/gtest.h>

namespace stasis::analysis {
namespace {

using model::Concept;
using model::Conflict;
using model::PartyId;
using oracle::Place;

using Numbers = std::vector<std::size_t>;

Coalition of(std::initializer_list<std::size_t> members) {
  Coalition coalition;
  for (const std::size_t i : members)
    coalition.emplace_back(i);
  return coalition;
}

struct Case {
  explicit Case(const Conflict& conflict)
      : engine(conflict), solution(stability::solve(engine, stability::everyConcept())) {
    question.states = engine.list(engine.feasible(), engine.game().size());
  }
  CoalitionsAnswer ask() { return examine(engine, solution, question, errand); }

  oracle::OracleEngine engine;
  stability::Solution solution;
  CoalitionQuestion question;
  stability::Errand errand;
};

Numbers numbers(const std::vector<Verdicts>& byState, Concept concept_) {
  Numbers held;
  for (std::size_t s = 0; s < byState.size(); ++s)
    if (byState[s][concept_.index()])
      held.push_back(s + 1);
  return held;
}

// Kinsara's guide to GMCR+ (2014), Figure 30, for Nash and GMR; SMR and SEQ by brute force with the guide's
// semantics (the coalition moves at once, and where it sanctions by improvements both must gain). All its
// moves can also be made one after another, so that the two ways to move give the same here.
TEST(Coalitions, ElmiraWithMinistryAndUniroyalAsOne) {
  const auto conflict = support::elmiraTwelveStates();
  Case elmira(conflict);
  elmira.question.coalitions = {of({0, 1})};
  const auto answer = elmira.ask();
  EXPECT_EQ(numbers(answer.asOne, Concept::nash), (Numbers{5, 6, 9, 10, 11, 12}));
  EXPECT_EQ(numbers(answer.asOne, Concept::gmr), (Numbers{1, 3, 4, 5, 6, 9, 10, 11, 12}));
  EXPECT_EQ(numbers(answer.asOne, Concept::smr), (Numbers{1, 3, 4, 5, 6, 9, 10, 11, 12}));
  EXPECT_EQ(numbers(answer.asOne, Concept::seq), (Numbers{1, 5, 6, 9, 10, 11, 12}));
}

// Kilgour, Hipel, Peng & Fang 2001: of the equilibria 5, 8 and 9 only 5 can be left by a coalition to the
// gain of all its members, by the ministry and Uniroyal to the equilibrium 8.
TEST(Coalitions, ElmiraHasOneEquilibriumJump) {
  const auto conflict = support::elmira();
  Case elmira(conflict);
  elmira.question.coalitions = coalitionsOf(conflict, 1, 3);
  const auto answer = elmira.ask();
  std::vector<Departure> jumps;
  for (const auto& departure : answer.departures)
    for (const auto& improvement : departure.told)
      if (answer.equilibrium[departure.state][0] && improvement.equilibrium[0])
        jumps.push_back(departure);
  ASSERT_EQ(jumps.size(), 1U);
  EXPECT_EQ(jumps[0].state, 4U);
  EXPECT_EQ(answer.coalitions[jumps[0].coalition], of({0, 1}));
  EXPECT_EQ(jumps[0].told[0].to.letters(), "YNYNY");
  EXPECT_EQ(jumps[0].told[0].deterred, Verdicts(5, false)); // the local government cannot undo either move
  // One modifies and the other accepts, whoever begins.
  ASSERT_EQ(jumps[0].told[0].way.size(), 2U);
  EXPECT_EQ(numbers(answer.forEvery(), Concept::nash), (Numbers{8, 9}));
}

// The answer is made of single verdicts; each agrees with the definition.
TEST(Coalitions, AnswersAreTheDefinitions) {
  EXPECT_TRUE(support::holdsFor(100, support::Kind::anything(), [](const Conflict& conflict) {
    Case random(conflict);
    const auto& game = random.engine.game();
    random.question.coalitions = coalitionsOf(conflict, 1, game.parties());
    random.question.limit = 1000;
    if (game.size() > 16)
      random.question.states.resize(16);
    const auto answer = random.ask();
    RC_ASSERT(!answer.stopped);
    const oracle::Coalitions definition(game, false);
    std::size_t departures = 0;
    for (std::size_t c = 0; c < answer.coalitions.size(); ++c) {
      oracle::Members members;
      for (const PartyId i : answer.coalitions[c])
        members.push_back(i.index());
      for (Place s = 0; s < answer.states.size(); ++s) {
        bool anyEquilibrium = false;
        for (const auto& row : model::concepts) {
          const auto k = row.id.index();
          RC_ASSERT(answer.stable[c][s][k] ==
                    definition.isStable(row.id, members, definition.alone(members), s));
          anyEquilibrium = anyEquilibrium || answer.equilibrium[s][k];
          // Parties alone are coalitions, so what is stable for every coalition is an equilibrium.
          RC_ASSERT(!answer.forEvery()[s][k] || answer.equilibrium[s][k]);
        }
        const auto better = definition.improvements(members, s);
        departures += anyEquilibrium && members.size() > 1 && !better.empty() ? 1 : 0;
      }
    }
    RC_ASSERT(answer.departures.size() == departures);
    for (const auto& departure : answer.departures) {
      oracle::Members members;
      for (const PartyId i : answer.coalitions[departure.coalition])
        members.push_back(i.index());
      const auto better = definition.improvements(members, departure.state);
      RC_ASSERT(departure.improvements == better.size());
      RC_ASSERT(departure.told.size() == better.size());
      for (const auto& improvement : departure.told) {
        RC_ASSERT(!improvement.way.empty());
        RC_ASSERT(improvement.way.front().from == answer.states[departure.state]);
        RC_ASSERT(improvement.way.back().to == improvement.to);
      }
    }
  }));
}

// An improvement that is not deterred is what makes a state unstable.
TEST(Coalitions, AStateIsStableWhenEveryImprovementIsDeterred) {
  EXPECT_TRUE(support::holdsFor(100, support::Kind::anything(), [](const Conflict& conflict) {
    Case random(conflict);
    random.question.coalitions = coalitionsOf(conflict, 2, 4);
    random.question.limit = 1000;
    const auto answer = random.ask();
    for (const auto& departure : answer.departures)
      for (std::size_t c = 0; c < answer.concepts.size(); ++c)
        RC_ASSERT(std::ranges::all_of(departure.told, [&](const auto& told) { return told.deterred[c]; }) ==
                  answer.stable[departure.coalition][departure.state][c]);
  }));
}

/// Each union of one unit or more.
oracle::Units unionsOf(const oracle::Units& units) {
  oracle::Units unions;
  for (std::size_t chosen = 1; chosen < std::size_t{1} << units.size(); ++chosen) {
    oracle::Members joined;
    for (std::size_t k = 0; k < units.size(); ++k)
      if ((chosen >> k) % 2 == 1)
        joined.insert(joined.end(), units[k].begin(), units[k].end());
    std::ranges::sort(joined);
    unions.push_back(joined);
  }
  return unions;
}

// Stable for the coalition, and for each other party, whose opponents are the coalition as one and the rest
// one by one. If they sanction together, every union of these counts.
TEST(Coalitions, AsOneIsTheDefinitionForTheCoalitionAndForEverybodyElse) {
  for (const auto sanctioners : {Sanctioners::alone, Sanctioners::together})
    EXPECT_TRUE(support::holdsFor(100, support::Kind::anything(), [&](const Conflict& conflict) {
      RC_PRE(conflict.parties.size() >= 3);
      Case random(conflict);
      const auto& game = random.engine.game();
      random.question.coalitions = {of({0, 1})};
      random.question.sanctioners = sanctioners;
      if (game.size() > 12)
        random.question.states.resize(12);
      const auto answer = random.ask();
      const oracle::Coalitions definition(game, false);
      const auto units = [&](const oracle::Units& apart) {
        return sanctioners == Sanctioners::together ? unionsOf(apart) : apart;
      };
      for (Place s = 0; s < answer.states.size(); ++s)
        for (const auto& row : model::concepts) {
          bool held = definition.isStable(row.id, {0, 1}, units(definition.alone({0, 1})), s);
          for (std::size_t i = 2; i < game.parties() && held; ++i) {
            oracle::Units apart{{0, 1}};
            for (std::size_t j = 2; j < game.parties(); ++j)
              if (j != i)
                apart.push_back({j});
            held = definition.isStable(row.id, {i}, units(apart), s);
          }
          RC_ASSERT(answer.asOne[s][row.id.index()] == held);
        }
    }));
}

// If everyone is a party of its own, nobody acts as one with anybody: the ordinary equilibria.
TEST(Coalitions, OnePartyAsOneGivesTheEquilibria) {
  EXPECT_TRUE(support::holdsFor(60, support::Kind::anything(), [](const Conflict& conflict) {
    Case random(conflict);
    random.question.coalitions = {of({0})};
    const auto answer = random.ask();
    RC_ASSERT(answer.asOne == answer.equilibrium);
  }));
}

TEST(Coalitions, AreListedSmallerFirst) {
  const auto conflict = support::elmira();
  EXPECT_EQ(coalitionsOf(conflict, 1, 9), (std::vector<Coalition>{of({0}), of({1}), of({2}), of({0, 1}),
                                                                  of({0, 2}), of({1, 2}), of({0, 1, 2})}));
  EXPECT_EQ(countCoalitions(3, 1, 9), 7);
  EXPECT_EQ(countCoalitions(36, 2, 2), 630);
}

TEST(Coalitions, KeepWhatIsFinishedWhenStopped) {
  const auto conflict = support::elmira();
  Case elmira(conflict);
  elmira.question.coalitions = coalitionsOf(conflict, 1, 3);
  std::stop_source stop;
  elmira.errand.stop = stop.get_token();
  elmira.errand.progress = [&](const stability::Progress& p) { // by state, coalition and concept
    EXPECT_EQ(p.total, 9U * 7U * 5U);
    if (p.done >= 3U * 7U * 5U)
      stop.request_stop();
  };
  const auto answer = elmira.ask();
  ASSERT_TRUE(answer.stopped);
  EXPECT_EQ(answer.stopped->limit, stability::Limit::interrupted);
  EXPECT_EQ(answer.states.size(), 3U);
  for (const auto& byState : answer.stable)
    EXPECT_EQ(byState.size(), 3U);
}

} // namespace
} // namespace stasis::analysis
