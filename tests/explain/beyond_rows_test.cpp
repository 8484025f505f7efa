// Concepts that are no rows of relations. SIM: every certified verdict agrees with nested loops and is
// verified, and whatever is still accepted after a change is true. Limited moves: the reasons end where
// nested loops end, by moves that are legal. Trees: the verdicts are those of nested loops, every answer told
// is legal, deters and lasts, and an answer that does not last is undone by a move that nothing answers.

#include "analysis/explain/relational_reasons.h"
#include "analysis/paths/exploration.h"
#include "analysis/paths/rules.h"
#include "explain/each_change.h"
#include "explain/every_question.h"
#include "model/looking_ahead.h"
#include "model/simultaneous.h"
#include "oracle/limited_moves.h"
#include "oracle/oracle_engine.h"
#include "oracle/simultaneous.h"
#include "oracle/trees.h"
#include "report/explain/certificate.h"
#include "stability/explicit/explicit_engine.h"
#include "support/published.h"
#include "support/seeded.h"
#include "support/small_conflicts.h"

#include <gtest/gtest.h>

#include <stop_token>

namespace stasis::report {
namespace {

using analysis::Certificate;
using model::Conflict;
using model::PartyId;
using model::Pattern;
using oracle::OracleEngine;
using oracle::Place;

Place placeOf(const oracle::Game& game, const Pattern& state) {
  return static_cast<Place>(std::ranges::find(game.feasible(), state) - game.feasible().begin());
}

bool isTrue(const oracle::Game& game, const Certificate::Verdict& verdict) {
  const Place s = placeOf(game, *Pattern::parse(verdict.state));
  const std::size_t i = game.conflict().findParty(verdict.party)->index();
  return (verdict.concept_ == "sim"
              ? oracle::Simultaneous(game).isStable(i, s)
              : game.isStable(*model::findConcept(verdict.concept_), i, s)) == verdict.stable;
}

Certificate certified(OracleEngine& engine) {
  return analysis::certify(engine, test::everyQuestion(engine.conflict(), engine.game().feasible()),
                           {model::simultaneous()}, {}, {});
}

TEST(SimultaneousCertificate, EveryVerdictIsTrueAndVerified) {
  support::Kind kind = support::Kind::optionForm();
  kind.minParties = 2;
  kind.maxOptions = 5;
  support::forSeeds(100, kind, [](const Conflict& conflict) {
    OracleEngine engine(conflict);
    const Certificate certificate = certified(engine);
    for (const auto& verdict : certificate.verdicts)
      ASSERT_TRUE(isTrue(engine.game(), verdict)) << verdict.state << ' ' << verdict.party;
    const std::string text = certificateJson(certificate);
    const auto read = readCertificate(text);
    ASSERT_TRUE(std::holds_alternative<Certificate>(read));
    ASSERT_EQ(certificateJson(std::get<Certificate>(read)), text);
    const auto result = analysis::verify(conflict, std::get<Certificate>(read), {});
    ASSERT_EQ(result.failures.empty() ? "" : result.failures.front().path + result.failures.front().message,
              "");
    ASSERT_EQ(result.held, certificate.verdicts.size());
  });
}

TEST(SimultaneousCertificate, NoChangeMakesItLie) {
  const Conflict conflict = support::syriaIraq();
  OracleEngine engine(conflict);
  std::vector<std::string> words{"nash", "seq", "gmr", "sim", "stasis/certificate-1", "sanction", "together"};
  for (const Pattern& state : engine.game().feasible())
    words.push_back(state.letters());
  ChangedJson whole = ChangedJson::parse(certificateJson(certified(engine)));
  std::size_t changes = 0;
  std::size_t accepted = 0;
  eachChange(whole, whole, words, [&] {
    ++changes;
    const auto read = readCertificate(whole.dump());
    if (!std::holds_alternative<Certificate>(read) ||
        !analysis::verify(conflict, std::get<Certificate>(read), {}).failures.empty())
      return;
    ++accepted;
    for (const auto& verdict : std::get<Certificate>(read).verdicts)
      EXPECT_TRUE(verdict.notCertified || isTrue(engine.game(), verdict)) << whole.dump();
  });
  EXPECT_GT(changes, 300U);
  EXPECT_LT(accepted, changes / 5);
}

TEST(Foresight, MovesEndWhereTheDefinitionEnds) {
  support::Kind kind = support::small(support::Kind::anything(), 2, 2);
  std::size_t followed = 0;
  support::forSeeds(150, kind, [&](const Conflict& conflict) {
    OracleEngine engine(conflict);
    const oracle::Game& game = engine.game();
    oracle::LimitedMoves definition(game);
    const analysis::Rules rules(engine);
    analysis::Exploration exploration(rules);
    const stability::Errand errand;
    analysis::RelationalReasons reasons(engine, exploration, 100'000, errand);
    for (const std::size_t h : {1U, 2U, 3U, 4U})
      for (std::size_t i = 0; i < 2; ++i)
        for (Place s = 0; s < game.size(); ++s) {
          const auto told =
              reasons.reasons(game.feasible()[s], PartyId(i), *model::findConcept("l" + std::to_string(h)));
          const auto stable = definition.stable(h, i);
          ASSERT_EQ(told.stable, std::ranges::binary_search(stable, s));
          ASSERT_EQ(told.foreseen.size(), game.moves(i, s).size());
          for (const auto& move : told.foreseen) {
            Place at = placeOf(game, move.to);
            for (const auto& step : move.after) {
              ASSERT_EQ(placeOf(game, step.from), at);
              const auto& legal = game.moves(step.mover.index(), at);
              at = placeOf(game, step.to);
              ASSERT_TRUE(std::ranges::count(legal, at) == 1);
              ++followed;
            }
            const auto& ends = definition.ends(h - 1)[1 - i][placeOf(game, move.to)];
            ASSERT_TRUE(ends.contains(at));
            ASSERT_EQ(move.open, ends.size() > 1);
            ASSERT_EQ(move.gains, game.prefers(i, at, s));
          }
        }
  });
  EXPECT_GT(followed, 1000U);
}

TEST(Foresight, TellsForHowManyMovesAPartyStays) {
  support::Kind kind = support::small(support::Kind::anything(), 2, 2);
  std::size_t repeating = 0;
  support::forSeeds(300, kind, [&](const Conflict& conflict) {
    const oracle::Game game(conflict);
    oracle::LimitedMoves definition(game);
    const auto engine = stability::openExplicit(conflict, {}, {}, stability::ExplicitWay::list).engine;
    const analysis::Rules rules(*engine);
    analysis::Exploration exploration(rules);
    const stability::Errand errand;
    analysis::RelationalReasons reasons(*engine, exploration, 100'000, errand);
    const auto [from, period] = definition.repetition();
    for (std::size_t i = 0; i < 2; ++i)
      for (Place s = 0; s < game.size(); ++s) {
        const auto told = reasons.reasons(game.feasible()[s], PartyId(i), *model::findConcept("nonmyopic"));
        ASSERT_TRUE(told.ahead);
        ASSERT_EQ(told.ahead->from, from);
        ASSERT_EQ(told.ahead->period, period);
        ASSERT_EQ(told.stable, std::ranges::count(definition.nonMyopic(i), s) > 0);
        ASSERT_EQ(told.stable, told.ahead->leaves.empty());
        std::vector<std::size_t> stays, leaves;
        for (std::size_t h = from; h < from + period; ++h)
          (std::ranges::count(definition.stable(h, i), s) > 0 ? stays : leaves).push_back(h);
        ASSERT_EQ(told.ahead->stays, stays);
        ASSERT_EQ(told.ahead->leaves, leaves);
        repeating += period > 1 ? 1 : 0;
      }
  });
  EXPECT_GT(repeating, 50U);
}

/// C_k(x) and D_k(y) for threshold s, by the definition, for k up to six.
class Threshold {
public:
  Threshold(const oracle::Game& game, bool credible, std::size_t i, Place s) : game_(game), i_(i), s_(s) {
    std::vector<std::size_t> others;
    for (std::size_t j = 0; j < game.parties(); ++j)
      if (j != i)
        others.push_back(j);
    safe_.emplace_back(game.size(), true);
    answered_.emplace_back(game.size(), false);
    for (std::size_t k = 1; k <= 6; ++k) {
      std::vector<bool> safe(game.size());
      std::vector<bool> answered(game.size());
      for (Place x = 0; x < game.size(); ++x) {
        safe[x] = std::ranges::all_of(game.moves(i, x),
                                      [&](Place y) { return !isBetter(y) || answered_[k - 1][y]; });
        const auto ends = credible ? game.groupImprovements(others, x) : game.groupMoves(others, x);
        answered[x] = std::ranges::any_of(ends, [&](Place z) { return !isBetter(z) && safe_[k - 1][z]; });
      }
      safe_.push_back(std::move(safe));
      answered_.push_back(std::move(answered));
    }
  }

  bool isBetter(Place x) const { return game_.prefers(i_, x, s_); }
  bool held(std::size_t k, Place x) const { return safe_[k][x]; }
  bool answered(std::size_t k, Place y) const { return answered_[k][y]; }

private:
  const oracle::Game& game_;
  std::size_t i_;
  Place s_;
  std::vector<std::vector<bool>> safe_, answered_; ///< by k and state
};

/// Where an answer of the others ends. Each step is legal, by nobody twice in a row and, in CMR, a gain.
Place endOf(const oracle::Game& game, const analysis::Sequence& answer, Place from, std::size_t i,
            bool credible) {
  Place at = from;
  std::size_t last = i;
  for (const auto& step : answer) {
    const std::size_t mover = step.mover.index();
    EXPECT_NE(mover, i);
    EXPECT_NE(mover, last);
    EXPECT_EQ(placeOf(game, step.from), at);
    const Place to = placeOf(game, step.to);
    EXPECT_EQ(std::ranges::count(credible ? game.improvements(mover, at) : game.moves(mover, at), to), 1);
    at = to;
    last = mover;
  }
  return at;
}

struct ToldOfTrees {
  std::size_t sanctions = 0, again = 0, undone = 0;
};

void holdToTheTree(const oracle::Game& game, const analysis::ConceptReasons& told, Place s,
                   ToldOfTrees& seen) {
  const std::size_t i = told.party.index();
  const bool credible = row(told.id).answers == model::Relation::better;
  const Threshold threshold(game, credible, i, s);
  const std::size_t h = told.looks;
  std::size_t better = 0;
  for (const Place y : game.moves(i, s))
    better += threshold.isBetter(y) ? 1 : 0;
  ASSERT_EQ(told.departures.size(), better);
  ASSERT_EQ(told.stable,
            std::ranges::all_of(told.departures, [](const auto& d) { return d.sanction.has_value(); }));
  for (const auto& departure : told.departures) {
    const Place y = placeOf(game, departure.to);
    ASSERT_EQ(std::ranges::count(game.moves(i, s), y), 1);
    ASSERT_EQ(departure.sanction.has_value(), threshold.answered(h - 1, y));
    if (departure.sanction) {
      ++seen.sanctions;
      Place at = endOf(game, *departure.sanction, y, i, credible);
      std::size_t left = h - 2;
      ASSERT_TRUE(!threshold.isBetter(at) && threshold.held(left, at));
      for (const auto& one : departure.again) {
        ++seen.again;
        const Place on = placeOf(game, one.to);
        ASSERT_EQ(std::ranges::count(game.moves(i, at), on), 1);
        ASSERT_TRUE(threshold.isBetter(on));
        at = endOf(game, one.answer, on, i, credible);
        left -= 2;
        ASSERT_TRUE(!threshold.isBetter(at) && threshold.held(left, at));
      }
    } else if (departure.nearMiss) {
      ++seen.undone;
      const Place z = endOf(game, departure.nearMiss->steps, y, i, credible);
      const Place on = placeOf(game, departure.nearMiss->undone);
      ASSERT_FALSE(threshold.isBetter(z));
      ASSERT_EQ(std::ranges::count(game.moves(i, z), on), 1);
      ASSERT_TRUE(threshold.isBetter(on) && !threshold.answered(h - 3, on));
    }
  }
}

TEST(TreeReasons, AreTheDefinitions) {
  support::Kind kind = support::small(support::Kind::anything(), 2, 3);
  ToldOfTrees seen;
  support::forSeeds(400, kind, [&](const Conflict& conflict) {
    const oracle::Game game(conflict);
    const auto engine = stability::openExplicit(conflict, {}, {}, stability::ExplicitWay::list).engine;
    const analysis::Rules rules(*engine);
    analysis::Exploration exploration(rules);
    const stability::Errand errand;
    analysis::RelationalReasons reasons(*engine, exploration, 100'000, errand);
    for (const char* key : {"mr1", "mr2", "mr3", "mr4", "mr5", "cmr3", "cmr4", "cmr6", "mr_odd", "mr_even",
                            "cmr_odd", "cmr_even"}) {
      const model::Concept id = *model::findConcept(key);
      const oracle::Trees trees(game, key[0] == 'c');
      const std::size_t h = !isLimit(id)                              ? movesAhead(id)
                            : std::string_view(key).ends_with("_odd") ? trees.lastOdd()
                                                                      : trees.lastEven();
      for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
        const auto stable = trees.stable(h, i);
        for (Place s = 0; s < game.size(); ++s) {
          const auto told = reasons.reasons(game.feasible()[s], PartyId(i), id);
          ASSERT_EQ(told.stable, std::ranges::binary_search(stable, s)) << key;
          ASSERT_EQ(told.looks % 2, movesAhead(id) % 2);
          ASSERT_TRUE(isLimit(id) || told.looks == h);
          if (told.looks <= 6) {
            ASSERT_NO_FATAL_FAILURE(holdToTheTree(game, told, s, seen)) << key;
          }
        }
      }
    }
  });
  EXPECT_GT(seen.sanctions, 1000U);
  EXPECT_GT(seen.again, 100U);
  EXPECT_GT(seen.undone, 100U);
}

TEST(TreeReasons, AreGivenUpWhereTooManyStatesComeUp) {
  const Conflict conflict = support::syriaIraq();
  const auto engine = stability::openExplicit(conflict, {}, {}, stability::ExplicitWay::list).engine;
  const analysis::Rules rules(*engine);
  const stability::Errand errand;
  const model::Concept id = *model::findConcept("mr_even");
  const auto told = [&](std::size_t most) {
    analysis::Exploration exploration(rules);
    analysis::RelationalReasons reasons(*engine, exploration, most, errand);
    return reasons.reasons(*engine->state(1), PartyId(1), id).stable;
  };
  EXPECT_THROW(told(10), stability::LimitReached);
  EXPECT_TRUE(told(1000));
  std::stop_source stop;
  stop.request_stop();
  stability::Errand stopped;
  stopped.stop = stop.get_token();
  analysis::Exploration exploration(rules);
  analysis::RelationalReasons reasons(*engine, exploration, 1000, stopped);
  EXPECT_THROW(reasons.reasons(*engine->state(1), PartyId(1), id), stability::LimitReached);
}

} // namespace
} // namespace stasis::report
