#include "analysis/invert/changed_stability.h"
#include "oracle/oracle_engine.h"
#include "stability/solution.h"
#include "support/property.h"

#include <gtest/gtest.h>

namespace stasis::analysis {
namespace {

using model::Concept;
using model::Conflict;
using model::PartyId;
using oracle::Place;

void sameAsOracle(ChangedStability& changed, const Conflict& conflict) {
  const oracle::Game game(conflict);
  for (const Concept id : stability::everyConcept())
    for (std::size_t i = 0; i < game.parties(); ++i)
      for (Place s = 0; s < game.size(); ++s)
        RC_ASSERT(changed.stable(id, PartyId(i), changed.at(game.feasible()[s]), {}) ==
                  game.isStable(id, i, s));
}

TEST(ChangedStability, AsWrittenIsTheDefinition) {
  for (const auto& kind :
       {support::Kind::anything(), support::Kind::mergedStates(), support::Kind::graphOnly()})
    EXPECT_TRUE(support::holdsFor(60, kind, [](const Conflict& conflict) {
      oracle::OracleEngine engine(conflict);
      const Rules rules(engine);
      ChangedStability changed(engine, rules);
      sameAsOracle(changed, conflict);
    }));
}

// Every seventh preference that one change makes, and back to what is written in between.
TEST(ChangedStability, WithAnyPreferenceIsTheDefinition) {
  support::Kind kind;
  kind.maxOptions = 5;
  kind.merged = false; // a change may tell members apart
  EXPECT_TRUE(support::holdsFor(20, kind, [](const Conflict& conflict) {
    oracle::OracleEngine engine(conflict);
    const Rules rules(engine);
    ChangedStability changed(engine, rules);
    for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
      PreferenceChanges changes(conflict.parties[i].preference);
      std::size_t seen = 0;
      changes.each(1, [&](const Arrangement& arrangement) {
        if (seen++ % 7 != 0)
          return true;
        Conflict other = conflict;
        other.parties[i].preference = changes.preference(arrangement);
        changed.prefer(PartyId(i), arrangement);
        sameAsOracle(changed, other);
        return true;
      });
      changed.prefer(PartyId(i), changes.written());
    }
  }));
}

} // namespace
} // namespace stasis::analysis
