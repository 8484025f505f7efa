#include "stability/engine_suite.h"
#include "stability/explicit/explicit_engine.h"
#include "stability/symbolic/symbolic_engine.h"

#include <thread>

namespace stasis::properties {
namespace {

std::unique_ptr<Engine> opened(const Conflict& conflict) {
  return withoutErrors(stability::openSymbolic(conflict, {}, {}));
}

struct Symbolic {
  static std::unique_ptr<Engine> open(const Conflict& conflict) {
    return conflict.hasMergedStates() || conflict.hasGraphForm() ? nullptr : opened(conflict);
  }

  static std::vector<support::Kind> kinds() {
    support::Kind large = support::Kind::optionForm();
    large.maxOptions = 9;
    large.weights = true;
    support::Kind lonely = support::Kind::optionForm(); // one or two parties of many options
    lonely.maxParties = 2;
    lonely.maxOptions = 9;
    return {byOptions(), support::Kind::optionForm(), large, lonely};
  }

  static constexpr int runs = 400;
};

INSTANTIATE_TYPED_TEST_SUITE_P(Symbolic, EngineSuite, Symbolic);

/// Option form of nearly so many options.
Conflict largeConflict(std::size_t options, std::uint64_t seed) {
  support::SeededDice dice(seed);
  support::Kind kind = support::Kind::optionForm();
  kind.weights = seed % 3 == 0;
  kind.minParties = 3;
  kind.maxOptions = options;
  for (;;) {
    Conflict conflict = support::randomConflict(kind, dice);
    if (conflict.options.size() + 1 >= options)
      return conflict;
  }
}

void expectSameAsExplicit(const Conflict& conflict) {
  const auto symbolic = opened(conflict);
  const auto explicitly = stability::openExplicit(conflict, {}, {}).engine;
  ASSERT_EQ(symbolic->count(symbolic->feasible()), explicitly->count(explicitly->feasible()));
  for (const auto& concept_ : model::concepts)
    for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
      const StateSet set = symbolic->stable(concept_.id, PartyId(i));
      const auto states = members(*explicitly, explicitly->stable(concept_.id, PartyId(i)));
      ASSERT_EQ(symbolic->count(set), states.size()) << concept_.name << support::show(conflict);
      for (const auto& state : states)
        ASSERT_TRUE(symbolic->contains(set, state)) << concept_.name << support::show(conflict);
    }
}

TEST(SymbolicEngine, AgreesWithTheExplicitOneOnTensOfThousandsOfStates) {
  for (std::uint64_t seed = 1; seed <= 6; ++seed)
    expectSameAsExplicit(largeConflict(13, seed));
  expectSameAsExplicit(largeConflict(16, 11));
  expectSameAsExplicit(largeConflict(17, 12));
}

// For sets too large to go through: their size, and their first members in the order of the numbers.
TEST(SymbolicEngine, AgreesWithTheExplicitOneOnSixtyThousandToAMillionStates) {
  int large = 0;
  for (std::uint64_t seed = 1; large < 3; ++seed) {
    const Conflict conflict = largeConflict(18 + seed % 3, 20 + seed);
    const auto symbolic = opened(conflict);
    if (symbolic == nullptr || symbolic->count(symbolic->feasible()) < (1U << 16U))
      continue;
    ++large;
    const auto explicitly = stability::openExplicit(conflict, {}, {}).engine;
    ASSERT_EQ(symbolic->count(symbolic->feasible()), explicitly->count(explicitly->feasible()));
    for (const auto& concept_ : model::concepts)
      for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
        const StateSet a = symbolic->stable(concept_.id, PartyId(i));
        const StateSet b = explicitly->stable(concept_.id, PartyId(i));
        ASSERT_EQ(symbolic->count(a), explicitly->count(b)) << concept_.name << support::show(conflict);
        ASSERT_EQ(symbolic->list(a, 500), explicitly->list(b, 500))
            << concept_.name << support::show(conflict);
      }
  }
}

/// If exactly k options are taken, the k-th is among them: the hidden weighted bit, exponential in every
/// order of the options (Bryant 1991).
Conflict hiddenBit(std::size_t options) {
  Conflict conflict;
  conflict.parties.push_back({.name = "A", .firstOption = 0, .optionCount = options});
  std::vector<model::Expression> all;
  for (std::size_t k = 0; k < options; ++k) {
    conflict.options.push_back({.name = "o" + std::to_string(k), .owner = PartyId(0)});
    all.push_back(model::Expression::option(model::OptionId(k)));
  }
  for (std::size_t k = 0; k < options; ++k) {
    auto so =
        model::Expression::count(model::Expression::Op::exactly, static_cast<std::uint32_t>(k + 1), all);
    conflict.constraints.push_back(
        {.holds = model::Expression::join(model::Expression::Op::disjunction,
                                          {model::Expression::negation(std::move(so)), all[k]})});
  }
  return conflict;
}

/// Each party weighs its own options and some of the others', most by numbers of their own.
Conflict weighing(std::size_t parties, std::size_t options, std::uint64_t seed) {
  support::SeededDice dice(seed);
  Conflict conflict;
  for (std::size_t p = 0; p < parties; ++p) {
    conflict.parties.push_back(
        {.name = "P" + std::to_string(p), .firstOption = p * options, .optionCount = options});
    for (std::size_t k = 0; k < options; ++k) {
      model::Option option{.name = "o" + std::to_string(k), .owner = PartyId(p)};
      if (dice.roll(6) == 0)
        option.direction = model::Direction::irrevocable;
      conflict.options.push_back(std::move(option));
    }
  }
  for (auto& party : conflict.parties) {
    model::Weights weights;
    for (std::size_t o = 0; o < conflict.options.size(); ++o)
      if (model::OptionId(o).index() / options == party.firstOption / options || dice.roll(2) == 0) {
        auto wanted = model::Expression::option(model::OptionId(o));
        if (dice.roll(8) == 0) // mixes options: added up bit by bit
          wanted = model::Expression::join(model::Expression::Op::conjunction,
                                           {std::move(wanted), model::Expression::option(model::OptionId(
                                                                   dice.roll(conflict.options.size())))});
        weights.weights.push_back(
            {.wanted = std::move(wanted), .units = static_cast<std::int64_t>(dice.roll(60)) - 25});
      }
    party.preference = std::move(weights);
  }
  return conflict;
}

TEST(SymbolicEngine, SumsOfWeightsAreTheExplicitEngines) {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    expectSameAsExplicit(weighing(1, 6, seed));
    expectSameAsExplicit(weighing(2, 4, seed));
    expectSameAsExplicit(weighing(3, 3, seed));
  }
}

// 2⁴⁰ states of 821 worths.
TEST(SymbolicEngine, FortyOptionsOfFortyWeights) {
  Conflict conflict;
  conflict.parties.push_back({.name = "A", .firstOption = 0, .optionCount = 40});
  model::Weights weights;
  for (std::size_t o = 0; o < 40; ++o) {
    conflict.options.push_back({.name = "o" + std::to_string(o), .owner = PartyId(0)});
    weights.weights.push_back(
        {.wanted = model::Expression::option(model::OptionId(o)), .units = static_cast<std::int64_t>(o + 1)});
  }
  conflict.parties[0].preference = std::move(weights);
  const auto engine = opened(conflict);
  for (const auto& concept_ : model::concepts) {
    const auto stable = engine->stable(concept_.id, PartyId(0));
    EXPECT_EQ(engine->count(stable), 1U);
    EXPECT_EQ(engine->list(stable, 1).front(), *model::Pattern::parse(std::string(40, 'Y')));
  }
}

TEST(SymbolicEngine, StaysWithinItsMemoryAndCanBeOpenedAgain) {
  const Conflict conflict = hiddenBit(28);
  stability::EngineLimits limits;
  limits.maxMemory = 1 << 18;
  for (int k = 0; k < 2; ++k) {
    try {
      stability::openSymbolic(conflict, limits, {});
      FAIL() << "thousands of nodes in a quarter of a mebibyte";
    } catch (const stability::LimitReached& reached) {
      EXPECT_EQ(reached.limit(), stability::Limit::memory);
    }
    const auto engine = opened(conflict);
    EXPECT_EQ(engine->count(engine->feasible()), (1 << 27) + 1); // C(27, k - 1) with k taken, and none
  }
}

TEST(SymbolicEngine, SaysWhereNoMemoryIsAllowed) {
  const Conflict conflict = support::prisonersDilemma();
  for (const std::uint64_t bytes : {1U, 1000U, 20'000U}) {
    try {
      stability::openSymbolic(conflict, {.maxMemory = bytes}, {});
      FAIL() << "a table in " << bytes << " bytes";
    } catch (const stability::LimitReached& reached) {
      EXPECT_EQ(reached.limit(), stability::Limit::memory);
      EXPECT_NE(std::string(reached.what()).find("--max-memory"), std::string::npos);
    }
  }
}

// One party likes each of its ten thousand options, one by one; no thread's stack is as deep as that.
TEST(SymbolicEngine, TakesTenThousandOptions) {
  constexpr std::size_t many = 10'000;
  Conflict conflict;
  conflict.parties.push_back({.name = "A", .firstOption = 0, .optionCount = many});
  model::Prioritised said;
  for (std::size_t k = 0; k < many; ++k) {
    conflict.options.push_back({.name = "o" + std::to_string(k), .owner = PartyId(0)});
    said.tiers.push_back({{.wanted = model::Expression::option(model::OptionId(k))}});
  }
  conflict.parties[0].preference = said;
  const auto engine = opened(conflict);
  EXPECT_EQ(engine->count(engine->feasible()), stability::Count(1) << many);
  for (const auto& concept_ : model::concepts) {
    const StateSet stable = engine->stable(concept_.id, PartyId(0));
    EXPECT_EQ(engine->count(stable), 1);
    EXPECT_TRUE(engine->contains(stable, model::Pattern(many, model::Choice::yes)));
  }
}

TEST(SymbolicEngine, EndsAtADeadlineAndTellsWhatItHas) {
  const Conflict conflict = largeConflict(12, 5);
  stability::Errand errand;
  const auto reference = opened(conflict);
  const auto engine = stability::openSymbolic(conflict, {}, errand).engine;
  ASSERT_TRUE(engine);
  std::stop_source stop;
  errand.stop = stop.get_token();
  const auto stoppable = stability::openSymbolic(conflict, {}, errand).engine;
  const StateSet nash = stoppable->stable(Concept::nash, PartyId(0));
  stop.request_stop();
  const auto solution = stability::solve(*stoppable, stability::everyConcept());
  ASSERT_TRUE(solution.stopped);
  EXPECT_EQ(solution.stopped->limit, stability::Limit::interrupted);
  EXPECT_EQ(solution.find(Concept::nash)->stable[0], std::optional(nash));
  EXPECT_EQ(members(*stoppable, nash), members(*reference, reference->stable(Concept::nash, PartyId(0))));
}

TEST(SymbolicEngine, EnginesKnowNothingOfEachOther) {
  const Conflict large = largeConflict(12, 7);
  const Conflict small = support::prisonersDilemma();
  const auto first = opened(small);
  const auto second = opened(large);
  std::vector<std::vector<model::Pattern>> here, there;
  for (const auto& concept_ : model::concepts)
    here.push_back(members(*second, second->equilibria(concept_.id)));
  std::vector<std::jthread> threads(3);
  for (auto& thread : threads)
    thread = std::jthread([&] {
      const auto other = stability::openSymbolic(large, {}, {}).engine;
      for (std::size_t k = 0; k < model::conceptCount; ++k)
        EXPECT_EQ(members(*other, other->equilibria(model::concepts[k].id)), here[k]);
    });
  threads.clear();
  EXPECT_EQ(members(*first, first->feasible()), members(*opened(small), first->feasible()));
}

TEST(SymbolicEngine, SaysWhatNeedsTheExplicitEngine) {
  for (const Conflict& conflict : {support::elmira(), support::elmiraGraphForm()}) {
    const auto result = stability::openSymbolic(conflict, {}, {});
    EXPECT_FALSE(result.engine);
    ASSERT_EQ(result.diagnostics.size(), 1U);
    EXPECT_EQ(result.diagnostics.front().code, "S0607");
  }
}

TEST(SymbolicEngine, NumbersAreTheOracles) {
  EXPECT_TRUE(support::holdsFor(300, byOptions(), [](const Conflict& conflict) {
    const oracle::Game game(conflict);
    const auto engine = opened(conflict);
    for (oracle::Place s = 0; s < game.size(); ++s) {
      RC_ASSERT(engine->number(game.feasible()[s]) == std::optional<stability::StateNumber>(s + 1));
      RC_ASSERT(engine->state(s + 1) == std::optional(game.feasible()[s]));
    }
    RC_ASSERT(!engine->state(0));
    RC_ASSERT(!engine->state(game.size() + 1));
  }));
}

} // namespace
} // namespace stasis::properties
