// MR_h, CMR_h and their limits: the explicit engine, with a list and with a cube, against nested loops on
// random conflicts of two to four parties; published numbers; and laws that always hold.

#include "model/looking_ahead.h"
#include "oracle/trees.h"
#include "stability/explicit/small_engines.h"
#include "stability/symbolic/symbolic_engine.h"
#include "support/published.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace stasis::families {
namespace {

using model::Conflict;
using model::PartyId;
using stability::ExplicitWay;

/// Those of the table, and some beyond it.
std::vector<std::string> keys() {
  std::vector<std::string> all{"mr10", "mr13", "cmr11", "cmr12"};
  for (const auto& concept_ : model::conceptsOf(model::treeFamily))
    all.emplace_back(concept_.key);
  return all;
}

void holdToTheOracle(const Conflict& conflict, stability::Engine& engine) {
  static const std::vector<std::string> all = keys();
  const oracle::Game game(conflict);
  const oracle::Trees any(game, false);
  const oracle::Trees credible(game, true);
  for (const std::string& key : all) {
    const oracle::Trees& trees = key.starts_with("c") ? credible : any;
    const std::size_t h = key.ends_with("_even")  ? trees.lastEven()
                          : key.ends_with("_odd") ? trees.lastOdd()
                                                  : std::stoul(key.substr(key.find('r') + 1));
    for (std::size_t i = 0; i < conflict.parties.size(); ++i)
      ASSERT_EQ(members(engine, engine.stable(*model::findConcept(key), PartyId(i))), trees.stable(h, i))
          << key << " for " << conflict.parties[i].name << ", " << engine.name();
  }
}

void holdToTheOracle(const Conflict& conflict, ExplicitWay way) {
  holdToTheOracle(conflict, *opened(conflict, way));
}

TEST(Trees, AreTheOraclesInAList) {
  support::forSeeds(3000, small(), [](const Conflict& c) { holdToTheOracle(c, ExplicitWay::list); });
}

TEST(Trees, AreTheOraclesInACube) {
  support::Kind kind = support::Kind::optionForm();
  kind.minParties = 2;
  kind.maxOptions = 5;
  support::forSeeds(500, kind, [](const Conflict& c) { holdToTheOracle(c, ExplicitWay::cube); });
}

TEST(Trees, AreTheOraclesOnDiagrams) {
  support::Kind kind = support::Kind::optionForm();
  kind.minParties = 2;
  kind.maxOptions = 5;
  std::size_t held = 0;
  support::forSeeds(400, kind, [&](const Conflict& c) {
    if (const auto engine = stability::openSymbolic(c, {}, {}).engine) {
      holdToTheOracle(c, *engine);
      ++held;
    }
  });
  EXPECT_GT(held, 350U);
}

/// `inner` ⊆ `outer` for every party.
void included(stability::Engine& engine, std::string_view inner, std::string_view outer) {
  for (std::size_t i = 0; i < engine.conflict().parties.size(); ++i)
    ASSERT_EQ(engine.count(engine.without(engine.stable(*model::findConcept(inner), PartyId(i)),
                                          engine.stable(*model::findConcept(outer), PartyId(i)))),
              0)
        << inner << " outside " << outer;
}

TEST(Trees, BeginWithTheClassicalConceptsAndCloseIn) {
  support::forSeeds(1000, small(), [](const Conflict& c) {
    const auto engine = opened(c, ExplicitWay::automatic);
    const std::pair<const char*, const char*> same[] = {{"mr1", "nash"},  {"mr2", "gmr"},  {"mr3", "smr"},
                                                        {"cmr1", "nash"}, {"cmr2", "seq"}, {"cmr3", "sseq"}};
    for (const auto& [tree, classical] : same) {
      included(*engine, tree, classical);
      included(*engine, classical, tree);
    }
    for (const std::string family : {"mr", "cmr"}) {
      const char* const chain[] = {"1", "3", "5", "7", "9", "_odd", "_even", "8", "6", "4", "2"};
      for (std::size_t k = 1; k < std::size(chain); ++k)
        included(*engine, family + chain[k - 1], family + chain[k]);
    }
  });
}

TEST(Trees, HaveKeysUpToForty) {
  for (const std::string letters : {"mr", "cmr", "l"}) {
    std::set<model::Concept> all;
    for (std::size_t h = 1; h <= 40; ++h) {
      const std::string key = letters + std::to_string(h);
      const auto found = model::findConcept(key);
      ASSERT_TRUE(found) << key;
      EXPECT_EQ(row(*found).key, key);
      EXPECT_EQ(row(*found).id, *found);
      EXPECT_TRUE(all.insert(*found).second) << key;
      if (letters != "l") {
        EXPECT_EQ(movesAhead(*found), h);
        EXPECT_FALSE(isLimit(*found)) << key;
        EXPECT_EQ(row(*found).answers, letters == "mr" ? model::Relation::always : model::Relation::better);
      }
      EXPECT_EQ(inGroup(row(*found)), h == 4 || (letters == "mr" && h == 5) || (letters == "l" && h < 4))
          << key;
    }
    for (const char* none : {"0", "41", "100", "01", "010", "1x", ""})
      EXPECT_FALSE(model::findConcept(letters + none)) << letters << none;
  }
  EXPECT_EQ(model::findConcept("MR10"), model::findConcept("mr10"));
  for (const char* limit : {"mr_odd", "mr_even", "cmr_odd", "cmr_even"})
    EXPECT_TRUE(isLimit(*model::findConcept(limit)));
}

TEST(Trees, OfElmiraAsPublished) {
  const Conflict conflict = support::elmira();
  const oracle::Game game(conflict);
  const oracle::Places mr4{0, 3, 4, 7, 8};
  const oracle::Places cmr4{4, 7, 8};
  EXPECT_EQ(oracle::Trees(game, false).equilibria(4), mr4);
  EXPECT_EQ(oracle::Trees(game, true).equilibria(4), cmr4);
  const auto engine = opened(conflict, ExplicitWay::automatic);
  EXPECT_EQ(members(*engine, engine->equilibria(*model::findConcept("mr4"))), mr4);
  EXPECT_EQ(members(*engine, engine->equilibria(*model::findConcept("cmr4"))), cmr4);
}

} // namespace
} // namespace stasis::families
