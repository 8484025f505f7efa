#include "stability/symbolic/diagram_table.h"
#include "stability/symbolic/truth_table.h"
#include "stability/symbolic/weighted_sum.h"
#include "support/dice.h"

#include <gtest/gtest.h>

namespace stasis::diagrams {
namespace {

using stability::Diagram;
using stability::DiagramTable;
using stability::Term;

bool holdsAtRow(Diagram at, std::size_t row) {
  while (!at.isConstant())
    at = isTaken(at.level(), row) ? at.with() : at.without();
  return at.holdsEverywhere();
}

std::uint64_t sumAt(const std::vector<Term>& terms, std::size_t row) {
  std::uint64_t sum = 0;
  for (const Term& term : terms)
    sum += holdsAtRow(term.where, row) ? term.number : 0;
  return sum;
}

/// What the terms of a sum are about.
enum class About : std::uint8_t { single, neighbours, anything };

class RandomSums {
public:
  RandomSums(DiagramTable& table, std::uint64_t seed) : table_(table), dice_(seed) {}

  std::vector<Term> terms(About about) {
    std::vector<Term> all;
    for (std::size_t k = dice_.roll(8); k > 0; --k)
      all.push_back({number(), where(about)});
    if (dice_.roll(6) == 0)
      all.push_back({number(), Diagram::constant(dice_.roll(2) == 0)});
    return all;
  }

  std::uint64_t number() { return dice_.roll(4) == 0 ? dice_.roll(std::size_t{1} << 40U) : dice_.roll(6); }

private:
  Diagram literal(std::size_t v) {
    const Diagram variable = table_.variable(v);
    return dice_.roll(2) == 0 ? variable : !variable;
  }
  Diagram where(About about) {
    if (about == About::single)
      return literal(dice_.roll(variables));
    const std::size_t first =
        about == About::neighbours ? 2 * dice_.roll(variables / 2) : dice_.roll(variables);
    const std::size_t second = about == About::neighbours ? first + 1 : dice_.roll(variables);
    return dice_.roll(2) == 0 ? literal(first) & literal(second) : literal(first) ^ literal(second);
  }

  DiagramTable& table_;
  support::SeededDice dice_;
};

void expectBits(const std::vector<Term>& terms) {
  const auto bits = stability::sumBits(terms, 44);
  ASSERT_EQ(bits.size(), 44U);
  for (std::size_t row = 0; row < rows; ++row)
    for (std::size_t bit = 0; bit < bits.size(); ++bit)
      ASSERT_EQ(holdsAtRow(bits[bit], row), (sumAt(terms, row) >> bit & 1U) != 0) << "bit " << bit;
}

void expectAbove(const std::vector<Term>& terms, const std::vector<std::uint64_t>& bounds, bool mustKnow) {
  const auto above = stability::sumAbove(terms, bounds);
  ASSERT_TRUE(above || !mustKnow);
  if (!above)
    return;
  ASSERT_EQ(above->size(), bounds.size());
  for (std::size_t row = 0; row < rows; ++row)
    for (std::size_t k = 0; k < bounds.size(); ++k)
      ASSERT_EQ(holdsAtRow((*above)[k], row), sumAt(terms, row) > bounds[k]) << "bound " << bounds[k];
}

TEST(WeightedSum, BitsAndBoundsAreTheSumsInEveryState) {
  DiagramTable table(1U << 26U, {});
  RandomSums random(table, 7);
  for (int k = 0; k < 150; ++k)
    for (const About about : {About::single, About::neighbours, About::anything}) {
      const auto terms = random.terms(about);
      expectBits(terms);
      std::vector<std::uint64_t> bounds{0, 1, 2, 3, 5, 8, 13, 21, 1U << 20U};
      bounds.push_back(bounds.back() + 1 + random.number());
      expectAbove(terms, bounds, about == About::single);
    }
}

// Of 2⁴⁰ states.
TEST(WeightedSum, AsManyNodesAsTheSumHasValues) {
  DiagramTable table(1U << 26U, {});
  std::vector<Term> terms;
  for (std::size_t v = 0; v < 40; ++v)
    terms.push_back({v + 1, table.variable(v)});
  const auto bits = stability::sumBits(terms, 10); // of 820
  const auto above = stability::sumAbove(terms, {0, 410, 819, 820});
  ASSERT_TRUE(above);
  Diagram all = Diagram::constant(true);
  for (const Term& term : terms)
    all &= term.where;
  EXPECT_EQ((*above)[2], all) << "only all of them exceed 819";
  EXPECT_TRUE((*above)[3].holdsNowhere());
  EXPECT_TRUE((all - bits[2]).holdsNowhere()) << "820 is 1100110100 in binary";
  EXPECT_FALSE((all - bits[3]).holdsNowhere());
  EXPECT_LT(table.nodesInUse(), 40U * 820U * 4U);
}

} // namespace
} // namespace stasis::diagrams
