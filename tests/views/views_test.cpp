// Pictures and hypergames over every engine, against nested loops on random views (tests/oracle/views.h).

#include "analysis/states/open_engine.h"
#include "analysis/views/differences.h"
#include "analysis/views/expectations_in_views.h"
#include "analysis/views/hypergame_answer.h"
#include "analysis/views/hypergame_engine.h"
#include "analysis/views/picture.h"
#include "analysis/views/surprise.h"
#include "language/parse.h"
#include "language/words/write.h"
#include "model/limited_moves.h"
#include "oracle/views.h"
#include "support/random_views.h"
#include "support/root.h"
#include "support/seeded.h"
#include "support/small_conflicts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <tuple>

namespace stasis::analysis {
namespace {

using model::Concept;
using model::Conflict;
using model::PartyId;
using model::Pattern;
using oracle::Place;
using oracle::Places;
using stability::EngineChoice;

/// Places from 0 in the conflict, by the number that the engine gives.
Places placesOf(stability::Engine& engine, stability::StateSet set) {
  Places places;
  for (const Pattern& state : engine.list(set, 100'000))
    places.push_back(*engine.number(state) - 1);
  return places;
}

/// By the numbers of another engine.
Places placesBy(stability::Engine& engine, const std::vector<Pattern>& states) {
  Places places;
  for (const Pattern& state : states)
    places.push_back(*engine.number(state) - 1);
  std::ranges::sort(places);
  return places;
}

class Held {
public:
  Held(const Conflict& conflict, const model::Views& views, EngineChoice engine)
      : conflict_(conflict), views_(views), oracle_(conflict, views) {
    limits_.engine = engine;
    whole_ = openEngine(conflict, limits_, {}).engine;
    game_ = std::make_unique<Hypergame>(*whole_, views, limits_, stability::Errand(), false);
  }

  /// Whether some party sees nothing: then that is said, and nothing else asked.
  bool somebodySeesNothing() const {
    bool nothing = false;
    for (std::size_t i = 0; i < conflict_.parties.size(); ++i)
      for (std::size_t j = 0; j < conflict_.parties.size(); ++j)
        nothing = nothing || seenIn(oracle_.picture(i, j)).empty();
    return nothing;
  }

  void compare() {
    if (somebodySeesNothing()) {
      ASSERT_FALSE(game_->diagnostics().empty());
      ASSERT_EQ(game_->diagnostics().front().code, "S0432");
      return;
    }
    ASSERT_TRUE(game_->diagnostics().empty()) << game_->diagnostics().front().message;
    pictures();
    for (const auto& concept_ : model::concepts)
      equilibria(concept_.id);
    surprised();
    whosePictures();
  }

private:
  Places seenIn(const oracle::Picture& picture) const {
    Places seen;
    for (Place s = 0; s < picture.game().size(); ++s)
      if (picture.sees(s))
        seen.push_back(s);
    return seen;
  }

  void pictures() {
    for (std::size_t i = 0; i < conflict_.parties.size(); ++i)
      for (std::size_t j = 0; j < conflict_.parties.size(); ++j) {
        auto& engine = game_->pictureOf(PartyId(i), PartyId(j));
        if (i != j && &engine == &game_->pictureOf(PartyId(j)))
          continue; // compared as the picture of j itself
        const auto& picture = oracle_.picture(i, j);
        ASSERT_EQ(placesOf(engine, engine.feasible()), seenIn(picture)) << "what " << j << " thinks of " << i;
        for (const auto& concept_ : model::concepts)
          for (std::size_t k = 0; k < conflict_.parties.size(); ++k) {
            Places stable = picture.game().stable(concept_.id, k);
            std::erase_if(stable, [&](Place s) { return !picture.sees(s); });
            ASSERT_EQ(placesOf(engine, engine.stable(concept_.id, PartyId(k))), stable)
                << concept_.key << " for " << k << " in what " << j << " thinks of " << i;
          }
      }
  }

  void equilibria(Concept id) {
    ASSERT_EQ(placesOf(*whole_, game_->equilibria(id).value()), oracle_.equilibria(id));
    for (std::size_t i = 0; i < conflict_.parties.size(); ++i) {
      ASSERT_EQ(placesBy(*whole_, game_->expectedBy(PartyId(i), id).value()), oracle_.expected(id, i));
      for (Place s = 0; s < oracle_.picture(i).game().size(); ++s)
        ASSERT_EQ(game_->isStable(id, PartyId(i), *whole_->state(s + 1)), oracle_.isStable(id, i, s));
    }
  }

  // Each kind of surprise by its definition, over all states.
  void surprised() {
    using Kind = Surprise::Kind;
    using Found = std::tuple<std::size_t, Kind, Place, std::size_t, Place>;
    const std::size_t parties = conflict_.parties.size();
    std::map<Found, std::set<Concept>> expected;
    for (std::size_t who = 0; who < parties; ++who) {
      const auto& own = oracle_.picture(who);
      for (Place s = 0; s < own.game().size(); ++s) {
        bool lookedFrom =
            conflict_.statusQuo && std::ranges::count(own.game().members(s), *conflict_.statusQuo) > 0;
        for (const auto& concept_ : model::concepts) {
          bool held = false, broken = false;
          for (std::size_t j = 0; j < parties; ++j)
            if (oracle_.picture(j).sees(s))
              (oracle_.isStable(concept_.id, j, s) ? held : broken) = true;
          if (!own.sees(s) && held && !broken)
            expected[{who, Kind::impossible, s, parties, 0}].insert(concept_.id);
          const Places thought = oracle_.expected(concept_.id, who);
          if (std::ranges::find(thought, s) == thought.end())
            continue;
          lookedFrom = true;
          for (std::size_t j = 0; j < parties; ++j)
            if (j != who && !oracle_.isStable(concept_.id, j, s))
              expected[{who, Kind::notStable, s, j, 0}].insert(concept_.id);
        }
        for (std::size_t j = 0; j < parties && lookedFrom && own.sees(s); ++j)
          if (j != who && oracle_.picture(j).sees(s))
            for (const Place to : oracle_.picture(j).game().improvements(j, s))
              if (const auto& known = own.game().moves(j, s); std::ranges::find(known, to) == known.end())
                expected[{who, Kind::unknownMove, s, j, to}]; // under no concept
      }
    }
    std::map<Found, std::set<Concept>> found;
    const auto all = surprises(*game_, stability::everyConcept());
    ASSERT_TRUE(all.complete);
    for (const Surprise& one : all.all)
      found[{one.who.index(), one.kind, *whole_->number(one.state) - 1,
             one.mover ? one.mover->index() : parties, one.to ? *whole_->number(*one.to) - 1 : 0}]
          .insert(one.under.begin(), one.under.end());
    ASSERT_EQ(found.size(), all.all.size());
    ASSERT_EQ(found, expected);
  }

  // Whose picture makes a state an equilibrium or keeps it from being one, by the oracle of each picture and
  // of the conflict. Those of the hypergame come first, each part by number.
  void whosePictures() {
    const std::size_t parties = conflict_.parties.size();
    const oracle::Game game(conflict_);
    std::vector<Place> first, rest;
    for (Place s = 0; s < game.size(); ++s) {
      bool hypergame = false, conflict = false;
      for (const auto& concept_ : model::concepts) {
        hypergame = hypergame || std::ranges::count(oracle_.equilibria(concept_.id), s) > 0;
        conflict = conflict || std::ranges::count(game.equilibria(concept_.id), s) > 0;
      }
      if (hypergame || conflict)
        (hypergame ? first : rest).push_back(s);
    }
    first.insert(first.end(), rest.begin(), rest.end());
    const HypergameAnswer answer = solveHypergame(*game_, stability::everyConcept(), 1000);
    ASSERT_FALSE(answer.stopped);
    ASSERT_EQ(answer.concepts, stability::everyConcept());
    ASSERT_EQ(answer.states.more, 0);
    ASSERT_EQ(answer.states.states.size(), first.size());
    for (std::size_t k = 0; k < first.size(); ++k) {
      const Place s = first[k];
      ASSERT_EQ(*whole_->number(answer.states.states[k].state) - 1, s);
      std::vector<ViewDifference> under;
      for (const auto& concept_ : model::concepts) {
        ViewDifference one{concept_.id, std::ranges::count(oracle_.equilibria(concept_.id), s) > 0,
                           std::ranges::count(game.equilibria(concept_.id), s) > 0};
        for (std::size_t i = 0; i < parties; ++i) {
          const bool own = oracle_.isStable(concept_.id, i, s);
          const bool inConflict = game.isStable(concept_.id, i, s);
          if (!oracle_.picture(i).sees(s))
            one.unseenBy.emplace_back(i);
          else if (own != inConflict)
            (own ? one.stayBySight : one.leaveBySight).emplace_back(i);
        }
        if (one.hypergame || one.conflict)
          under.push_back(std::move(one));
      }
      const auto& told = answer.states.states[k].under;
      ASSERT_EQ(told.size(), under.size());
      for (std::size_t c = 0; c < under.size(); ++c) {
        ASSERT_EQ(told[c].id, under[c].id);
        ASSERT_EQ(told[c].hypergame, under[c].hypergame);
        ASSERT_EQ(told[c].conflict, under[c].conflict);
        ASSERT_EQ(told[c].stayBySight, under[c].stayBySight);
        ASSERT_EQ(told[c].leaveBySight, under[c].leaveBySight);
        ASSERT_EQ(told[c].unseenBy, under[c].unseenBy);
      }
    }
    const ByPictures few = byPictures(*game_, answer.concepts, answer.equilibria, 1);
    ASSERT_EQ(few.states.size(), std::min<std::size_t>(first.size(), 1));
    ASSERT_EQ(few.more, stability::Count(first.size() - few.states.size()));
  }

  const Conflict& conflict_;
  const model::Views& views_;
  oracle::Hypergame oracle_;
  stability::EngineLimits limits_;
  std::unique_ptr<stability::Engine> whole_;
  std::unique_ptr<Hypergame> game_;
};

void holdToTheOracle(std::uint64_t seeds, const support::Kind& kind, EngineChoice engine) {
  std::uint64_t compared = 0;
  for (std::uint64_t seed = 1; seed <= seeds && !testing::Test::HasFailure(); ++seed) {
    support::SeededDice dice(seed);
    const Conflict conflict = support::randomConflict(kind, dice);
    const auto views = support::randomViews(conflict, oracle::Game(conflict).size(), dice);
    SCOPED_TRACE("seed " + std::to_string(seed) + "\n" + language::write(conflict, views));
    Held held(conflict, views, engine);
    held.compare();
    compared += held.somebodySeesNothing() ? 0 : 1;
  }
  EXPECT_GT(compared, seeds / 2);
}

support::Kind small() { return support::small(support::Kind::anything(), 2, 3); }

support::Kind withoutLists() { return support::small(support::Kind::optionForm(), 2, 3); }

TEST(Views, AreTheOraclesOnTheExplicitEngine) { holdToTheOracle(2600, small(), EngineChoice::explicitly); }

TEST(Views, AreTheOraclesWhereStatesAreListed) {
  support::Kind kind = support::small(support::Kind::mergedStates(), 2, 3);
  holdToTheOracle(400, kind, EngineChoice::explicitly);
}

TEST(Views, AreTheOraclesOnTheSymbolicEngine) {
  holdToTheOracle(300, withoutLists(), EngineChoice::symbolic);
}

TEST(Views, AreTheOraclesOnTheEngineOfOrbits) { holdToTheOracle(200, withoutLists(), EngineChoice::orbits); }

// --- expectations

/// Lines that speak of one picture, or of the hypergame, written from the oracle, and how many must be met.
class Written {
public:
  Written(std::optional<PartyId> of, std::optional<PartyId> by, model::Views& views)
      : of_(of), by_(by), views_(views) {}

  void equilibria(Concept id, const Places& places) {
    model::ExpectEquilibria one{{id, {}}, {}};
    for (const Place s : places)
      one.states.push_back(number(s));
    add(one, true);
    if (places.empty())
      one.states.push_back(number(0));
    else
      one.states.pop_back();
    add(one, false);
  }
  void stable(Concept id, PartyId party, Place s, bool seen, bool holds) {
    for (const bool negated : {false, true})
      add(model::ExpectState{number(s), negated, party, {{id, {}}}}, seen && holds != negated);
  }
  void count(const std::vector<model::ConceptRef>& concepts, std::size_t n) {
    add(model::ExpectCount{std::to_string(n), concepts, {}}, true);
    add(model::ExpectCount{std::to_string(n + 1), concepts, {}}, false);
  }
  const std::vector<bool>& met() const { return met_; }

private:
  static model::StateRef number(Place s) { return {model::StateRef::Kind::number, s + 1, {}}; }
  template <class What> void add(What what, bool met) {
    views_.expectations.push_back({{std::move(what), {}}, of_, by_});
    met_.push_back(met);
  }

  std::optional<PartyId> of_, by_;
  model::Views& views_;
  std::vector<bool> met_;
};

Places stableFor(const oracle::Picture& picture, Concept id, std::size_t k) {
  Places stable = picture.game().stable(id, k);
  std::erase_if(stable, [&](Place s) { return !picture.sees(s); });
  return stable;
}

std::vector<bool> expectedOfAll(const Conflict& conflict, model::Views& views,
                                const oracle::Hypergame& oracle) {
  const std::size_t parties = conflict.parties.size();
  const std::size_t states = oracle.picture(0).game().size();
  std::vector<bool> all;
  const auto keep = [&](const Written& written) {
    all.insert(all.end(), written.met().begin(), written.met().end());
  };
  const std::vector<model::View> own(views.begin(), views.end());
  for (const model::View& view : own) {
    const auto& picture =
        view.by ? oracle.picture(view.of.index(), view.by->index()) : oracle.picture(view.of.index());
    Written written(view.of, view.by, views);
    std::size_t seen = 0;
    for (Place s = 0; s < states; ++s)
      seen += picture.sees(s) ? 1 : 0;
    written.count({}, seen);
    for (const auto& concept_ : model::concepts) {
      Places equilibria = stableFor(picture, concept_.id, 0);
      for (std::size_t k = 0; k < parties; ++k) {
        const Places stable = stableFor(picture, concept_.id, k);
        for (Place s = 0; s < states; ++s)
          written.stable(concept_.id, PartyId(k), s, picture.sees(s), std::ranges::binary_search(stable, s));
        std::erase_if(equilibria, [&](Place s) { return !std::ranges::binary_search(stable, s); });
      }
      written.equilibria(concept_.id, equilibria);
      written.count({{concept_.id, {}}}, equilibria.size());
    }
    keep(written);
  }
  Written written(std::nullopt, std::nullopt, views);
  for (const auto& concept_ : model::concepts) {
    const Places equilibria = oracle.equilibria(concept_.id);
    written.equilibria(concept_.id, equilibria);
    written.count({{concept_.id, {}}}, equilibria.size());
    for (std::size_t k = 0; k < parties; ++k)
      for (Place s = 0; s < states; ++s)
        written.stable(concept_.id, PartyId(k), s, true, oracle.isStable(concept_.id, k, s));
  }
  keep(written);
  return all;
}

void expectationsAreJudged(std::uint64_t seeds, const support::Kind& kind, EngineChoice engine) {
  std::size_t judged = 0;
  for (std::uint64_t seed = 1; seed <= seeds && !testing::Test::HasFailure(); ++seed) {
    support::SeededDice dice(seed);
    const Conflict conflict = support::randomConflict(kind, dice);
    auto views = support::randomViews(conflict, oracle::Game(conflict).size(), dice);
    const oracle::Hypergame oracle(conflict, views);
    if (views.empty() || Held(conflict, views, engine).somebodySeesNothing())
      continue;
    const std::vector<bool> expected = expectedOfAll(conflict, views, oracle);
    stability::EngineLimits limits;
    limits.engine = engine;
    const auto whole = openEngine(conflict, limits, {}).engine;
    Hypergame game(*whole, views, limits, stability::Errand(), false);
    const auto verdicts = checkExpectations(game);
    ASSERT_EQ(verdicts.size(), expected.size());
    for (std::size_t k = 0; k < verdicts.size(); ++k) {
      ASSERT_EQ(verdicts[k].met, expected[k]) << "seed " << seed << ", expectation " << k << "\n"
                                              << language::write(conflict, views);
      ASSERT_EQ(verdicts[k].found.empty(), expected[k]);
      ++judged;
    }
  }
  EXPECT_GT(judged, 50 * seeds);
}

TEST(ExpectationsInViews, AreJudgedAsTheOracleSays) {
  expectationsAreJudged(250, small(), EngineChoice::explicitly);
}

TEST(ExpectationsInViews, AreJudgedOnDiagrams) {
  expectationsAreJudged(50, withoutLists(), EngineChoice::symbolic);
}

// A mixture: each party by its own concept in its own picture. Nobody asked: every state.
TEST(ExpectationsInViews, AHypergameIsAnEngineOfMixturesToo) {
  std::size_t compared = 0;
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    support::SeededDice dice(seed);
    const Conflict conflict = support::randomConflict(small(), dice);
    const auto views = support::randomViews(conflict, oracle::Game(conflict).size(), dice);
    if (Held(conflict, views, EngineChoice::explicitly).somebodySeesNothing())
      continue;
    const oracle::Hypergame oracle(conflict, views);
    stability::EngineLimits limits;
    limits.engine = EngineChoice::explicitly;
    const auto whole = openEngine(conflict, limits, {}).engine;
    Hypergame game(*whole, views, limits, stability::Errand(), false);
    HypergameEngine engine(game);
    std::vector<stability::Judged> judged;
    for (std::size_t i = 0; i < conflict.parties.size(); ++i)
      judged.push_back({PartyId(i), i == 0 ? Concept::nash : i == 1 ? Concept::gmr : Concept::seq});
    Places expected;
    for (Place s = 0; s < oracle.picture(0).game().size(); ++s)
      if (std::ranges::all_of(
              judged, [&](const auto& one) { return oracle.isStable(one.concept_, one.party.index(), s); }))
        expected.push_back(s);
    ASSERT_EQ(placesOf(engine, engine.stableForEach(judged)), expected) << "seed " << seed;
    ASSERT_EQ(engine.count(engine.stableForEach({})), engine.count(engine.feasible()));
    ++compared;
  }
  EXPECT_GT(compared, 50U);
}

// By hand: Iraq, unaware of escalating, sees 1 2 4 5 and stays at 2 and 4 (Nash); Syria stays at 1 and 6.
// Iraq expects 4, where its Syria can do no better; the real one leaves for 6, by a move that Iraq does not
// know.
TEST(Views, OfSyriaAndIraqByHand) {
  const std::string path = support::root() + "/conflicts/syria-iraq/pictures.conflict";
  std::stringstream text;
  text << std::ifstream(path).rdbuf();
  const auto parsed = language::parse(language::SourceText(path, text.str()));
  ASSERT_TRUE(parsed.conflict);
  const auto whole = openEngine(*parsed.conflict, {}, {}).engine;
  Hypergame game(*whole, parsed.views, {}, stability::Errand(), false);
  const PartyId syria(0);
  const PartyId iraq(1);
  const auto stable = [&](PartyId party) {
    auto& picture = game.pictureOf(party);
    return placesOf(picture, picture.stable(Concept::nash, party));
  };
  EXPECT_EQ(stable(iraq), (Places{1, 3}));
  EXPECT_EQ(stable(syria), (Places{0, 5}));
  EXPECT_EQ(placesOf(*whole, game.equilibria(Concept::nash).value()), Places());
  EXPECT_EQ(placesBy(*whole, game.expectedBy(iraq, Concept::nash).value()), Places{3});
  const auto all = surprises(game, {Concept::nash}).all;
  const auto has = [&](Surprise::Kind kind, PartyId who, Place at) {
    return std::ranges::any_of(all, [&](const Surprise& one) {
      return one.kind == kind && one.who == who && *whole->number(one.state) == at + 1;
    });
  };
  EXPECT_TRUE(has(Surprise::Kind::impossible, iraq, 5));
  EXPECT_TRUE(has(Surprise::Kind::notStable, iraq, 3));
  EXPECT_TRUE(has(Surprise::Kind::unknownMove, iraq, 3));
}

// --- what rankings keep

/// What the first party wants in its own picture of a text; states in it by number or name.
Conflict pictureIn(const std::string& text) {
  const auto parsed = language::parse(language::SourceText("t", text));
  EXPECT_TRUE(parsed.conflict && !parsed.views.empty()) << text;
  const auto whole = openEngine(*parsed.conflict, {}, {}).engine;
  return pictureOf(*whole, *whole, parsed.views.front());
}

std::vector<std::size_t> strongAfter(const std::string& ranking, const std::string& hidden) {
  const std::string head =
      "conflict \"t\"\nparty P\n  option a\n  option b\nparty Q\n  option c irrevocable\n"
      "never c\nprefer Q\n  a\n";
  const Conflict picture = pictureIn(head + "rank P\n  " + ranking + "\nview P\n  blind " + hidden + '\n');
  const auto& kept = std::get<model::Ranking>(picture.parties[0].preference);
  std::vector<std::size_t> told{kept.classes.size()};
  told.insert(told.end(), kept.strongAfter.begin(), kept.strongAfter.end());
  return told;
}

// `>>` stands between what it stood between: first how many classes are left, then those that it follows.
TEST(Views, StrengthStaysBetweenWhatItStoodBetween) {
  using Told = std::vector<std::size_t>;
  EXPECT_EQ(strongAfter("s1 > s2 >> s3 > s4", "s1"), (Told{3, 0}));
  EXPECT_EQ(strongAfter("s1 > s2 >> s3 > s4", "s2"), (Told{3, 0}));
  EXPECT_EQ(strongAfter("s1 > s2 >> s3 > s4", "s3"), (Told{3, 1}));
  EXPECT_EQ(strongAfter("s1 > s2 >> s3 > s4", "s4"), (Told{3, 1}));
  EXPECT_EQ(strongAfter("s1 >> s2 >> s3 > s4", "s2"), (Told{3, 0}));
  EXPECT_EQ(strongAfter("s1 >> s2 > s3 > s4", "s1"), Told{3});
  EXPECT_EQ(strongAfter("s1 > s2 > s3 >> s4", "s4"), Told{3});
  EXPECT_EQ(strongAfter("s1 ~ s2 >> s3 > s4", "s2"), (Told{3, 0}));
  EXPECT_EQ(strongAfter("s1 >> s2 > s3 ~ s4", "s1, s2"), Told{1});
}

TEST(Views, WhatIsUnsureOfHiddenStatesIsLeftOut) {
  const std::string text = "conflict \"t\"\nparty P\n  option a\n  option b\nrank P\n  s1 > s2 > s3 > s4\n"
                           "unsure P  s1 ? s2, s2 ? s3, s3 ? s4\n";
  EXPECT_EQ(pictureIn(text + "view P\n  blind s4\n").parties[0].unsure.size(), 2U);
  EXPECT_EQ(pictureIn(text + "view P\n  blind s2\n").parties[0].unsure.size(), 1U);
  EXPECT_EQ(pictureIn(text + "view P\n  blind s1\n").parties[0].unsure.size(), 2U);
}

TEST(Views, AConceptThatSomePictureIsNotJudgedByIsLeftOut) {
  const auto parsed = language::parse(
      language::SourceText("t", "conflict \"t\"\nparty P\n  option a\nparty Q\n  option b\nprefer P\n  a\n"
                                "prefer Q\n  b\nview P\n  never b\n"));
  ASSERT_TRUE(parsed.conflict);
  stability::EngineLimits limits;
  limits.engine = EngineChoice::symbolic;
  const auto whole = openEngine(*parsed.conflict, limits, {}).engine;
  Hypergame game(*whole, parsed.views, limits, stability::Errand(), false);
  const Concept foreseen = *model::findConcept("l2");
  const Concept tree = *model::findConcept("mr4");
  EXPECT_EQ(solveHypergame(game, {Concept::nash, foreseen, tree}, 10).concepts,
            (std::vector<Concept>{Concept::nash, tree}));
  HypergameEngine engine(game);
  EXPECT_TRUE(engine.serves(model::ConceptFamily::classical));
  EXPECT_TRUE(engine.serves(model::ConceptFamily::strength));
  EXPECT_FALSE(engine.serves(model::limitedFamily));
}

} // namespace
} // namespace stasis::analysis
