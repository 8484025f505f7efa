// Strength, unknown preference and attitudes on diagrams against nested loops, on random conflicts of two to
// four parties: with ties, directed options, constraints, listed states, families whose members are alike,
// rankings and long preferences, whose thresholds stand among the options; and against the explicit engine on
// conflicts of thousands of states.

#include "oracle/families.h"
#include "stability/explicit/small_engines.h"
#include "stability/symbolic/symbolic_engine.h"
#include "support/random_marks.h"

#include <gtest/gtest.h>

namespace stasis::families {
namespace {

using model::ConceptFamily;
using model::Conflict;
using model::PartyId;

std::unique_ptr<stability::Engine> diagrams(const Conflict& conflict) {
  return std::move(stability::openSymbolic(conflict, {}, {}).engine);
}

void mark(Conflict& conflict, ConceptFamily family, std::uint64_t seed) {
  support::SeededDice dice(seed);
  if (family == ConceptFamily::strength)
    support::addStrength(conflict, dice);
  if (family == ConceptFamily::unknown)
    support::addDoubt(conflict, dice);
  if (family == ConceptFamily::attitudes)
    support::addAttitudes(conflict, dice);
}

/// Gives the members of a family the marks and attitudes of the first, as `prefer each` and `attitude each`
/// do, so that members who were alike still are.
void markAlike(Conflict& conflict) {
  for (const auto& family : conflict.families) {
    const PartyId first = family.members.front();
    const Conflict before = conflict;
    for (const PartyId member : family.members) {
      auto& party = conflict.parties[member.index()];
      const auto* said = std::get_if<model::Prioritised>(&before.party(first).preference);
      auto* own = std::get_if<model::Prioritised>(&party.preference);
      for (std::size_t k = 0; said != nullptr && own != nullptr && k < own->tiers.size(); ++k)
        for (auto& statement : own->tiers[k])
          statement.mark = k < said->tiers.size() ? model::markOf(said->tiers[k]) : model::Mark::none;
      party.attitudes.clear();
      for (std::size_t j = 0; j < conflict.parties.size(); ++j) {
        const bool fellow = std::ranges::find(family.members, PartyId(j)) != family.members.end();
        const PartyId towards = PartyId(j) == member ? first : fellow ? family.members.back() : PartyId(j);
        party.attitudes.push_back({PartyId(j), before.attitude(first, towards), {}});
      }
    }
  }
}

std::size_t holdToTheOracle(const Conflict& conflict, ConceptFamily family) {
  std::size_t verdicts = 0;
  const oracle::Game game(conflict);
  const oracle::Families definitions(game);
  const auto engine = diagrams(conflict);
  const auto compare = [&] {
    ASSERT_TRUE(engine && engine->serves(family));
    for (const auto& concept_ : model::conceptsOf(family))
      for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
        ASSERT_EQ(members(*engine, engine->stable(concept_.id, PartyId(i))),
                  definitions.stable(concept_.key, i))
            << concept_.key << " for " << conflict.parties[i].name;
        verdicts += game.size();
      }
  };
  compare();
  return verdicts;
}

support::Kind taken() {
  support::Kind kind = small();
  kind.merged = false;
  kind.graphForm = false;
  return kind;
}

/// `runs` conflicts of this kind, marked for the family.
void holdFamily(ConceptFamily family, const support::Kind& kind, std::uint64_t runs) {
  std::size_t verdicts = 0;
  std::uint64_t seed = 0;
  support::forSeeds(runs, kind, [&](const Conflict& plain) {
    Conflict conflict = plain;
    mark(conflict, family, ++seed);
    verdicts += holdToTheOracle(conflict, family);
  });
  EXPECT_GT(verdicts, runs * 20);
  testing::Test::RecordProperty("verdicts", std::to_string(verdicts));
}

support::Kind byOptions() {
  support::Kind kind = support::Kind::optionForm();
  kind.minParties = 2;
  kind.maxOptions = 6;
  return kind;
}

void holdMembersAlike(ConceptFamily family) {
  for (std::uint64_t seed = 1; seed <= 80 && !testing::Test::HasFailure(); ++seed) {
    support::SeededDice dice(seed);
    support::Kind kind = support::Kind::families();
    kind.namedApart = seed % 3 == 0;
    Conflict conflict = support::randomFamily(kind, dice);
    mark(conflict, family, seed);
    if (seed % 5 != 0)
      markAlike(conflict);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + support::show(conflict));
    holdToTheOracle(conflict, family);
  }
}

class SymbolicFamilies : public testing::TestWithParam<ConceptFamily> {};

TEST_P(SymbolicFamilies, AreTheOracles) { holdFamily(GetParam(), taken(), 5000); }
TEST_P(SymbolicFamilies, ByOptionsAreTheOracles) { holdFamily(GetParam(), byOptions(), 1000); }
TEST_P(SymbolicFamilies, OfMembersWhoAreAlikeAreTheOracles) { holdMembersAlike(GetParam()); }

/// Of more bits than eight, thresholds of few options stand among the options.
TEST_P(SymbolicFamilies, OfLongPreferencesAreTheOracles) {
  support::Kind kind = byOptions();
  kind.maxParties = 3;
  std::uint64_t seed = 0;
  support::forSeeds(200, kind, [&](const Conflict& plain) {
    Conflict conflict = plain;
    support::SeededDice dice(++seed);
    for (auto& party : conflict.parties) {
      auto& tiers = party.preference.emplace<model::Prioritised>().tiers;
      for (std::size_t k = 0; k < 12; ++k)
        tiers.push_back({{.wanted = support::randomExpression(conflict, dice, k < 8 ? 1 : 3)}});
    }
    mark(conflict, GetParam(), seed);
    holdToTheOracle(conflict, GetParam());
  });
}

TEST_P(SymbolicFamilies, AreTheExplicitEnginesOnThousandsOfStates) {
  support::Kind kind = byOptions();
  kind.minParties = 3;
  kind.maxOptions = 11;
  int large = 0;
  for (std::uint64_t seed = 1; large < 12; ++seed) {
    support::SeededDice dice(seed);
    Conflict conflict = support::randomConflict(kind, dice);
    if (conflict.options.size() < 10)
      continue;
    ++large;
    mark(conflict, GetParam(), seed);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + support::show(conflict));
    const auto symbolic = diagrams(conflict);
    const auto explicitly = opened(conflict, stability::ExplicitWay::list);
    for (const auto& concept_ : model::conceptsOf(GetParam()))
      for (std::size_t i = 0; i < conflict.parties.size(); ++i)
        ASSERT_EQ(symbolic->list(symbolic->stable(concept_.id, PartyId(i)), 1 << 12),
                  explicitly->list(explicitly->stable(concept_.id, PartyId(i)), 1 << 12))
            << concept_.key << " for " << conflict.parties[i].name;
  }
}

INSTANTIATE_TEST_SUITE_P(Families, SymbolicFamilies,
                         testing::Values(ConceptFamily::strength, ConceptFamily::unknown,
                                         ConceptFamily::attitudes),
                         [](const auto& family) { return std::string(row(family.param).key); });

} // namespace
} // namespace stasis::families
