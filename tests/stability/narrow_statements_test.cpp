// Conflicts whose statements each speak of few options, one for every option and more: what the order of
// variables and thresholds behind options are for. The symbolic engine against the oracle on small ones, and
// against the explicit engine on larger ones.

#include "oracle/definitions.h"
#include "stability/explicit/explicit_engine.h"
#include "stability/solution.h"
#include "stability/symbolic/symbolic_engine.h"
#include "support/dice.h"
#include "support/random_conflict.h"

#include <gtest/gtest.h>

#include <limits>

namespace stasis::properties {
namespace {

using model::Conflict;
using model::Expression;
using model::OptionId;
using model::PartyId;
using Op = Expression::Op;

/// What statements join an option with: nothing, any option for two of three, or the option of the next party
/// at the same place.
enum class Ties : std::uint8_t { none, random, across };

struct Narrow {
  std::size_t parties;
  std::size_t options;    ///< of each party
  std::size_t statements; ///< of each party, at least one an option
  Ties ties;
};

class Maker {
public:
  Maker(const Narrow& kind, support::Dice& dice) : kind_(kind), dice_(dice) {}

  Conflict make() {
    for (std::size_t p = 0; p < kind_.parties; ++p)
      addParty(p);
    for (std::size_t p = 0; p < kind_.parties; ++p)
      out_.parties[p].preference = preference(p);
    for (std::size_t k = dice_.roll(3); k > 0; --k)
      out_.constraints.push_back({.holds = constraint()});
    return std::move(out_);
  }

private:
  void addParty(std::size_t p) {
    out_.parties.push_back(
        {.name = "P" + std::to_string(p), .firstOption = p * kind_.options, .optionCount = kind_.options});
    for (std::size_t k = 0; k < kind_.options; ++k) {
      model::Option option{.name = "o" + std::to_string(k), .owner = PartyId(p)};
      if (dice_.roll(8) == 0)
        option.direction = dice_.roll(2) == 0 ? model::Direction::irrevocable : model::Direction::unresumable;
      out_.options.push_back(std::move(option));
    }
  }

  /// A statement for each option, in any order, and more of the same kind.
  model::Prioritised preference(std::size_t p) {
    std::vector<std::size_t> own;
    for (std::size_t k = 0; k < std::max(kind_.statements, kind_.options); ++k)
      own.push_back(k % kind_.options);
    for (std::size_t k = 1; k < own.size(); ++k)
      std::swap(own[k], own[k - dice_.roll(k + 1)]);
    model::Prioritised said;
    for (const std::size_t k : own)
      said.tiers.push_back({{.wanted = statement(p * kind_.options + k)}});
    return said;
  }

  Expression statement(std::size_t option) {
    Expression own = literal(option);
    if (kind_.ties == Ties::none || (kind_.ties == Ties::random && dice_.roll(3) == 0))
      return own;
    constexpr Op ops[] = {Op::conjunction, Op::disjunction, Op::iff, Op::implies, Op::exclusive};
    return Expression::join(ops[dice_.roll(5)], {std::move(own), literal(partner(option))});
  }

  std::size_t partner(std::size_t option) {
    return kind_.ties == Ties::across ? (option + kind_.options) % out_.options.size()
                                      : dice_.roll(out_.options.size());
  }

  Expression literal(std::size_t option) {
    Expression named = Expression::option(OptionId(option));
    return dice_.roll(3) == 0 ? Expression::negation(std::move(named)) : named;
  }

  /// Some state is always left: the one that takes nothing.
  Expression constraint() {
    return Expression::negation(
        Expression::join(Op::conjunction, {Expression::option(OptionId(dice_.roll(out_.options.size()))),
                                           literal(dice_.roll(out_.options.size()))}));
  }

  Narrow kind_;
  support::Dice& dice_;
  Conflict out_;
};

std::vector<model::Pattern> everyMember(stability::Engine& engine, stability::StateSet set) {
  return engine.list(set, std::numeric_limits<std::size_t>::max());
}

TEST(NarrowStatements, StableStatesAreTheOracles) {
  support::SeededDice dice(1);
  for (int k = 0; k < 2'000; ++k) {
    const std::size_t parties = 1 + dice.roll(3);
    const Narrow kind{parties, 1 + dice.roll(6 / parties), dice.roll(2) == 0 ? 0 : 9 + dice.roll(4),
                      Ties::random};
    const Conflict conflict = Maker(kind, dice).make();
    const oracle::Game game(conflict);
    const auto engine = stability::openSymbolic(conflict, {}, {}).engine;
    ASSERT_TRUE(engine) << support::show(conflict);
    for (const auto& concept_ : model::concepts)
      for (std::size_t i = 0; i < parties; ++i) {
        std::vector<model::Pattern> stable;
        for (const oracle::Place s : game.stable(concept_.id, i))
          stable.push_back(game.feasible()[s]);
        ASSERT_EQ(everyMember(*engine, engine->stable(concept_.id, PartyId(i))), stable)
            << concept_.name << " for " << i << '\n'
            << support::show(conflict);
      }
  }
}

void expectSameAsExplicit(const Conflict& conflict,
                          stability::ExplicitWay way = stability::ExplicitWay::automatic) {
  const auto symbolic = stability::openSymbolic(conflict, {}, {}).engine;
  const auto explicitly = stability::openExplicit(conflict, {}, {}, way).engine;
  ASSERT_TRUE(symbolic && explicitly) << support::show(conflict);
  for (const auto& concept_ : model::concepts)
    for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
      const auto a = symbolic->stable(concept_.id, PartyId(i));
      const auto b = explicitly->stable(concept_.id, PartyId(i));
      ASSERT_EQ(symbolic->count(a), explicitly->count(b)) << concept_.name << support::show(conflict);
      ASSERT_EQ(symbolic->list(a, 50), explicitly->list(b, 50)) << concept_.name << support::show(conflict);
    }
}

TEST(NarrowStatements, StableStatesAreTheExplicitEngines) {
  support::SeededDice dice(2);
  for (int k = 0; k < 2'000; ++k)
    expectSameAsExplicit(Maker({1 + dice.roll(3), 3, 9 + dice.roll(3), Ties::random}, dice).make());
  for (int k = 0; k < 30; ++k)
    expectSameAsExplicit(Maker({2, 6, 12, dice.roll(2) == 0 ? Ties::across : Ties::random}, dice).make());
}

// States in a list, whose tiles hold several cells of hundreds; and in a cube, whose parties have too many
// choices to compare one with another.
TEST(NarrowStatements, StableStatesAreTheExplicitEnginesWhereCellsAreLarge) {
  support::SeededDice dice(4);
  for (const auto way : {stability::ExplicitWay::list, stability::ExplicitWay::cube})
    expectSameAsExplicit(Maker({2, 9, 0, Ties::random}, dice).make(), way);
}

// More options are tied across than may be open at one place: the order of options is another.
TEST(NarrowStatements, TiesAcrossPartiesChangeTheOrderAndNotTheAnswer) {
  support::SeededDice dice(3);
  for (int k = 0; k < 12; ++k)
    expectSameAsExplicit(Maker({2, 7, 0, Ties::across}, dice).make());
  for (int k = 0; k < 6; ++k)
    expectSameAsExplicit(Maker({3, 5, 10, Ties::across}, dice).make());
}

} // namespace
} // namespace stasis::properties
