#include "stability/symbolic/diagram.h"
#include "stability/symbolic/diagram_table.h"
#include "stability/symbolic/truth_table.h"
#include "support/dice.h"

#include <gtest/gtest.h>

namespace stasis::diagrams {
namespace {

using stability::Diagram;
using stability::DiagramTable;
using stability::Substitution;

constexpr std::uint64_t plenty = 1U << 30U;

/// A function twice: as a diagram, and as its rows.
struct Both {
  Diagram diagram;
  Truth truth = 0;
};

bool holdsAtRow(Diagram at, std::size_t row) {
  while (!at.isConstant())
    at = isTaken(at.level(), row) ? at.with() : at.without();
  return at.holdsEverywhere();
}

Truth truthOf(const Diagram& diagram) {
  return byRow([&](std::size_t row) { return holdsAtRow(diagram, row); });
}

class RandomWork {
public:
  RandomWork(DiagramTable& table, std::uint64_t seed) : table_(table), dice_(seed), pool_(24) {
    for (std::size_t v = 0; v < variables; ++v)
      pool_[v] = {table.variable(v), variable(v)};
  }

  /// One random operation; its result takes the place of something in the pool.
  void step() {
    Both made = make(dice_.roll(13));
    ASSERT_EQ(truthOf(made.diagram), made.truth) << "operation " << last_;
    for (const Both& other : pool_)
      ASSERT_EQ(other.diagram == made.diagram, other.truth == made.truth) << "equal functions, equal edges";
    pool_[dice_.roll(pool_.size())] = std::move(made);
  }

private:
  const Both& any() { return pool_[dice_.roll(pool_.size())]; }
  std::size_t mask() { return dice_.roll(rows); }

  Diagram conjunction(std::size_t mask) {
    std::vector<std::size_t> levels;
    for (std::size_t v = 0; v < variables; ++v)
      if (isTaken(v, mask))
        levels.push_back(v);
    return stability::conjunctionOf(table_, levels);
  }
  Diagram literals(std::size_t mask, std::size_t values) {
    Diagram all = Diagram::constant(true);
    for (std::size_t v = 0; v < variables; ++v)
      if (isTaken(v, mask))
        all &= isTaken(v, values) ? table_.variable(v) : !table_.variable(v);
    return all;
  }

  Both make(std::size_t kind) {
    last_ = kind;
    const Both &a = any(), &b = any(), &c = any();
    const std::size_t m = mask(), values = mask();
    switch (kind) {
    case 0: return {a.diagram & b.diagram, a.truth & b.truth};
    case 1: return {a.diagram | b.diagram, a.truth | b.truth};
    case 2: return {a.diagram ^ b.diagram, a.truth ^ b.truth};
    case 3: return {a.diagram - b.diagram, a.truth & ~b.truth};
    case 4: return {!a.diagram, ~a.truth};
    case 5: return {implies(a.diagram, b.diagram), ~a.truth | b.truth};
    case 6: return {choose(a.diagram, b.diagram, c.diagram), (a.truth & b.truth) | (~a.truth & c.truth)};
    case 7:
      return {majority(a.diagram, b.diagram, c.diagram),
              (a.truth & b.truth) | (a.truth & c.truth) | (b.truth & c.truth)};
    case 8: return {stability::some(a.diagram, conjunction(m)), some(a.truth, m)};
    case 9: return {someOfBoth(a.diagram, b.diagram, conjunction(m)), some(a.truth & b.truth, m)};
    case 10: return {stability::fixed(a.diagram, literals(m, values)), fixed(a.truth, m, values)};
    case 11: return moved(a, b, m);
    default: return composition(a);
    }
  }

  /// Of three pairs of variables the second of each may be moved to the first's place.
  Both moved(const Both& a, const Both& b, std::size_t mask) {
    mask &= 0b101010;
    const Diagram quantified = conjunction(mask);
    const Truth free = some(a.truth, mask);
    const Truth there = byRow([&](std::size_t row) {
      std::size_t other = row;
      for (std::size_t v = 1; v < variables; v += 2)
        if (isTaken(v, mask))
          other = with(other, v - 1, isTaken(v, row));
      return holdsAt(free, other);
    });
    return {someOfBothMoved(stability::some(a.diagram, quantified), b.diagram, quantified),
            some(there & b.truth, mask)};
  }

  Both composition(const Both& a) {
    Substitution substitution(table_);
    std::array<Truth, variables> functions{};
    for (std::size_t v = 0; v < variables; ++v) {
      const Both& function = any();
      const bool replaced = dice_.roll(2) == 0;
      functions[v] = replaced ? function.truth : variable(v);
      if (replaced)
        substitution.put(v, function.diagram);
    }
    return {composed(a.diagram, substitution), composed(a.truth, functions)};
  }

  DiagramTable& table_;
  support::SeededDice dice_;
  std::vector<Both> pool_;
  std::size_t last_ = 0;
};

TEST(Diagrams, OperationsAreThoseOnTruthTables) {
  const stability::Errand errand;
  DiagramTable table(plenty, errand);
  RandomWork work(table, 1);
  for (int k = 0; k < 100'000 && !testing::Test::HasFatalFailure(); ++k)
    work.step();
}

TEST(Diagrams, OperationsStayRightWithACollectionAtEveryNode) {
  const stability::Errand errand;
  DiagramTable table(plenty, errand);
  table.collectAlways(true);
  for (std::uint64_t seed = 2; seed < 6; ++seed) {
    RandomWork work(table, seed);
    for (int k = 0; k < 25'000 && !testing::Test::HasFatalFailure(); ++k)
      work.step();
  }
  table.collectAlways(false);
  EXPECT_EQ(table.nodesInUse(), 1U) << "what no handle leads to is collected";
}

TEST(Diagrams, ASimplifiedFunctionAgreesWhereItMatters) {
  const stability::Errand errand;
  DiagramTable table(plenty, errand);
  support::SeededDice dice(7);
  const auto random = [&] {
    Diagram f = Diagram::constant(dice.roll(2) == 0);
    for (std::size_t k = dice.roll(12); k > 0; --k) {
      const Diagram variable = table.variable(dice.roll(variables));
      f = dice.roll(2) == 0 ? choose(variable, f, table.variable(dice.roll(variables))) : f ^ variable;
    }
    return f;
  };
  for (int k = 0; k < 20'000; ++k) {
    const Diagram f = random(), care = random();
    ASSERT_EQ(simplified(f, care) & care, f & care);
    ASSERT_EQ(truthOf(f) & truthOf(care), truthOf(f & care));
  }
}

TEST(Diagrams, ConstantsNeedNoTable) {
  for (unsigned row = 0; row < 8; ++row) {
    const bool a = (row & 1U) != 0, b = (row & 2U) != 0, c = (row & 4U) != 0;
    const Diagram x = Diagram::constant(a), y = Diagram::constant(b), z = Diagram::constant(c);
    EXPECT_EQ(x & y, Diagram::constant(a && b));
    EXPECT_EQ(x | y, Diagram::constant(a || b));
    EXPECT_EQ(x ^ y, Diagram::constant(a != b));
    EXPECT_EQ(x - y, Diagram::constant(a && !b));
    EXPECT_EQ(!x, Diagram::constant(!a));
    EXPECT_EQ(implies(x, y), Diagram::constant(!a || b));
    EXPECT_EQ(choose(x, y, z), Diagram::constant(a ? b : c));
    EXPECT_EQ(majority(x, y, z), Diagram::constant(int{a} + int{b} + int{c} >= 2));
    EXPECT_EQ(stability::some(x, Diagram::constant(true)), x);
  }
}

TEST(Diagrams, ADiagramOfManyThousandVariablesIsNoDeeperForTheStack) {
  const stability::Errand errand;
  DiagramTable table(plenty, errand);
  constexpr std::size_t deep = 200'000;
  Diagram odd, all = Diagram::constant(true);
  for (std::size_t level = deep; level-- > 0;) {
    const Diagram variable = table.variable(level);
    odd = choose(variable, !odd, odd);
    all = variable & all;
  }
  const Diagram both = odd & all;
  EXPECT_EQ(both, deep % 2 == 0 ? Diagram() : all);
  EXPECT_TRUE(stability::some(odd, all).holdsEverywhere());
  EXPECT_EQ(stability::fixed(odd, all), Diagram::constant(deep % 2 == 1));
  Substitution negated(table);
  for (std::size_t level = 0; level < deep; level += 2)
    negated.put(level, !table.variable(level));
  EXPECT_EQ(composed(odd, negated), odd); // an even number of variables is negated
  // Both functions, whose last node is one, the constant, and the functions put in place.
  EXPECT_EQ(table.nodesInUse(), 2 * deep + deep / 2);
}

} // namespace
} // namespace stasis::diagrams
