#include "model/conflict.h"

#include <gtest/gtest.h>

namespace stasis::model {
namespace {

Conflict threeOptions() {
  Conflict c;
  c.parties.push_back({.name = "P", .optionCount = 3});
  for (const char* name : {"a", "b", "c"})
    c.options.push_back({.name = name});
  return c;
}

Expression o(std::size_t i) { return Expression::option(OptionId(i)); }

// Truth tables by hand, states in ascending binary value with `a` the least significant.
std::string table(const Expression& e) {
  const Conflict c = threeOptions();
  std::string held;
  for (int bits = 0; bits < 8; ++bits) {
    State s(3, Choice::no);
    for (int i = 0; i < 3; ++i)
      s.set(OptionId(i), (bits >> i & 1) != 0 ? Choice::yes : Choice::no);
    held += holds(e, c, s) ? '1' : '0';
  }
  return held;
}

TEST(Expression, ConnectivesHaveTheirTruthTables) {
  using Op = Expression::Op;
  EXPECT_EQ(table(o(0)), "01010101");
  EXPECT_EQ(table(Expression::negation(o(1))), "11001100");
  EXPECT_EQ(table(Expression::join(Op::conjunction, {o(0), o(1), o(2)})), "00000001");
  EXPECT_EQ(table(Expression::join(Op::disjunction, {o(0), o(1), o(2)})), "01111111");
  EXPECT_EQ(table(Expression::join(Op::exclusive, {o(0), o(1), o(2)})), "01101001");
  EXPECT_EQ(table(Expression::join(Op::iff, {o(0), o(1)})), "10011001");
  EXPECT_EQ(table(Expression::join(Op::implies, {o(0), o(1)})), "10111011");
  EXPECT_EQ(table(Expression::join(Op::whenever, {o(0), o(1)})), "11011101");
  EXPECT_EQ(table(Expression::count(Op::atLeast, 2, {o(0), o(1), o(2)})), "00010111");
  EXPECT_EQ(table(Expression::count(Op::atMost, 1, {o(0), o(1), o(2)})), "11101000");
  EXPECT_EQ(table(Expression::count(Op::exactly, 1, {o(0), o(1), o(2)})), "01101000");
}

TEST(Expression, OperandsAreTheSubtreesInOrder) {
  using Op = Expression::Op;
  const auto left = Expression::join(Op::conjunction, {o(0), o(1)});
  const auto right = Expression::negation(o(2));
  const auto whole = Expression::join(Op::implies, {left, right});
  const auto parts = whole.operands();
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(Expression::copyOf(parts[0]), left);
  EXPECT_EQ(Expression::copyOf(parts[1]), right);
  EXPECT_EQ(whole.options(), (std::vector{OptionId(0), OptionId(1), OptionId(2)}));
}

TEST(Expression, JoinOfNoneOrOneOperand) {
  using Op = Expression::Op;
  EXPECT_EQ(Expression::join(Op::conjunction, {}), Expression::constant(true));
  EXPECT_EQ(Expression::join(Op::disjunction, {}), Expression::constant(false));
  EXPECT_EQ(Expression::join(Op::disjunction, {o(1)}), o(1));
}

} // namespace
} // namespace stasis::model
