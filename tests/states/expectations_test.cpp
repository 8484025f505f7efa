#include "analysis/states/expectations.h"
#include "oracle/oracle_engine.h"
#include "oracle/queries.h"
#include "stability/solution.h"
#include "support/property.h"

#include <gtest/gtest.h>

#include <array>

namespace stasis::analysis {
namespace {

using model::Conflict;
using oracle::Game;
using oracle::Place;
using oracle::Places;

/// Expectations of a conflict that are nearly right, so that about half of them are met; and whether each is.
class Guesses {
public:
  Guesses(const Game& game, support::Dice& dice) : game_(game), dice_(dice) {
    equilibria();
    state();
    count();
    quantity();
  }

  std::vector<model::Expectation> expectations;
  std::vector<bool> met;

private:
  void add(model::Expectation expectation, bool isMet) {
    expectations.push_back(std::move(expectation));
    met.push_back(isMet);
  }

  bool chance(std::size_t of) { return dice_.roll(of) == 0; }

  static model::StateRef refer(Place s) { return {model::StateRef::Kind::number, s + 1, {}}; }

  model::ConceptRef concept_() {
    const auto all = stability::everyConcept();
    return {all[dice_.roll(all.size())], {}};
  }

  /// None (the feasible states), one or two.
  std::vector<model::ConceptRef> concepts(std::size_t least) {
    std::vector<model::ConceptRef> some;
    for (std::size_t n = least + dice_.roll(3 - least); n > 0; --n)
      some.push_back(concept_());
    return some;
  }

  std::vector<Places> setsOf(const std::vector<model::ConceptRef>& concepts) {
    std::vector<Places> sets;
    for (const auto& one : concepts)
      sets.push_back(game_.equilibria(one.id));
    if (concepts.empty()) {
      sets.emplace_back();
      for (Place s = 0; s < game_.size(); ++s)
        sets.back().push_back(s);
    }
    return sets;
  }

  std::size_t satisfying(const Places& states, const model::Query& query) {
    return static_cast<std::size_t>(std::ranges::count_if(
        states, [&](Place s) { return oracle::satisfies(game_, game_.conflict(), query, s); }));
  }

  /// A state too many or too few half of the time.
  void equilibria() {
    model::ExpectEquilibria expected{concept_(), {}};
    const Places found = game_.equilibria(expected.concept_.id);
    const Place other = dice_.roll(game_.size());
    const bool wrong = chance(2);
    for (Place s = 0; s < game_.size(); ++s)
      if (std::ranges::binary_search(found, s) != (wrong && s == other))
        expected.states.push_back(refer(s));
    add({expected, {}}, !wrong);
  }

  void state() {
    const Place s = dice_.roll(game_.size());
    model::ExpectState expected{refer(s), chance(2), {}, concepts(1)};
    if (chance(2))
      expected.stableFor = model::PartyId(dice_.roll(game_.parties()));
    bool isMet = true;
    for (const auto& one : expected.concepts) {
      const bool holds = expected.stableFor ? game_.isStable(one.id, expected.stableFor->index(), s)
                                            : std::ranges::binary_search(game_.equilibria(one.id), s);
      isMet = isMet && holds != expected.negated;
    }
    add({expected, {}}, isMet);
  }

  void count() {
    model::ExpectCount expected{{}, concepts(0), {}};
    if (chance(2))
      expected.where = support::randomQuery(game_.conflict(), dice_);
    std::vector<std::size_t> found;
    for (const Places& states : setsOf(expected.concepts))
      found.push_back(expected.where ? satisfying(states, *expected.where) : states.size());
    const std::size_t said = found[0] + dice_.roll(2);
    expected.count = std::to_string(said);
    add({expected, {}}, std::ranges::all_of(found, [&](std::size_t n) { return n == said; }));
  }

  void quantity() {
    constexpr std::array every{model::Quantity::all, model::Quantity::some, model::Quantity::no};
    const model::ExpectQuantity expected{every[dice_.roll(3)], concepts(0),
                                         support::randomQuery(game_.conflict(), dice_)};
    bool isMet = true;
    for (const Places& states : setsOf(expected.concepts)) {
      const std::size_t found = satisfying(states, expected.satisfied);
      isMet = isMet && (expected.quantity == model::Quantity::all    ? found == states.size()
                        : expected.quantity == model::Quantity::some ? found > 0
                                                                     : found == 0);
    }
    add({expected, {}}, isMet);
  }

  const Game& game_;
  support::Dice& dice_;
};

TEST(Expectations, AreMetWhereTheDefinitionsSaySo) {
  EXPECT_TRUE(support::holdsFor(400, support::Kind::anything(), [](const Conflict& conflict) {
    const Game game(conflict);
    if (game.size() == 0)
      return;
    support::ShrinkingDice dice;
    const Guesses guesses(game, dice);
    Conflict expecting = conflict;
    expecting.expectations = guesses.expectations;
    oracle::OracleEngine engine(expecting);
    const auto verdicts = checkExpectations(engine);
    RC_ASSERT(verdicts.size() == guesses.met.size());
    for (std::size_t k = 0; k < verdicts.size(); ++k) {
      RC_ASSERT(verdicts[k].met == guesses.met[k]);
      RC_ASSERT(verdicts[k].found.empty() == verdicts[k].met);
    }
  }));
}

} // namespace
} // namespace stasis::analysis
