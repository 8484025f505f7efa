// Reasons under strength, unknown preference and attitudes, found on sets of states: the same answers as by
// walking, of the same length, and each a legal one that deters.

#include "analysis/explain/relational_reasons.h"
#include "analysis/paths/exploration.h"
#include "analysis/paths/rules.h"
#include "oracle/families.h"
#include "stability/symbolic/symbolic_engine.h"
#include "support/random_marks.h"
#include "support/seeded.h"

#include <gtest/gtest.h>

namespace stasis::analysis {
namespace {

using model::Conflict;
using model::PartyId;
using model::Relation;

support::Kind byOptions() {
  support::Kind kind = support::Kind::anything();
  kind.minParties = 2;
  kind.maxOptions = 5;
  kind.merged = false;
  kind.graphForm = false;
  return kind;
}

TEST(ReasonsBySets, AreThoseOfTheWalk) {
  std::uint64_t seed = 0;
  std::size_t answered = 0, unanswered = 0;
  support::forSeeds(60, byOptions(), [&](const Conflict& plain) {
    Conflict conflict = plain;
    support::SeededDice dice(++seed);
    support::addMarks(conflict, dice);
    const auto engine = stability::openSymbolic(conflict, {}, {}).engine;
    const Rules rules(*engine);
    Exploration exploration(rules);
    const stability::Errand errand;
    RelationalReasons walked(*engine, exploration, 100'000, errand, 100'000);
    RelationalReasons searched(*engine, exploration, 100'000, errand, 0);
    for (const auto& concept_ : model::allConcepts()) {
      if (concept_.family == model::ConceptFamily::classical ||
          concept_.family > model::ConceptFamily::attitudes)
        continue;
      for (std::size_t i = 0; i < conflict.parties.size(); ++i)
        for (const auto& state : engine->list(engine->feasible(), 40)) {
          const auto one = walked.reasons(state, PartyId(i), concept_.id);
          const auto other = searched.reasons(state, PartyId(i), concept_.id);
          ASSERT_EQ(other.stable, engine->contains(engine->stable(concept_.id, PartyId(i)), state));
          ASSERT_EQ(one.departures.size(), other.departures.size());
          for (std::size_t d = 0; d < one.departures.size(); ++d) {
            const auto& way = one.departures[d].sanction;
            const auto& found = other.departures[d].sanction;
            ASSERT_EQ(way.has_value(), found.has_value()) << concept_.key;
            ++(way ? answered : unanswered);
            if (way) {
              ASSERT_EQ(way->size(), found->size()) << concept_.key;
            }
          }
        }
    }
  });
  EXPECT_GT(answered, 1000U);
  EXPECT_GT(unanswered, 1000U);
}

TEST(ReasonsBySets, StatesStandToEachOtherAsDefined) {
  std::uint64_t seed = 0;
  support::forSeeds(200, byOptions(), [&](const Conflict& plain) {
    Conflict conflict = plain;
    support::SeededDice dice(++seed);
    support::addMarks(conflict, dice);
    const oracle::Game game(conflict);
    const oracle::Families definitions(game);
    using Order = oracle::Families::Order;
    const auto engine = stability::openSymbolic(conflict, {}, {}).engine;
    for (std::size_t i = 0; i < conflict.parties.size(); ++i)
      for (std::size_t s = 0; s < game.size(); s += 3) {
        const auto isOne = [&](Relation relation, std::size_t t) {
          const auto set = stability::standingTo(*engine, game.feasible()[s], PartyId(i), relation);
          return engine->contains(*set, game.feasible()[t]);
        };
        for (std::size_t t = 0; t < game.size(); t += 2) {
          const Order order = definitions.known(i, t, s);
          ASSERT_EQ(isOne(Relation::muchWorse, t), definitions.muchBetter(i, s, t));
          ASSERT_EQ(isOne(Relation::notMuchWorse, t), !definitions.muchBetter(i, s, t));
          ASSERT_EQ(isOne(Relation::surelyBetter, t), order == Order::better);
          ASSERT_EQ(isOne(Relation::perhapsBetter, t), order == Order::better || order == Order::unknown);
          ASSERT_EQ(isOne(Relation::surelyNotBetter, t), order == Order::same || order == Order::worse);
          ASSERT_EQ(isOne(Relation::perhapsNotBetter, t), order != Order::better);
          ASSERT_EQ(isOne(Relation::liked, t), definitions.liked(i, t, s));
          ASSERT_EQ(isOne(Relation::notLiked, t), !definitions.liked(i, t, s));
          ASSERT_EQ(isOne(Relation::better, t), game.prefers(i, t, s));
          ASSERT_EQ(isOne(Relation::notBetter, t), !game.prefers(i, t, s));
        }
      }
  });
}

} // namespace
} // namespace stasis::analysis
