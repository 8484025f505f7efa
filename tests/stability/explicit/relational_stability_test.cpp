// The explicit engine, as a list and as a cube, against nested loops on random conflicts of two to four
// parties: with ties, directed options, listed and merged states, listed moves; and laws that hold between
// concepts of different families.

#include "oracle/families.h"
#include "stability/explicit/enumerate.h"
#include "stability/explicit/relational_stability.h"
#include "stability/explicit/small_engines.h"
#include "support/random_marks.h"
#include "support/seeded.h"
#include "support/small_conflicts.h"

#include <gtest/gtest.h>

#include <string>

namespace stasis::families {
namespace {

using model::Concept;
using model::ConceptFamily;
using model::Conflict;
using model::PartyId;
using stability::ExplicitWay;

constexpr std::uint64_t runs = 5000;

enum class Marks : std::uint8_t { strength, doubt, attitudes, all };

Conflict marked(Conflict conflict, Marks marks, std::uint64_t seed) {
  support::SeededDice dice(seed);
  if (marks == Marks::strength || marks == Marks::all)
    support::addStrength(conflict, dice);
  if (marks == Marks::doubt || marks == Marks::all)
    support::addDoubt(conflict, dice);
  if (marks == Marks::attitudes || marks == Marks::all)
    support::addAttitudes(conflict, dice);
  return conflict;
}

/// Compares every verdict of the family, with a list and, if no states are listed, with a cube.
void holdToTheOracle(const Conflict& conflict, ConceptFamily family, std::size_t& verdicts) {
  const oracle::Game game(conflict);
  const oracle::Families definitions(game);
  std::vector<ExplicitWay> ways{ExplicitWay::list};
  if (conflict.listed.empty() && !conflict.hasGraphForm())
    ways.push_back(ExplicitWay::cube);
  for (const ExplicitWay way : ways) {
    const auto engine = opened(conflict, way);
    ASSERT_TRUE(engine && engine->serves(family));
    for (const auto& concept_ : model::conceptsOf(family))
      for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
        ASSERT_EQ(members(*engine, engine->stable(concept_.id, PartyId(i))),
                  definitions.stable(concept_.key, i))
            << concept_.key << " for " << conflict.parties[i].name << ", " << engine->way();
        verdicts += game.size();
      }
  }
}

void holdFamily(ConceptFamily family, Marks marks) {
  std::size_t verdicts = 0;
  std::uint64_t seed = 0;
  support::forSeeds(runs, small(), [&](const Conflict& plain) {
    holdToTheOracle(marked(plain, marks, ++seed), family, verdicts);
  });
  EXPECT_GT(verdicts, runs * 20);
  testing::Test::RecordProperty("verdicts", std::to_string(verdicts));
}

TEST(Families, StrengthIsTheOracles) { holdFamily(ConceptFamily::strength, Marks::strength); }
TEST(Families, DoubtIsTheOracles) { holdFamily(ConceptFamily::unknown, Marks::doubt); }
TEST(Families, AttitudesAreTheOracles) { holdFamily(ConceptFamily::attitudes, Marks::attitudes); }

/// Lines beyond the 64 that fit in a word, and more classes than bits in one.
TEST(Families, LongPreferencesAreTheOracles) {
  std::size_t verdicts = 0;
  support::Kind kind = support::small(support::Kind::optionForm(), 2, 3, 7);
  std::uint64_t seed = 0;
  support::forSeeds(30, kind, [&](const Conflict& plain) {
    Conflict conflict = plain;
    support::SeededDice dice(++seed);
    for (auto& party : conflict.parties) {
      auto& tiers = party.preference.emplace<model::Prioritised>().tiers;
      for (std::size_t k = 0; k < 70; ++k)
        tiers.push_back({{.wanted = support::randomExpression(conflict, dice, k < 62 ? 0 : 2)}});
    }
    // Every doubtful line doubles the readings, and the oracle tries them all.
    for (auto& party : conflict.parties)
      for (const std::size_t k : {1U, 63U, 64U, 69U})
        std::get<model::Prioritised>(party.preference).tiers[k].front().mark = model::Mark::perhaps;
    holdToTheOracle(conflict, ConceptFamily::unknown, verdicts);
  });
}

/// What is asked of many classes at once is the same with little memory, where they are taken fewer at a
/// time; with less than that, the limit is told.
TEST(Families, LittleMemoryChangesNoVerdict) {
  support::Kind kind = support::Kind::optionForm();
  kind.minParties = 3;
  kind.maxParties = 4;
  kind.maxOptions = 10;
  std::size_t moreThanAtOnce = 0;
  std::uint64_t seed = 0;
  support::forSeeds(60, kind, [&](const Conflict& plain) {
    Conflict conflict = plain;
    support::SeededDice dice(++seed);
    support::addAttitudes(conflict, dice);
    for (auto& party : conflict.parties) {
      auto& tiers = party.preference.emplace<model::Prioritised>().tiers;
      for (std::size_t k = 0; k < 20; ++k)
        tiers.push_back({{.wanted = support::randomExpression(conflict, dice, 0)}});
      for (const std::size_t k : {1U, 3U})
        tiers[k].front().mark = model::Mark::perhaps;
    }
    const stability::StateSpace space(conflict, stability::feasibleStates(conflict, 1U << 10U, {}));
    if (space.size() == 0)
      return;
    std::vector<stability::Ranks> ranks;
    for (std::size_t i = 0; i < conflict.parties.size(); ++i)
      ranks.push_back(stability::rankStates(space, PartyId(i), {}));
    for (const auto family : {ConceptFamily::unknown, ConceptFamily::attitudes}) {
      stability::RelationalStability plenty(space, ranks, std::uint64_t{1} << 30U, {});
      const auto expected = plenty.judge(family, PartyId(0));
      EXPECT_NE(plenty.told().find("classes"), std::string::npos);
      bool refused = false;
      for (std::uint64_t bytes = 512;; bytes += bytes / 16) {
        stability::RelationalStability little(space, ranks, bytes, {});
        try {
          ASSERT_EQ(little.judge(family, PartyId(0)), expected);
          break;
        } catch (const stability::LimitReached& reached) {
          EXPECT_EQ(reached.limit(), stability::Limit::memory);
          refused = true;
        }
      }
      EXPECT_TRUE(refused || space.size() < 16);
      const std::string told = plenty.told();
      moreThanAtOnce += std::stoul(told.substr(told.find("up to ") + 6)) > 64 ? 1 : 0;
    }
  });
  EXPECT_GT(moreThanAtOnce, 10U);
}

/// `inner` ⊆ `outer` for every party.
void included(stability::Engine& engine, std::string_view inner, std::string_view outer) {
  for (std::size_t i = 0; i < engine.conflict().parties.size(); ++i)
    ASSERT_EQ(engine.count(engine.without(engine.stable(*model::findConcept(inner), PartyId(i)),
                                          engine.stable(*model::findConcept(outer), PartyId(i)))),
              0)
        << inner << " in " << outer;
}

void equal(stability::Engine& engine, std::string_view a, std::string_view b) {
  for (std::size_t i = 0; i < engine.conflict().parties.size(); ++i)
    ASSERT_EQ(engine.stable(*model::findConcept(a), PartyId(i)),
              engine.stable(*model::findConcept(b), PartyId(i)))
        << a << " and " << b;
}

TEST(Families, ConceptsIncludeEachOther) {
  std::uint64_t seed = 0;
  support::forSeeds(500, small(), [&](const Conflict& plain) {
    const Conflict conflict = marked(plain, Marks::all, ++seed);
    const auto engine = opened(conflict, ExplicitWay::list);
    for (const char* base : {"gmr", "smr", "seq", "sseq"})
      included(*engine, std::string("strong_") + base, base);
    for (const std::string base : {"nash", "gmr", "smr", "seq"}) {
      included(*engine, base + "_a", base + "_b");
      included(*engine, base + "_c", base + "_d");
    }
    for (const auto& [inner, outer] : {std::pair{"strong_smr", "strong_gmr"},
                                       {"strong_seq", "strong_gmr"},
                                       {"strong_sseq", "strong_seq"},
                                       {"strong_sseq", "strong_smr"},
                                       {"nash", "strong_gmr"},
                                       {"nash", "strong_sseq"},
                                       {"rnash", "rsmr"},
                                       {"rnash", "rseq"},
                                       {"rsmr", "rgmr"},
                                       {"rseq", "rgmr"}})
      included(*engine, inner, outer);
  });
}

TEST(Families, EachIgnoresTheMarksOfTheOthers) {
  std::uint64_t seed = 0;
  support::forSeeds(500, small(), [&](const Conflict& plain) {
    const auto all = marked(plain, Marks::all, ++seed);
    const auto with = opened(all, ExplicitWay::list);
    Conflict without = all;
    for (auto& party : without.parties) {
      party.attitudes.clear();
      party.unsure.clear();
      if (auto* ranking = std::get_if<model::Ranking>(&party.preference))
        ranking->strongAfter.clear();
      if (auto* said = std::get_if<model::Prioritised>(&party.preference))
        for (auto& tier : said->tiers)
          for (auto& statement : tier)
            statement.mark = model::Mark::none;
    }
    const auto unmarked = opened(without, ExplicitWay::list);
    for (const auto& concept_ : model::concepts)
      for (std::size_t i = 0; i < all.parties.size(); ++i)
        ASSERT_EQ(members(*with, with->stable(concept_.id, PartyId(i))),
                  members(*unmarked, unmarked->stable(concept_.id, PartyId(i))));
    // Without marks, the concepts of a family are the classical ones, or as strict as possible.
    for (const std::string x : {"_a", "_b", "_c", "_d"})
      for (const std::string base : {"nash", "gmr", "smr", "seq"})
        equal(*unmarked, base + x, base);
    for (const std::string base : {"gmr", "smr", "seq", "sseq"})
      equal(*unmarked, "strong_" + base, "nash");
  });
}

/// If everybody is for itself and neutral towards the others, and nobody is indifferent between two states,
/// these are the classical concepts.
TEST(Families, DiscreteAttitudesWithStrictPreferencesAreClassical) {
  support::Kind kind = small();
  kind.merged = false;
  std::uint64_t seed = 0;
  support::forSeeds(500, kind, [&](const Conflict& plain) {
    Conflict strict = plain;
    support::SeededDice dice(++seed);
    const std::size_t states = oracle::Game(plain).size();
    for (auto& party : strict.parties) {
      model::Ranking ranking;
      for (std::size_t s = 0; s < states; ++s)
        ranking.classes.push_back({{model::StateRef::Kind::number, s + 1, {}}});
      for (std::size_t k = 1; k < states; ++k)
        std::swap(ranking.classes[k], ranking.classes[dice.roll(k + 1)]);
      party.preference = ranking;
    }
    const auto engine = opened(strict, ExplicitWay::list);
    for (const std::string base : {"nash", "gmr", "smr", "seq"})
      equal(*engine, "r" + base, base);
  });
}

TEST(Families, WhereEverybodyIsNeutralAllFourAreEqual) {
  support::forSeeds(500, small(), [&](const Conflict& plain) {
    Conflict neutral = plain;
    for (std::size_t i = 0; i < neutral.parties.size(); ++i)
      neutral.parties[i].attitudes.push_back({PartyId(i), model::Attitude::neutral, {}});
    const auto engine = opened(neutral, ExplicitWay::list);
    // If a sequence can lead back to s, it deters, because s is never liked from s itself.
    if (neutral.hasGraphForm() || neutral.hasMergedStates())
      return;
    for (const char* other : {"rgmr", "rsmr", "rseq"})
      equal(*engine, "rnash", other);
  });
}

} // namespace
} // namespace stasis::families
