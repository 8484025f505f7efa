#include "language/parse.h"
#include "properties/engine_suite.h"
#include "stability/explicit/explicit_engine.h"
#include "stability/orbits/kinds.h"
#include "stability/orbits/orbits_engine.h"
#include "stability/symbolic/symbolic_engine.h"

namespace stasis::properties {
namespace {

std::unique_ptr<Engine> opened(const Conflict& conflict) {
  auto result = stability::openOrbits(conflict, {}, {});
  for (const auto& d : result.diagnostics)
    EXPECT_EQ(d.severity, language::Severity::warning) << d.message;
  return std::move(result.engine);
}

/// What the engine takes: everything but listed moves and merged states.
support::Kind taken() {
  support::Kind kind;
  kind.merged = false;
  kind.graphForm = false;
  return kind;
}

struct Orbits {
  static std::unique_ptr<Engine> open(const Conflict& conflict) {
    return conflict.hasMergedStates() || conflict.hasGraphForm() ? nullptr : opened(conflict);
  }
  static std::vector<support::Kind> kinds() {
    support::Kind lonely = support::Kind::optionForm(); // more than 64 choices of its own
    lonely.maxParties = 2;
    lonely.maxOptions = 9;
    return {support::Kind::families(), taken(), lonely};
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

} // namespace
} // namespace stasis::properties
