#include "language/parse.h"
#include "stability/engine_suite.h"
#include "stability/explicit/explicit_engine.h"
#include "stability/orbits/kinds.h"
#include "stability/orbits/orbits_engine.h"
#include "stability/orbits/told_apart.h"
#include "stability/symbolic/symbolic_engine.h"

namespace stasis::properties {
namespace {

std::unique_ptr<Engine> opened(const Conflict& conflict) {
  return withoutErrors(stability::openOrbits(conflict, {}, {}));
}

struct Orbits {
  static std::unique_ptr<Engine> open(const Conflict& conflict) {
    return conflict.hasMergedStates() || conflict.hasGraphForm() ? nullptr : opened(conflict);
  }
  static std::vector<support::Kind> kinds() {
    support::Kind lonely = support::Kind::optionForm(); // more than 64 choices of its own
    lonely.maxParties = 2;
    lonely.maxOptions = 9;
    return {support::Kind::families(), byOptions(), lonely};
  }
  static constexpr int runs = 400;
};

INSTANTIATE_TYPED_TEST_SUITE_P(Orbits, EngineSuite, Orbits);

void expectSame(Engine& tested, Engine& reference) {
  const auto& conflict = tested.conflict();
  const auto everyState = members(reference, reference.feasible());
  ASSERT_EQ(members(tested, tested.feasible()), everyState) << support::show(conflict);
  for (const auto& concept_ : model::concepts)
    for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
      const StateSet set = reference.stable(concept_.id, PartyId(i));
      ASSERT_EQ(members(tested, tested.stable(concept_.id, PartyId(i))), members(reference, set))
          << concept_.name << ' ' << conflict.parties[i].name << '\n'
          << support::show(conflict);
    }
  const auto traffic = tested.traffic();
  const auto expected = reference.traffic();
  ASSERT_TRUE(traffic && expected);
  ASSERT_EQ(traffic->moves, expected->moves) << support::show(conflict);
  ASSERT_EQ(traffic->improvements, expected->improvements) << support::show(conflict);
  for (const auto& state : reference.list(reference.feasible(), 12))
    for (std::size_t i = 0; i < conflict.parties.size(); ++i)
      ASSERT_EQ(tested.place(PartyId(i), state), reference.place(PartyId(i), state))
          << support::show(conflict);
}

/// A random conflict with a family in it.
Conflict family(const support::Kind& kind, std::uint64_t seed) {
  support::SeededDice dice(seed);
  for (;;) {
    Conflict conflict = support::randomConflict(kind, dice);
    if (!conflict.families.empty())
      return conflict;
  }
}

TEST(OrbitsEngine, AgreesWithTheExplicitOneStateByStateOnThousandFamilies) {
  int alike = 0;
  for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
    support::Kind kind = support::Kind::families();
    kind.maxOptions = seed % 10 == 0 ? 14 : 11;
    const Conflict conflict = family(kind, seed);
    const auto orbits = opened(conflict);
    const auto explicitly = stability::openExplicit(conflict, {}, {}).engine;
    ASSERT_EQ(orbits == nullptr, explicitly == nullptr);
    expectSame(*orbits, *explicitly);
    alike += stability::kindsOf(conflict, {}).size() < conflict.parties.size() ? 1 : 0;
    if (HasFatalFailure())
      return;
  }
  EXPECT_GT(alike, 700);
}

Conflict parsed(const std::string& text) {
  const language::SourceText source("t.conflict", text);
  auto parsed = language::parse(source);
  EXPECT_TRUE(parsed.conflict);
  return std::move(*parsed.conflict);
}

/// Guarantors who weigh several counts at once, beside two others.
std::string guarantors(int members, const std::string& more = "") {
  std::string names = "France";
  for (int m = 2; m <= members; ++m)
    names += ", G" + std::to_string(m);
  const auto k = [](int of) { return std::to_string(std::max(1, of)); };
  return "party Russia\n  option target\n  option accept\nparty Ukraine\n  option agree\n"
         "parties Guarantors of " +
         names + "\n  option land\n  option air\n" + "define half = at least " + k((members + 1) / 2) +
         " of Guarantors.land\n" + "define few = at least " + k(members / 4) + " of Guarantors.air\n" +
         "define most = at least " + k(2 * members / 3) + " of Guarantors.air\n" +
         "define settlement = accept and agree\nnever settlement and target\n"
         "prefer Russia\n  not half\n  target iff few\n  settlement\n"
         "prefer Ukraine\n  half or most\n  settlement iff few\n  settlement\n"
         "prefer each Guarantors\n  self.land iff half\n  self.air xor few\n  settlement\n"
         "  not self.air if most\n  not self.land\n" +
         more;
}

void expectSameCounts(const Conflict& conflict, Engine& reference) {
  const auto orbits = opened(conflict);
  ASSERT_TRUE(orbits);
  for (const auto& concept_ : model::concepts) {
    for (std::size_t i = 0; i < conflict.parties.size(); ++i)
      EXPECT_EQ(orbits->count(orbits->stable(concept_.id, PartyId(i))),
                reference.count(reference.stable(concept_.id, PartyId(i))))
          << concept_.name << ' ' << conflict.parties[i].name;
    const StateSet a = orbits->equilibria(concept_.id);
    const StateSet b = reference.equilibria(concept_.id);
    EXPECT_EQ(orbits->count(a), reference.count(b)) << concept_.name;
    EXPECT_EQ(orbits->list(a, 100), reference.list(b, 100)) << concept_.name;
  }
}

TEST(OrbitsEngine, AgreesWithBothEnginesOnUpToTenMembers) {
  for (const int members : {3, 5, 7, 8, 10}) {
    const Conflict conflict = parsed(guarantors(members));
    if (members <= 8)
      expectSameCounts(conflict, *stability::openExplicit(conflict, {}, {}).engine);
    else
      expectSameCounts(conflict, *stability::openSymbolic(conflict, {}, {}).engine);
  }
}

TEST(OrbitsEngine, WhoIsNamedStandsAlone) {
  const std::string named = "never France.land and target\n";
  const Conflict conflict = parsed(guarantors(6, named));
  const auto kinds = stability::kindsOf(conflict, {});
  ASSERT_EQ(kinds.size(), 4U);
  EXPECT_EQ(kinds[2], (stability::Parties{PartyId(2)}));
  EXPECT_EQ(kinds[3].size(), 5U);
  expectSameCounts(conflict, *stability::openExplicit(conflict, {}, {}).engine);
}

/// France and others, ten in all.
std::string tenNames() {
  std::string names = "France";
  for (int m = 2; m <= 10; ++m)
    names += ", G" + std::to_string(m);
  return names;
}

TEST(OrbitsEngine, AgreesWithBothEnginesOnTenMembersOfOneOption) {
  const Conflict conflict = parsed(
      "party Russia\n  option target\nparty Ukraine\n  option invite\nparties Guarantors of " + tenNames() +
      "\n  option land\ndefine half = at least 5 of Guarantors.land\n"
      "define few = at most 2 of Guarantors.land\nnever invite and target and few\n"
      "prefer Russia\n  not half\n  target iff few\nprefer Ukraine\n  half\n  invite xor few\n"
      "prefer each Guarantors\n  self.land iff half\n  invite if few\n  not self.land\n");
  expectSameCounts(conflict, *stability::openExplicit(conflict, {}, {}).engine);
  expectSameCounts(conflict, *stability::openSymbolic(conflict, {}, {}).engine);
}

// The guarantors of the flagship who look at several thresholds (docs/full-resolution.md), of whom one is
// named.
TEST(OrbitsEngine, OneOfTheFlagshipsGuarantorsNamedApartIsCountedAlone) {
  const Conflict conflict = parsed(
      "party Russia\n  option accept irrevocable\nparty Ukraine\n  option accept\n  option invite\n"
      "parties Guarantors of " +
      tenNames() +
      "\n  option land\n  option support\ndefine force = at least 5 of Guarantors.land\n"
      "define half = at least 5 of Guarantors.land\ndefine covered = at least 9 of Guarantors.support\n"
      "define settlement = Russia.accept and Ukraine.accept\n"
      "define guarantee = settlement and invite and force and any of Guarantors.support\n"
      "never France.land and Russia.accept and not Ukraine.accept\n"
      "prefer Russia\n  not half if settlement\n  settlement\n"
      "prefer Ukraine\n  guarantee if settlement\n  settlement\n  invite\n"
      "prefer each Guarantors\n  settlement\n  guarantee if settlement\n  any of self.*\n"
      "  self.land iff half\n  not self.support if covered\n  not self.land\n");
  const auto kinds = stability::kindsOf(conflict, {});
  ASSERT_EQ(kinds.size(), 4U);
  EXPECT_EQ(kinds[2], (stability::Parties{PartyId(2)}));
  expectSameCounts(conflict, *stability::openSymbolic(conflict, {}, {}).engine);
}

// Exchanging two members' names leaves every set as it is, with their options exchanged.
TEST(OrbitsEngine, WhichMemberIsAskedChangesNoCount) {
  const Conflict conflict = parsed(guarantors(9));
  const auto engine = opened(conflict);
  for (const auto& concept_ : model::concepts) {
    const StateSet first = engine->stable(concept_.id, PartyId(2));
    const StateSet last = engine->stable(concept_.id, PartyId(10));
    EXPECT_EQ(engine->count(first), engine->count(last));
    for (model::Pattern state : engine->list(first, 50)) {
      for (std::size_t k = 0; k < 2; ++k) {
        const model::OptionId a(conflict.parties[2].firstOption + k);
        const model::OptionId b(conflict.parties[10].firstOption + k);
        const model::Choice kept = state[a];
        state.set(a, state[b]);
        state.set(b, kept);
      }
      EXPECT_TRUE(engine->contains(last, state)) << concept_.name;
    }
  }
}

TEST(OrbitsEngine, AlikeStatesAreToldByTheFirstOfThem) {
  const Conflict conflict = parsed(guarantors(7));
  const auto engine = opened(conflict);
  for (const auto& concept_ : model::concepts) {
    const StateSet set = engine->equilibria(concept_.id);
    const auto told = engine->listAlike(set, 100000);
    stability::Count states = 0;
    for (const auto& alike : told) {
      EXPECT_TRUE(engine->contains(set, alike.first));
      states += alike.states;
    }
    EXPECT_EQ(states, engine->count(set));
    if (!told.empty()) {
      EXPECT_EQ(told.front().first, engine->list(set, 1).front());
    }
  }
}

// Members judged by different concepts: the states that are stable for each by its own.
TEST(OrbitsEngine, AMixtureIsWhatIsStableForEach) {
  const Conflict conflict = parsed(guarantors(5));
  std::vector<Concept> byParty;
  for (std::size_t i = 0; i < conflict.parties.size(); ++i)
    byParty.push_back(model::concepts[i % 3 == 0 ? 3 : i % 3].id);
  const auto orbits = opened(conflict);
  const auto explicitly = stability::openExplicit(conflict, {}, {}).engine;
  const auto a = stability::solveMixed(*orbits, byParty);
  const auto b = stability::solveMixed(*explicitly, byParty);
  EXPECT_EQ(members(*orbits, *a.mixed->equilibria), members(*explicitly, *b.mixed->equilibria));
}

TEST(OrbitsEngine, SaysWhatItDoesNotTake) {
  for (const Conflict& conflict : {support::elmira(), support::elmiraGraphForm()}) {
    const auto result = stability::openOrbits(conflict, {}, {});
    EXPECT_FALSE(result.engine);
    ASSERT_EQ(result.diagnostics.size(), 1U);
    EXPECT_EQ(result.diagnostics.front().code, "S0607");
  }
}

TEST(OrbitsEngine, StaysWithinItsMemory) {
  const Conflict conflict = parsed(guarantors(10));
  stability::EngineLimits limits;
  limits.maxMemory = 100000;
  EXPECT_THROW(stability::openOrbits(conflict, limits, {}), stability::LimitReached);
  EXPECT_FALSE(stability::orbitsThatFit(conflict, limits));
  EXPECT_TRUE(stability::orbitsThatFit(conflict, {}));
}

TEST(OrbitsEngine, CountsBelowAndAboveWhatAWordHolds) {
  for (const unsigned members : {4U, 61U, 66U}) { // 2^127 is between the last two
    const Conflict conflict = parsed(guarantors(static_cast<int>(members)));
    const auto engine = opened(conflict);
    const stability::Count states =
        stability::Count(7) << (2 * members); // of eight choices of the two others one is not feasible
    EXPECT_EQ(engine->count(engine->feasible()), states) << members;
    const auto target = model::Expression::option(model::OptionId(0));
    EXPECT_EQ(engine->count(engine->where(target)), stability::Count(3) << (2 * members)) << members;
  }
}

TEST(OrbitsEngine, OneLineThatTellsAMemberApartIsTold) {
  const std::string line = "never France.land and target";
  const std::string text = guarantors(16, line + "\n");
  const auto told = stability::membersToldApart(parsed(text), 1, std::uint64_t{1} << 40);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told.front().code, "S0611");
  EXPECT_EQ(text.find(line), told.front().range.begin);
  EXPECT_TRUE(stability::membersToldApart(parsed(guarantors(16)), 1, std::uint64_t{1} << 40).empty());
}

} // namespace
} // namespace stasis::properties
