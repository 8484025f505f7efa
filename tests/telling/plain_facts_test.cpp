// Facts say what the connectives say: the ways of a condition are so in exactly the states in which it is,
// and what makes it so in one state makes it so in every state that shares it.

#include "language/parse.h"
#include "oracle/oracle_engine.h"
#include "report/telling/plain_facts.h"
#include "support/property.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace stasis::report {
namespace {

using model::Conflict;
using model::Expression;

bool allSo(const Facts& facts, const Conflict& conflict, const model::Pattern& state) {
  return std::ranges::all_of(
      facts, [&](const Fact& fact) { return model::holds(fact.what, conflict, state) == fact.so; });
}

std::vector<Expression> conditionsOf(const Conflict& conflict) {
  std::vector<Expression> all;
  for (const auto& constraint : conflict.constraints)
    all.push_back(constraint.holds);
  for (const auto& party : conflict.parties)
    if (const auto* said = std::get_if<model::Prioritised>(&party.preference))
      for (const auto& tier : said->tiers)
        for (const auto& statement : tier)
          all.push_back(statement.wanted);
  return all;
}

TEST(PlainFacts, WaysAreSoWhereTheConditionIs) {
  std::size_t told = 0;
  EXPECT_TRUE(support::holdsFor(60, support::Kind::optionForm(), [&](const Conflict& conflict) {
    oracle::OracleEngine engine(conflict);
    for (const Expression& condition : conditionsOf(conflict))
      for (const bool value : {true, false})
        if (const auto ways = waysOf(condition, value)) {
          ++told;
          RC_ASSERT(ways->size() <= mostWays);
          for (const auto& state : engine.list(engine.feasible(), 64)) {
            const bool some =
                std::ranges::any_of(*ways, [&](const Facts& way) { return allSo(way, conflict, state); });
            RC_ASSERT(some == (model::holds(condition, conflict, state) == value));
          }
        }
  }));
  EXPECT_GT(told, 50U);
}

TEST(PlainFacts, WhatMakesAConditionSoSuffices) {
  EXPECT_TRUE(support::holdsFor(60, support::Kind::optionForm(), [](const Conflict& conflict) {
    oracle::OracleEngine engine(conflict);
    const auto states = engine.list(engine.feasible(), 24);
    for (const Expression& condition : conditionsOf(conflict))
      for (const auto& state : states) {
        const Facts facts = factsIn(conflict, condition, state, states.front());
        RC_ASSERT(allSo(facts, conflict, state));
        for (const auto& other : states)
          if (allSo(facts, conflict, other))
            RC_ASSERT(model::holds(condition, conflict, other) == model::holds(condition, conflict, state));
      }
  }));
}

TEST(PlainFacts, AreToldWithoutNesting) {
  const auto conflict =
      *language::parse(
           language::SourceText("t", "conflict \"t\"\nparty A\n  option x\n  option y\nparty B\n  option z\n"
                                     "define peace = x\nalways x and not (y or z) and peace\n"))
           .conflict;
  const auto ways = waysOf(conflict.constraints[0].holds, true);
  ASSERT_TRUE(ways);
  ASSERT_EQ(ways->size(), 1U);
  EXPECT_EQ(factsAsThing(conflict, ways->front(), model::PartyId(0)),
            "“x” and “peace” without “y” or “z” (B)");
  EXPECT_EQ(factsInWords(conflict, ways->front(), model::PartyId(0)),
            "“x” is chosen, neither “y” nor “z” (B) is chosen and there is “peace”");
  EXPECT_EQ(
      factsInWords(conflict, ways->front(), std::nullopt, Tense::then),
      "“x” (A) would be chosen, neither “y” (A) nor “z” (B) would be chosen and there would be “peace”");
}

} // namespace
} // namespace stasis::report
