// Variants of models with strong statements: the strong ones still come first, so that the explicit engine
// and diagrams give the same answers as nested loops do.

#include "analysis/robust/variation.h"
#include "oracle/families.h"
#include "stability/explicit/explicit_engine.h"
#include "stability/symbolic/symbolic_engine.h"
#include "support/random_marks.h"
#include "support/seeded.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace stasis::analysis {
namespace {

using model::Conflict;
using model::PartyId;

bool strongFirst(const Conflict& conflict) {
  for (const auto& party : conflict.parties)
    if (const auto* said = std::get_if<model::Prioritised>(&party.preference))
      if (!std::ranges::is_partitioned(
              said->tiers, [](const auto& tier) { return model::markOf(tier) == model::Mark::strongly; }))
        return false;
  return true;
}

std::vector<std::string> lettersOf(stability::Engine& engine, stability::StateSet set) {
  std::vector<std::string> letters;
  for (const auto& state : engine.list(set, 1000))
    letters.push_back(state.letters());
  return letters;
}

TEST(StrongVariants, KeepStrongLinesFirst) {
  support::Kind kind = support::Kind::optionForm();
  kind.minParties = 2;
  kind.maxOptions = 4;
  std::uint64_t seed = 0;
  std::size_t variants = 0;
  support::forSeeds(60, kind, [&](const Conflict& plain) {
    Conflict conflict = plain;
    support::SeededDice dice(++seed);
    support::addStrength(conflict, dice);
    const auto written = stability::openExplicit(conflict, {}, {}).engine;
    const Variation variation(*written, {});
    for (const Variant& variant : variation.variants(1)) {
      const Conflict varied = variation.conflict(variant);
      ASSERT_TRUE(strongFirst(varied));
      ++variants;
      const oracle::Game game(varied);
      const oracle::Families definitions(game);
      const auto explicitly = stability::openExplicit(varied, {}, {}).engine;
      const auto symbolic = stability::openSymbolic(varied, {}, {}).engine;
      for (const auto& concept_ : model::conceptsOf(model::ConceptFamily::strength))
        for (std::size_t i = 0; i < varied.parties.size(); ++i) {
          std::vector<std::string> expected;
          for (const auto place : definitions.stable(concept_.key, i))
            expected.push_back(game.feasible()[place].letters());
          ASSERT_EQ(lettersOf(*explicitly, explicitly->stable(concept_.id, PartyId(i))), expected);
          ASSERT_EQ(lettersOf(*symbolic, symbolic->stable(concept_.id, PartyId(i))), expected);
        }
    }
  });
  EXPECT_GT(variants, 300U);
}

} // namespace
} // namespace stasis::analysis
