// Strength of preference on orbits: against nested loops on random conflicts of families, whose members are
// alike or told apart by a mark, of parties alone, with rankings and listed states.

#include "oracle/families.h"
#include "stability/engine_suite.h"
#include "stability/orbits/kinds.h"
#include "stability/orbits/orbits_engine.h"
#include "support/random_marks.h"
#include "support/seeded.h"

namespace stasis::properties {
namespace {

/// Gives the members of a family the marks of the first, as `prefer each` does.
void markAlike(Conflict& conflict) {
  for (const auto& family : conflict.families) {
    const auto first = conflict.party(family.members.front()).preference;
    const auto* said = std::get_if<model::Prioritised>(&first);
    for (const PartyId member : family.members)
      if (auto* own = std::get_if<model::Prioritised>(&conflict.parties[member.index()].preference))
        for (std::size_t k = 0; said != nullptr && k < own->tiers.size(); ++k)
          for (auto& statement : own->tiers[k])
            statement.mark = k < said->tiers.size() ? model::markOf(said->tiers[k]) : model::Mark::none;
  }
}

void holdToTheOracle(const Conflict& conflict, std::size_t& verdicts) {
  const auto engine = stability::openOrbits(conflict, {}, {}).engine;
  if (!engine)
    return;
  ASSERT_TRUE(engine->serves(model::ConceptFamily::strength));
  const oracle::Game game(conflict);
  const oracle::Families definitions(game);
  for (const auto& concept_ : model::conceptsOf(model::ConceptFamily::strength)) {
    std::vector<model::Pattern> everybodys;
    for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
      std::vector<model::Pattern> expected;
      for (const auto place : definitions.stable(concept_.key, i))
        expected.push_back(game.feasible()[place]);
      ASSERT_EQ(members(*engine, engine->stable(concept_.id, PartyId(i))), expected)
          << concept_.key << " for " << conflict.parties[i].name;
      verdicts += game.size();
    }
    for (const auto place : definitions.equilibria(concept_.key))
      everybodys.push_back(game.feasible()[place]);
    ASSERT_EQ(members(*engine, engine->equilibria(concept_.id)), everybodys) << concept_.key;
  }
}

TEST(OrbitsStrength, OfPartiesAloneIsTheOracles) {
  support::Kind kind = byOptions(support::Kind::anything());
  kind.minParties = 2;
  kind.maxOptions = 4;
  std::size_t verdicts = 0;
  std::uint64_t seed = 0;
  support::forSeeds(5000, kind, [&](const Conflict& plain) {
    Conflict conflict = plain;
    support::SeededDice dice(++seed);
    support::addStrength(conflict, dice);
    holdToTheOracle(conflict, verdicts);
  });
  EXPECT_GT(verdicts, 100'000U);
}

TEST(OrbitsStrength, OfMembersWhoAreAlikeIsTheOracles) {
  std::size_t verdicts = 0;
  std::size_t counted = 0; // conflicts with members who are alike
  for (std::uint64_t seed = 1; seed <= 250 && !testing::Test::HasFailure(); ++seed) {
    support::SeededDice dice(seed);
    support::Kind kind = support::Kind::families();
    kind.maxOptions = 7;
    kind.namedApart = seed % 3 == 0;
    Conflict conflict = support::randomFamily(kind, dice);
    support::addStrength(conflict, dice);
    if (seed % 5 != 0)
      markAlike(conflict);
    counted += stability::kindsOf(conflict, {}).size() < conflict.parties.size() ? 1 : 0;
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + support::show(conflict));
    holdToTheOracle(conflict, verdicts);
  }
  EXPECT_GT(counted, 60U);
}

TEST(OrbitsStrength, MembersWithOtherMarksAreNotAlike) {
  support::Kind kind = support::Kind::families();
  kind.namedApart = false;
  std::size_t told = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    support::SeededDice dice(seed);
    Conflict conflict = support::randomFamily(kind, dice);
    const std::size_t before = stability::kindsOf(conflict, {}).size();
    if (conflict.families.empty())
      continue;
    const PartyId member = conflict.families.front().members.front();
    auto* said = std::get_if<model::Prioritised>(&conflict.parties[member.index()].preference);
    if (said == nullptr || said->tiers.empty() || before == conflict.parties.size())
      continue;
    for (auto& statement : said->tiers.front())
      statement.mark = model::Mark::strongly;
    const auto kinds = stability::kindsOf(conflict, {});
    EXPECT_TRUE(std::ranges::any_of(kinds, [&](const auto& of) { return of == stability::Parties{member}; }));
    ++told;
  }
  EXPECT_GT(told, 10U);
}

} // namespace
} // namespace stasis::properties
