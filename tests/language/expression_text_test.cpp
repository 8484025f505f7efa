#include "language/words/expression_text.h"

#include <gtest/gtest.h>

namespace stasis::language {
namespace {

using model::Conflict;
using model::DefineId;
using model::Expression;
using model::OptionId;
using model::PartyId;
using Op = Expression::Op;

// P owns a, b, c; Q owns a (so both are called by their party); d is defined. F1 and F2 are the family F.
Conflict names() {
  Conflict c;
  c.parties.push_back({.name = "P", .firstOption = 0, .optionCount = 3});
  c.parties.push_back({.name = "Q", .firstOption = 3, .optionCount = 1});
  c.parties.push_back({.name = "F1", .firstOption = 4, .optionCount = 2, .family = model::FamilyId(0)});
  c.parties.push_back({.name = "F2", .firstOption = 6, .optionCount = 2, .family = model::FamilyId(0)});
  c.families.push_back({.name = "F", .members = {PartyId(2), PartyId(3)}});
  const std::pair<const char*, std::size_t> options[] = {{"a", 0}, {"b", 0}, {"c", 0}, {"a", 1},
                                                         {"x", 2}, {"y", 2}, {"x", 3}, {"y", 3}};
  for (const auto& [name, owner] : options)
    c.options.push_back({.name = name, .owner = PartyId(owner)});
  c.defines.push_back({.name = "d", .meaning = Expression::constant(true)});
  return c;
}

Expression o(std::size_t i) { return Expression::option(OptionId(i)); }
const Expression b = o(1);
const Expression c = o(2);
const Expression d = Expression::define(DefineId(0));

Expression no(Expression e) { return Expression::negation(std::move(e)); }
Expression both(Expression l, Expression r) { return Expression::join(Op::conjunction, {l, r}); }
Expression either(Expression l, Expression r) { return Expression::join(Op::disjunction, {l, r}); }
Expression join(Op op, Expression l, Expression r) { return Expression::join(op, {l, r}); }

std::string said(const Expression& e) { return text(e, names()); }

TEST(ExpressionText, NamesAreTheShortestThatAreUnique) {
  EXPECT_EQ(said(both(b, o(0))), "b and P.a");
  EXPECT_EQ(said(either(o(3), d)), "Q.a or d");
  EXPECT_EQ(said(Expression::constant(false)), "false");
}

TEST(ExpressionText, ParenthesesOnlyWherePrecedenceNeedsThem) {
  EXPECT_EQ(said(either(both(no(b), c), d)), "not b and c or d");
  EXPECT_EQ(said(both(either(b, c), d)), "(b or c) and d");
  EXPECT_EQ(said(no(both(b, c))), "not (b and c)");
  EXPECT_EQ(said(no(no(b))), "not not b");
  EXPECT_EQ(said(join(Op::exclusive, both(b, c), either(c, d))), "b and c xor (c or d)");
  EXPECT_EQ(said(join(Op::iff, join(Op::implies, b, c), join(Op::whenever, c, d))), "b implies c iff c if d");
  EXPECT_EQ(said(join(Op::implies, join(Op::iff, b, c), either(c, d))), "(b iff c) implies c or d");
}

TEST(ExpressionText, OperandsOfTheSameLevelKeepTheirOwn) {
  EXPECT_EQ(said(both(both(b, c), d)), "(b and c) and d");
  EXPECT_EQ(said(join(Op::implies, b, join(Op::implies, c, d))), "b implies (c implies d)");
  EXPECT_EQ(said(join(Op::whenever, join(Op::implies, b, c), d)), "(b implies c) if d");
  EXPECT_EQ(said(join(Op::iff, join(Op::iff, b, c), d)), "(b iff c) iff d");
}

TEST(ExpressionText, CountsAsOneSaysThem) {
  EXPECT_EQ(said(Expression::count(Op::atLeast, 2, {b, c, d})), "at least 2 of b, c, d");
  EXPECT_EQ(said(Expression::count(Op::atLeast, 1, {b, c, d})), "any of b, c, d");
  EXPECT_EQ(said(Expression::count(Op::atLeast, 3, {b, c, d})), "all of b, c, d");
  EXPECT_EQ(said(Expression::count(Op::atMost, 0, {b, c})), "none of b, c");
  EXPECT_EQ(said(Expression::count(Op::atMost, 1, {b, c})), "at most one of b, c");
  EXPECT_EQ(said(Expression::count(Op::exactly, 1, {b, c})), "exactly one of b, c");
  EXPECT_EQ(said(Expression::count(Op::exactly, 0, {b, c})), "exactly 0 of b, c");
  EXPECT_EQ(said(Expression::count(Op::atLeast, 1, {both(b, c), no(d)})), "any of (b and c), (not d)");
}

TEST(ExpressionText, ACountWithAListIsSetOffFromWhatFollows) {
  const auto any = Expression::count(Op::atLeast, 1, {b, c});
  EXPECT_EQ(said(either(any, d)), "(any of b, c) or d");
  EXPECT_EQ(said(either(d, any)), "d or any of b, c");
  EXPECT_EQ(said(no(any)), "not any of b, c");
  EXPECT_EQ(said(either(both(d, any), b)), "d and (any of b, c) or b");
  EXPECT_EQ(said(both(either(d, any), b)), "(d or any of b, c) and b");
  EXPECT_EQ(said(either(no(any), b)), "not (any of b, c) or b");
  EXPECT_EQ(said(either(Expression::count(Op::atLeast, 1, {b}), d)), "(any of b) or d");
  EXPECT_EQ(said(either(Expression::count(Op::atLeast, 1, {o(4), o(6)}), d)), "any of F.x or d");
  EXPECT_EQ(said(either(Expression::count(Op::atMost, 1, {o(4), o(6)}), d)), "(at most one of F.x) or d");
}

TEST(ExpressionText, CountsOfNothingAreTheirTruth) {
  EXPECT_EQ(said(Expression::count(Op::atLeast, 1, {})), "false");
  EXPECT_EQ(said(Expression::count(Op::atMost, 0, {})), "true");
}

TEST(ExpressionText, FamiliesStandTogether) {
  EXPECT_EQ(said(Expression::count(Op::atLeast, 1, {o(4), o(6)})), "any of F.x");
  EXPECT_EQ(said(Expression::count(Op::atLeast, 1, {o(6), o(4)})), "any of F2.x, F1.x");
  EXPECT_EQ(said(Expression::count(Op::atMost, 0, {o(4), o(5), b})), "none of F1.*, b");
  const auto own = no(Expression::count(Op::atLeast, 1, {o(6), o(7)}));
  EXPECT_EQ(foldableText(either(own, d), names(), OptionNames(names()), PartyId(3)).text,
            "not any of self.* or d");
  EXPECT_EQ(foldableText(both(o(6), o(4)), names(), OptionNames(names()), PartyId(3)).text,
            "self.x and F1.x");
}

TEST(ExpressionText, DepthCostsNoStack) {
  Expression deep = b;
  for (int i = 0; i < 4000; ++i)
    deep = i % 2 == 0 ? no(std::move(deep)) : both(std::move(deep), c);
  EXPECT_GT(said(deep).size(), 20000U);
}

} // namespace
} // namespace stasis::language
