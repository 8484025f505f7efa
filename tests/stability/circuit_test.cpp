#include "stability/circuit.h"
#include "support/property.h"

#include <gtest/gtest.h>

namespace stasis::stability {
namespace {

using model::Conflict;
using model::OptionId;

model::State stateOf(const Conflict& conflict, std::size_t bits) {
  model::State state(conflict.options.size(), model::Choice::no);
  for (std::size_t o = 0; o < state.size(); ++o)
    if ((bits >> o & 1) != 0)
      state.set(OptionId(o), model::Choice::yes);
  return state;
}

TEST(Circuit, WordsHoldTheTruthOf64States) {
  EXPECT_TRUE(support::holdsFor(400, support::Kind::optionForm(), [](const Conflict& conflict) {
    support::ShrinkingDice dice;
    const auto expression = support::randomExpression(conflict, dice, 4);
    Circuit circuit(conflict);
    const auto root = circuit.add(expression);
    const auto cone = circuit.cone(std::span(&root, 1));
    std::vector<Words<1>> values(circuit.size());
    std::vector<model::State> states;
    for (std::size_t s = 0; s < 64; ++s)
      states.push_back(stateOf(conflict, dice.roll(std::size_t{1} << conflict.options.size())));
    for (const auto g : cone)
      if (circuit.gate(g).op == Circuit::Op::option)
        for (std::size_t s = 0; s < 64; ++s)
          values[g][0] |= std::uint64_t{states[s].taken(OptionId(circuit.gate(g).value))} << s;
    evaluateWords<1>(circuit, cone, values);
    for (std::size_t s = 0; s < 64; ++s)
      RC_ASSERT((values[root][0] >> s & 1) == (model::holds(expression, conflict, states[s]) ? 1 : 0));
  }));
}

// Sound: a value said to be decided is that of every completion. With nothing open it is always decided.
TEST(Circuit, ThreeValuesAreThoseOfAllCompletions) {
  EXPECT_TRUE(support::holdsFor(400, support::Kind::optionForm(), [](const Conflict& conflict) {
    support::ShrinkingDice dice;
    const auto expression = support::randomExpression(conflict, dice, 4);
    Circuit circuit(conflict);
    const auto root = circuit.add(expression);
    const auto cone = circuit.cone(std::span(&root, 1));
    const std::size_t all = std::size_t{1} << conflict.options.size();
    const std::size_t open = dice.roll(all);
    const std::size_t fixed = dice.roll(all) & ~open;
    std::vector<Tri> values(circuit.size());
    for (const auto g : cone)
      if (circuit.gate(g).op == Circuit::Op::option) {
        const auto o = circuit.gate(g).value;
        values[g] = (open >> o & 1) != 0 ? Tri::open : (fixed >> o & 1) != 0 ? Tri::yes : Tri::no;
      }
    evaluateOpen(circuit, cone, values);
    for (std::size_t bits = 0; bits < all; ++bits)
      if ((bits & ~open) == fixed && values[root] != Tri::open)
        RC_ASSERT((values[root] == Tri::yes) == model::holds(expression, conflict, stateOf(conflict, bits)));
    if (open == 0)
      RC_ASSERT(values[root] != Tri::open);
  }));
}

// Each of these would expand to 2^64 conditions.
TEST(Circuit, ADefineIsOneGateHoweverOftenItIsNamed) {
  Conflict conflict;
  conflict.parties.push_back({.name = "P", .optionCount = 1});
  conflict.options.push_back({.name = "a"});
  using E = model::Expression;
  conflict.defines.push_back({.name = "d0", .meaning = E::option(OptionId(0))});
  for (std::size_t k = 0; k < 64; ++k) {
    const auto before = E::define(model::DefineId(k));
    conflict.defines.push_back(
        {.name = "d" + std::to_string(k + 1), .meaning = E::join(E::Op::conjunction, {before, before})});
  }
  Circuit circuit(conflict);
  const auto root = circuit.add(E::define(model::DefineId(64)));
  EXPECT_EQ(circuit.size(), 65U);
  EXPECT_EQ(circuit.options(circuit.cone(std::span(&root, 1))), std::vector{OptionId(0)});
}

} // namespace
} // namespace stasis::stability
