#include "analysis/invert/inversion.h"
#include "language/parse.h"
#include "oracle/inversion.h"
#include "oracle/oracle_engine.h"
#include "stability/solution.h"
#include "support/property.h"
#include "support/published.h"
#include "support/small_conflicts.h"

#include <gtest/gtest.h>

namespace stasis::analysis {
namespace {

using model::Concept;
using model::Conflict;
using model::PartyId;
using oracle::Place;

std::unique_ptr<stability::Engine> openOracle(const Conflict& conflict) {
  return std::make_unique<oracle::OracleEngine>(conflict);
}

InversionQuestion ask(const Conflict& conflict, std::vector<model::Pattern> states,
                      std::optional<std::size_t> party, std::vector<Concept> concepts, std::size_t depth) {
  InversionQuestion question;
  question.states = std::move(states);
  question.everybody = !party;
  for (std::size_t i = 0; i < conflict.parties.size(); ++i)
    if (!party || *party == i)
      question.parties.emplace_back(i);
  question.concepts = std::move(concepts);
  question.depth = depth;
  question.limit = 1'000'000;
  return question;
}

/// Every way told as what is left of the preferences.
std::set<oracle::AllWishes> wishesOf(const Conflict& conflict, const LeastChange& least) {
  std::set<oracle::AllWishes> all;
  for (const ChangedWay& way : least.ways) {
    oracle::AllWishes wishes = oracle::written(conflict);
    for (const auto& party : way.parties) {
      auto& own = wishes[party.party.index()];
      const auto take = [&](std::size_t item) {
        for (std::size_t t = 0; t < own.size(); ++t)
          for (const bool negated : {false, true})
            if (own[t].erase({item, negated}) > 0) {
              if (own[t].empty())
                own.erase(own.begin() + static_cast<std::ptrdiff_t>(t));
              return negated;
            }
        return false;
      };
      const auto tierOf = [&](std::size_t item) {
        return std::ranges::find_if(own, [&](const auto& tier) {
          return tier.contains({item, false}) || tier.contains({item, true});
        });
      };
      for (const PreferenceChange& change : party.changes)
        if (change.kind == PreferenceChange::Kind::drop) {
          take(change.item);
        } else if (change.kind == PreferenceChange::Kind::negate) {
          auto& tier = *tierOf(change.item);
          tier.erase({change.item, false});
          tier.insert({change.item, true});
        }
      std::set<std::size_t> moved;
      for (const PreferenceChange& change : party.changes)
        if (change.kind == PreferenceChange::Kind::move)
          moved.insert(change.item);
      // From the last place to the first, so that what one is put above is in its place.
      while (!moved.empty())
        for (const PreferenceChange& change : party.changes) {
          if (change.kind != PreferenceChange::Kind::move || !moved.contains(change.item) ||
              (change.other && moved.contains(*change.other)))
            continue;
          const bool negated = take(change.item);
          const auto place = change.other ? tierOf(*change.other) : own.end();
          own.insert(place, {{change.item, negated}});
          moved.erase(change.item);
        }
      std::size_t exchanges = 0;
      for (const PreferenceChange& change : party.changes)
        exchanges += change.kind == PreferenceChange::Kind::exchange ? 1 : 0;
      if (exchanges > 0) {
        const auto above = [&](const auto& a, const auto& b) {
          const std::size_t x = a.begin()->first;
          const std::size_t y = b.begin()->first;
          for (const PreferenceChange& change : party.changes)
            if ((change.item == x && change.other == y) || (change.item == y && change.other == x))
              return change.item == x;
          return x < y;
        };
        std::ranges::stable_sort(own, above);
      }
    }
    all.insert(wishes);
  }
  return all;
}

void sameAsOracle(const Conflict& conflict, std::optional<std::size_t> party, Concept id, Place s,
                  std::size_t depth) {
  oracle::OracleEngine engine(conflict);
  const auto expected = oracle::leastChanges(conflict, id, party, s, depth);
  const auto question = ask(conflict, {engine.game().feasible()[s]}, party, {id}, depth);
  const auto answer = invert(engine, question, openOracle, {});
  RC_ASSERT(!answer.stopped);
  RC_ASSERT(answer.least.size() == 1U);
  const LeastChange& least = answer.least[0];
  if (!expected) {
    const bool farther = least.distance && *least.distance > depth; // rankings are searched to the end
    RC_ASSERT(!least.distance || farther);
    return;
  }
  RC_ASSERT(least.distance == expected->distance);
  RC_ASSERT(least.all == expected->all.size());
  RC_ASSERT(wishesOf(conflict, least) == expected->all);
}

support::Kind small() {
  support::Kind kind = support::small(support::Kind::anything(), 2, 3);
  kind.merged = false; // changes may tell members apart
  return kind;
}

std::size_t statements(const Conflict& conflict) {
  std::size_t count = 0;
  for (const auto& wishes : oracle::written(conflict))
    for (const auto& tier : wishes)
      count += tier.size();
  return count;
}

TEST(Inversion, LeastChangesForOnePartyAreTheDefinitions) {
  EXPECT_TRUE(support::holdsFor(30, small(), [](const Conflict& conflict) {
    for (std::size_t i = 0; i < conflict.parties.size(); ++i)
      for (const Concept id : stability::everyConcept())
        for (Place s = 0; s < oracle::Game(conflict).size(); s += 3)
          sameAsOracle(conflict, i, id, s, oracle::written(conflict)[i].size() <= 4 ? 2 : 1);
  }));
}

TEST(Inversion, LeastChangesForEverybodyAreTheDefinitions) {
  EXPECT_TRUE(support::holdsFor(30, small(), [](const Conflict& conflict) {
    for (const Concept id : stability::everyConcept())
      for (Place s = 0; s < oracle::Game(conflict).size(); s += 4)
        sameAsOracle(conflict, std::nullopt, id, s, statements(conflict) <= 5 ? 2 : 1);
  }));
}

// Iraq ranks 2 > 4 > 6 > 1 > 5 > 3 and improves from 1 to 4; under Nash 1 has to pass 6 and 4, two exchanges.
// Syria is content with 1.
TEST(Inversion, ARankingIsSearchedToTheEnd) {
  const Conflict conflict = support::syriaIraq();
  oracle::OracleEngine engine(conflict);
  const auto& states = engine.game().feasible();
  const auto answer =
      invert(engine, ask(conflict, {states[0]}, std::nullopt, {Concept::nash}, 1), openOracle, {});
  ASSERT_EQ(answer.least.size(), 1U);
  EXPECT_EQ(answer.least[0].distance, 2U);
  // 1 above 6 and 4; or 4 below 6 and 1: two ways.
  EXPECT_EQ(answer.least[0].all, 2);
  for (const auto& way : answer.least[0].ways) {
    EXPECT_TRUE(way.equilibrium());
    ASSERT_EQ(way.parties.size(), 1U);
    EXPECT_EQ(way.parties[0].party, PartyId(1));
  }
  auto question = ask(conflict, {states[0]}, std::nullopt, {Concept::nash}, 1);
  question.limit = 1;
  const auto fewer = invert(engine, question, openOracle, {});
  EXPECT_EQ(fewer.least[0].ways.size(), 1U);
  EXPECT_EQ(fewer.least[0].all, 2) << "those that are not listed are counted";
}

// t > x > y > s, and a move from s to t alone. Of the orders with s above t, three need no more than three
// exchanges of neighbours, counted out by hand: x y s t, x s t y and s t x y.
TEST(Inversion, EveryOrderThatFewExchangesReachIsFound) {
  const auto parsed =
      language::parse({"t", "conflict \"t\"\nparty A\n  option a\n  option b\nstates\n  t YN\n  x NY\n"
                            "  y YY\n  s NN\nmove A s -> t\nrank A\n  t > x > y > s\n"});
  const Conflict& conflict = parsed.conflict.value();
  oracle::OracleEngine engine(conflict);
  const auto answer =
      invert(engine, ask(conflict, {conflict.listed[3].pattern}, 0, {Concept::nash}, 3), openOracle, {});
  ASSERT_EQ(answer.least.size(), 1U);
  EXPECT_EQ(answer.least[0].distance, 3U);
  EXPECT_EQ(answer.least[0].all, 3);
}

// 6 is one already; so of {2, 6} nothing has to change.
TEST(Inversion, AStateThatHoldsNeedsNoChange) {
  const Conflict conflict = support::syriaIraq();
  oracle::OracleEngine engine(conflict);
  const auto& states = engine.game().feasible();
  const auto answer =
      invert(engine, ask(conflict, {states[1], states[5]}, std::nullopt, {Concept::seq}, 2), openOracle, {});
  EXPECT_EQ(answer.least[0].distance, 0U);
  ASSERT_EQ(answer.least[0].ways.size(), 1U);
  EXPECT_EQ(answer.least[0].ways[0].state, states[5]);
  EXPECT_TRUE(answer.least[0].ways[0].parties.empty());
}

// For several states, the least change is that of the nearest.
TEST(Inversion, OfSeveralStatesTheNearestIsFound) {
  EXPECT_TRUE(support::holdsFor(20, small(), [](const Conflict& conflict) {
    oracle::OracleEngine engine(conflict);
    for (const Concept id : {Concept::nash, Concept::smr, Concept::seq}) {
      std::optional<std::size_t> distance;
      std::size_t all = 0;
      for (Place s = 0; s < engine.game().size(); ++s) {
        const auto one = oracle::leastChanges(conflict, id, std::nullopt, s, 1);
        if (!one || (distance && one->distance > *distance))
          continue;
        if (distance != one->distance)
          all = 0;
        distance = one->distance;
        all += one->all.size();
      }
      const auto answer =
          invert(engine, ask(conflict, engine.game().feasible(), std::nullopt, {id}, 1), openOracle, {});
      if (distance) {
        RC_ASSERT(answer.least[0].distance == distance);
        RC_ASSERT(answer.least[0].all == all);
      } else {
        RC_ASSERT(!answer.least[0].distance || *answer.least[0].distance > 1);
      }
    }
  }));
}

TEST(Inversion, KeepsWhatIsFinishedWhenStopped) {
  const Conflict conflict = support::elmira();
  oracle::OracleEngine engine(conflict);
  std::stop_source stop;
  stability::Errand errand;
  errand.stop = stop.get_token();
  errand.progress = [&](const stability::Progress&) { stop.request_stop(); };
  const auto answer = invert(
      engine, ask(conflict, {engine.game().feasible()[7]}, std::nullopt, {Concept::smr, Concept::seq}, 2),
      openOracle, errand);
  ASSERT_TRUE(answer.stopped);
  EXPECT_EQ(answer.stopped->limit, stability::Limit::interrupted);
}

/// By definition: improvements of i that no answer of the others takes the gain from (GMR, SEQ).
std::set<std::string> undeterred(const oracle::Game& game, std::size_t i, Place s, bool willing) {
  std::vector<std::size_t> others;
  for (std::size_t j = 0; j < game.parties(); ++j)
    if (j != i)
      others.push_back(j);
  std::set<std::string> moves;
  for (const Place s1 : game.improvements(i, s)) {
    bool deterred = false;
    for (const Place s2 : willing ? game.groupImprovements(others, s1) : game.groupMoves(others, s1))
      deterred = deterred || !game.prefers(i, s2, s);
    if (!deterred)
      moves.insert(game.feasible()[s1].letters());
  }
  return moves;
}

TEST(Inversion, NamesEveryMoveThatNothingDeters) {
  for (const auto& kind : {support::Kind::anything(), support::Kind::graphOnly()})
    EXPECT_TRUE(support::holdsFor(40, kind, [](const Conflict& conflict) {
      oracle::OracleEngine engine(conflict);
      const auto& game = engine.game();
      for (Place s = 0; s < std::min<std::size_t>(game.size(), 6); ++s)
        for (std::size_t i = 0; i < game.parties(); ++i) {
          auto question = ask(conflict, {game.feasible()[s]}, i, {Concept::gmr, Concept::seq}, 0);
          question.limit = 1;
          const auto answer = invert(engine, question, openOracle, {});
          for (const PartyCondition& one : answer.states.front().parties.front()) {
            std::set<std::string> told;
            for (const auto& move : one.undeterred)
              told.insert(move.letters());
            RC_ASSERT(told == undeterred(game, i, s, one.condition.id == Concept::seq));
          }
        }
    }));
}

} // namespace
} // namespace stasis::analysis
