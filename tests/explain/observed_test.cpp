// Which concepts explain what was observed: against nested loops on random conflicts and histories, and the
// published case. Which concept is stricter: what is stable under it is stable under the other.

#include "analysis/explain/observed.h"
#include "analysis/explain/strictness.h"
#include "analysis/states/open_engine.h"
#include "oracle/definitions.h"
#include "support/published.h"
#include "support/random_marks.h"
#include "support/seeded.h"
#include "support/small_conflicts.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace stasis::analysis {
namespace {

using model::Concept;
using model::Conflict;
using model::PartyId;
using model::Pattern;
using oracle::Place;

const Reopen reopen = [](const Conflict& conflict) { return openEngine(conflict, {}, {}).engine; };

std::vector<PartyId> everyone(const Conflict& conflict) {
  std::vector<PartyId> all;
  for (std::size_t i = 0; i < conflict.parties.size(); ++i)
    all.emplace_back(i);
  return all;
}

TEST(Observed, OfSyriaAndIraqAtTheStatusQuo) {
  const Conflict conflict = support::syriaIraq();
  const auto engine = openEngine(conflict, {}, {}).engine;
  const auto observed = explainObserved(*engine, {*engine->state(1)}, everyone(conflict),
                                        stability::everyConcept(), reopen, {});
  EXPECT_EQ(observed.parties[0].strictest, std::vector{Concept::nash});
  EXPECT_EQ(observed.parties[1].strictest, std::vector{Concept::gmr});
  EXPECT_EQ(observed.parties[1].explainedBy, std::vector{Concept::gmr});
}

/// By definition, for the classical concepts.
class Definition {
public:
  explicit Definition(const oracle::Game& game) : game_(game) {}

  bool explains(Concept id, std::size_t i, const std::vector<Place>& history) const {
    for (std::size_t k = 0; k + 1 < history.size(); ++k) {
      const auto to = part(i, history[k], history[k + 1]);
      if (to == history[k] ? !game_.isStable(id, i, history[k]) : !to || !moves(id, i, history[k], *to))
        return false;
    }
    return game_.isStable(id, i, history.back());
  }

private:
  /// Where the party's own part of the step leads; none: nowhere.
  std::optional<Place> part(std::size_t i, Place from, Place next) const {
    std::string letters = game_.feasible()[from].letters();
    const auto& party = game_.conflict().parties[i];
    for (std::size_t o = party.firstOption; o < party.firstOption + party.optionCount; ++o)
      letters[o] = game_.feasible()[next].letters()[o];
    for (Place s = 0; s < game_.size(); ++s)
      if (game_.feasible()[s].letters() == letters)
        return s;
    return std::nullopt;
  }

  bool moves(Concept id, std::size_t i, Place s, Place s1) const {
    const auto better = game_.improvements(i, s);
    return std::ranges::find(better, s1) != better.end() && !deterred(id, i, s, s1);
  }

  bool deterred(Concept id, std::size_t i, Place s, Place s1) const {
    if (id == Concept::nash)
      return false;
    std::vector<std::size_t> others;
    for (std::size_t j = 0; j < game_.parties(); ++j)
      if (j != i)
        others.push_back(j);
    const bool credible = id == Concept::seq || id == Concept::sseq;
    const bool lasting = id == Concept::smr || id == Concept::sseq;
    for (const Place s2 : credible ? game_.groupImprovements(others, s1) : game_.groupMoves(others, s1)) {
      bool counts = !game_.prefers(i, s2, s);
      for (const Place s3 : game_.moves(i, s2))
        counts = counts && !(lasting && game_.prefers(i, s3, s));
      if (counts)
        return true;
    }
    return false;
  }

  const oracle::Game& game_;
};

TEST(Observed, AreTheDefinitionsOnRandomHistories) {
  support::Kind kind = support::small(support::Kind::optionForm(), 2, 3);
  for (std::uint64_t seed = 1; seed <= 400 && !testing::Test::HasFailure(); ++seed) {
    support::SeededDice dice(seed);
    const Conflict conflict = support::randomConflict(kind, dice);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + support::show(conflict));
    const oracle::Game game(conflict);
    const Definition definition(game);
    std::vector<Place> places;
    for (std::size_t k = 1 + dice.roll(3); k-- > 0;)
      if (const Place s = dice.roll(game.size()); places.empty() || places.back() != s)
        places.push_back(s);
    std::vector<Pattern> history;
    for (const Place s : places)
      history.push_back(game.feasible()[s]);
    const auto engine = openEngine(conflict, {}, {}).engine;
    const auto observed =
        explainObserved(*engine, history, everyone(conflict), stability::everyConcept(), reopen, {});
    for (const auto& seen : observed.parties) {
      for (const auto& concept_ : model::concepts)
        ASSERT_EQ(std::ranges::count(seen.explainedBy, concept_.id) > 0,
                  definition.explains(concept_.id, seen.party.index(), places))
            << concept_.key << " for " << seen.party.index();
      ASSERT_EQ(seen.strictest.empty(), seen.explainedBy.empty());
    }
    const std::pair<const char*, Concept> same[] = {{"mr1", Concept::nash},
                                                    {"mr2", Concept::gmr},
                                                    {"mr3", Concept::smr},
                                                    {"cmr2", Concept::seq},
                                                    {"cmr3", Concept::sseq}};
    std::vector<Concept> trees;
    for (const auto& [key, classical] : same)
      trees.push_back(*model::findConcept(key));
    for (const auto& seen : explainObserved(*engine, history, everyone(conflict), trees, reopen, {}).parties)
      for (const auto& [key, classical] : same)
        ASSERT_EQ(std::ranges::count(seen.explainedBy, *model::findConcept(key)) > 0,
                  definition.explains(classical, seen.party.index(), places))
            << key << " for " << seen.party.index();
  }
}

/// Each statement that is told explains the party, turned into its contrary by hand; no other does.
TEST(Observed, TellsTheStatementsThatWouldExplain) {
  support::Kind kind = support::small(support::Kind::optionForm(), 2, 2, 3);
  kind.tiers = false;
  std::size_t told = 0;
  for (std::uint64_t seed = 1; seed <= 120 && !testing::Test::HasFailure(); ++seed) {
    support::SeededDice dice(seed);
    const Conflict conflict = support::randomConflict(kind, dice);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + support::show(conflict));
    const Place s = dice.roll(oracle::Game(conflict).size());
    const auto engine = openEngine(conflict, {}, {}).engine;
    const std::vector<Concept> nash{Concept::nash};
    const auto observed =
        explainObserved(*engine, {*engine->state(s + 1)}, everyone(conflict), nash, reopen, {});
    for (const auto& seen : observed.parties) {
      if (!seen.explainedBy.empty())
        continue;
      std::size_t expected = 0;
      for (std::size_t i = 0; i < conflict.parties.size(); ++i)
        if (const auto* said = std::get_if<model::Prioritised>(&conflict.parties[i].preference))
          for (std::size_t t = 0; t < said->tiers.size(); ++t) {
            Conflict variant = conflict;
            auto& wanted =
                std::get<model::Prioritised>(variant.parties[i].preference).tiers[t].front().wanted;
            wanted = model::Expression::negation(wanted);
            expected += oracle::Game(variant).isStable(Concept::nash, seen.party.index(), s) ? 1 : 0;
          }
      ASSERT_EQ(seen.negated.size(), expected);
      told += expected;
    }
  }
  EXPECT_GT(told, 20U);
}

TEST(Strictness, MeansFewerStableStates) {
  support::Kind kind = support::Kind::anything();
  kind.minParties = 2;
  kind.maxOptions = 4;
  std::size_t compared = 0;
  for (std::uint64_t seed = 1; seed <= 60 && !testing::Test::HasFailure(); ++seed) {
    support::SeededDice dice(seed);
    Conflict conflict = support::randomConflict(kind, dice);
    support::addMarks(conflict, dice);
    const auto engine = openEngine(conflict, {.engine = stability::EngineChoice::explicitly}, {}).engine;
    for (const auto& a : model::allConcepts())
      for (const auto& b : model::allConcepts())
        for (std::size_t i = 0; i < conflict.parties.size() && isStricter(a.id, b.id); ++i, ++compared)
          ASSERT_EQ(engine->count(
                        engine->without(engine->stable(a.id, PartyId(i)), engine->stable(b.id, PartyId(i)))),
                    0)
              << a.key << " is not stricter than " << b.key << ", seed " << seed;
  }
  EXPECT_GT(compared, 1000U);
  EXPECT_TRUE(isStricter(Concept::nash, Concept::smr));
  EXPECT_TRUE(isStricter(Concept::sseq, Concept::smr));
  EXPECT_FALSE(isStricter(Concept::smr, Concept::seq));
  EXPECT_FALSE(isStricter(Concept::nash, Concept::nash));
  const auto called = [](const char* key) { return *model::findConcept(key); };
  EXPECT_TRUE(isStricter(called("mr5"), called("mr4")));
  EXPECT_TRUE(isStricter(called("mr12"), called("mr10")));
  EXPECT_TRUE(isStricter(called("cmr_odd"), called("cmr_even")));
  EXPECT_TRUE(isStricter(called("cmr_even"), called("cmr40")));
  EXPECT_TRUE(isStricter(called("mr39"), called("mr_odd")));
  EXPECT_TRUE(isStricter(called("cmr4"), called("mr4")));
  EXPECT_TRUE(isStricter(called("mr4"), Concept::gmr));
  EXPECT_FALSE(isStricter(called("mr3"), Concept::smr));
  EXPECT_FALSE(isStricter(called("cmr1"), called("mr1")));
  EXPECT_FALSE(isStricter(called("mr4"), called("mr5")));
  EXPECT_FALSE(isStricter(called("mr4"), called("cmr4")));
}

} // namespace
} // namespace stasis::analysis
