// Answers that nearly deter: what is said of each (the way to it, and what is missing) is what nested loops
// find, and one is named wherever there is one.

#include "analysis/explain/relational_reasons.h"
#include "analysis/paths/exploration.h"
#include "analysis/paths/rules.h"
#include "model/concept.h"
#include "oracle/families.h"
#include "oracle/oracle_engine.h"
#include "support/random_marks.h"
#include "support/seeded.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <vector>

namespace stasis::analysis {
namespace {

using oracle::Families;
using oracle::Game;
using oracle::Place;
using Why = NearMiss::Why;

/// What a concept asks of the others' steps and of where they end, by the oracle alone.
struct Asked {
  const char* key;
  std::function<bool(const Families&, const Game&, std::size_t mover, Place from, Place to)> step;
  std::function<bool(const Families&, std::size_t i, Place end, Place s)> deters;
  bool undoes; ///< the party must not be able to move on to what does not deter
};

const std::vector<Asked>& asked() {
  const auto improves = [](const Families&, const Game& game, std::size_t j, Place from, Place to) {
    return game.prefers(j, to, from);
  };
  const auto suits = [](const Families& is, const Game&, std::size_t j, Place from, Place to) {
    return is.liked(j, to, from);
  };
  const auto anything = [](const Families&, const Game&, std::size_t, Place, Place) { return true; };
  const auto muchWorse = [](const Families& is, std::size_t i, Place end, Place s) {
    return is.muchBetter(i, s, end);
  };
  const auto notLiked = [](const Families& is, std::size_t i, Place end, Place s) {
    return !is.liked(i, end, s);
  };
  static const std::vector<Asked> all{
      {"strong_gmr", anything, muchWorse, false}, {"strong_smr", anything, muchWorse, true},
      {"strong_seq", improves, muchWorse, false}, {"strong_sseq", improves, muchWorse, true},
      {"rgmr", anything, notLiked, false},        {"rseq", suits, notLiked, false},
  };
  return all;
}

class Checked {
public:
  Checked(const Game& game, const Asked& concept_) : game_(game), families_(game), asked_(concept_) {}

  Place place(const model::Pattern& state) const {
    return static_cast<Place>(std::ranges::find(game_.feasible(), state) - game_.feasible().begin());
  }
  bool deters(std::size_t i, Place end, Place s) const { return asked_.deters(families_, i, end, s); }
  bool undone(std::size_t i, Place end, Place s) const {
    return asked_.undoes &&
           std::ranges::any_of(game_.moves(i, end), [&](Place on) { return !deters(i, on, s); });
  }

  void check(const NearMiss& miss, std::size_t i, Place s, Place s1) {
    ++seen[miss.why];
    ASSERT_FALSE(miss.steps.empty());
    Place at = s1;
    std::size_t last = i;
    bool willing = true;
    for (const Step& step : miss.steps) {
      const std::size_t mover = step.mover.index();
      EXPECT_EQ(place(step.from), at);
      EXPECT_NE(mover, i);
      EXPECT_NE(mover, last);
      EXPECT_TRUE(std::ranges::count(game_.moves(mover, at), place(step.to)) == 1);
      const bool would = asked_.step(families_, game_, mover, at, place(step.to));
      if (!would && willing && miss.why == Why::unwilling) {
        EXPECT_EQ(mover, miss.whose.index()); // the first who would not
      }
      willing = willing && would;
      last = mover;
      at = place(step.to);
    }
    EXPECT_NE(at, s1);
    EXPECT_EQ(willing, miss.why != Why::unwilling);
    switch (miss.why) {
    case Why::unwilling: EXPECT_TRUE(deters(i, at, s) && !undone(i, at, s)); break;
    case Why::undone:
      EXPECT_TRUE(deters(i, at, s));
      EXPECT_TRUE(std::ranges::count(game_.moves(i, at), place(miss.undone)) == 1);
      EXPECT_FALSE(deters(i, place(miss.undone), s));
      break;
    case Why::mild:
      EXPECT_TRUE(game_.prefers(i, s, at));
      EXPECT_FALSE(families_.muchBetter(i, s, at));
      break;
    case Why::ofNeutral:
      EXPECT_TRUE(game_.prefers(miss.whose.index(), s, at));
      EXPECT_FALSE(deters(i, at, s));
      break;
    case Why::unknown: ADD_FAILURE() << "no concept here asks what is known";
    }
  }

  /// Nothing deters, and nothing nearly does: so no legal sequence ends where it would.
  void checkNone(std::size_t i, Place s, Place s1) const {
    std::vector<std::size_t> others;
    for (std::size_t j = 0; j < game_.parties(); ++j)
      if (j != i)
        others.push_back(j);
    for (const Place end : game_.groupMoves(others, s1))
      EXPECT_TRUE(end == s1 || !deters(i, end, s) || undone(i, end, s));
  }

  std::map<Why, int> seen;

private:
  const Game& game_;
  Families families_;
  const Asked& asked_;
};

TEST(NearMiss, IsWhatTheDefinitionsSay) {
  support::Kind kind = support::Kind::anything();
  kind.minParties = 2;
  kind.maxOptions = 4;
  std::uint64_t seed = 0;
  std::map<Why, int> seen;
  int none = 0;
  support::forSeeds(80, kind, [&](model::Conflict conflict) {
    support::SeededDice dice(++seed);
    support::addMarks(conflict, dice);
    oracle::OracleEngine engine(conflict);
    const Game& game = engine.game();
    const Rules rules(engine);
    Exploration exploration(rules);
    const stability::Errand errand;
    RelationalReasons reasons(engine, exploration, 100000, errand);
    for (const Asked& one : asked()) {
      Checked checked(game, one);
      for (std::size_t i = 0; i < game.parties(); ++i)
        for (Place s = 0; s < game.size(); ++s)
          for (const auto& departure :
               reasons.reasons(game.feasible()[s], model::PartyId(i), *model::findConcept(one.key))
                   .departures) {
            const Place s1 = checked.place(departure.to);
            EXPECT_TRUE(!departure.sanction || !departure.nearMiss);
            if (departure.nearMiss)
              checked.check(*departure.nearMiss, i, s, s1);
            else if (!departure.sanction) {
              ++none;
              checked.checkNone(i, s, s1);
            }
          }
      for (const auto& [why, count] : checked.seen)
        seen[why] += count;
    }
  });
  for (const Why why : {Why::mild, Why::ofNeutral, Why::undone, Why::unwilling})
    EXPECT_GT(seen[why], 20) << static_cast<int>(why);
  EXPECT_GT(none, 100);
}

} // namespace
} // namespace stasis::analysis
