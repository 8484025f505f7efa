// `weigh` with conditions: a line is a condition and its number, most often an option.

#include "language/parse.h"
#include "language/words/expression_text.h"
#include "language/words/format.h"
#include "language/words/write.h"

#include <gtest/gtest.h>

namespace stasis::language {
namespace {

const std::string head =
    "conflict \"t\"\nparty A\n  option x\n  option y\nparty B\n  option z\nprefer B\n  z\n";

std::string weighed(const std::string& lines) {
  const SourceText source("t", head + "weigh A\n" + lines);
  const auto parsed = parse(source);
  std::string out;
  if (!parsed.conflict)
    for (const auto& d : parsed.diagnostics)
      out += std::string(d.code) + ' ' + d.message + "; ";
  else
    for (const auto& weight : std::get<model::Weights>(parsed.conflict->parties[0].preference).weights)
      out += text(weight.wanted, *parsed.conflict) + (weight.option() ? " (option) " : " ") +
             std::to_string(weight.units) + "; ";
  return out;
}

TEST(Weights, AreOfAnyCondition) {
  EXPECT_EQ(weighed("  x 3\n  not y -2\n  x and z 1.5\n"), "x (option) 30; not y -20; x and z 15; ");
  EXPECT_EQ(weighed("  y if z - 2\n  (x or y) +4\n"), "y if z -2; x or y 4; ");
  EXPECT_EQ(weighed("  any of x, y 3\n  at least 2 of x, y, z 5\n"),
            "any of x, y 3; at least 2 of x, y, z 5; ");
}

TEST(Weights, AConstraintBelowIsNone) {
  EXPECT_EQ(weighed("  x 3\nat most 1 of x, y\n"), "x (option) 3; ");
  EXPECT_EQ(weighed("  x 3\nat most 1 of x, y\nnever y and z\n"), "x (option) 3; ");
}

TEST(Weights, WhatIsWrongIsSaid) {
  EXPECT_EQ(weighed("  x = 3\n"), "S0301 no `=` stands between a condition and its weight; ");
  EXPECT_EQ(weighed("  x and z\n"), "S0301 expected a number after `z`; ");
  EXPECT_EQ(weighed("  x and y 3\n  x and y 4\n"), "S0405 `x and y` has a weight already; ");
  EXPECT_EQ(weighed("  q and y 3\n"), "S0203 unknown option `q`; ");
  EXPECT_EQ(weighed("  x 4611686018427387903\n"), "x (option) 4611686018427387903; ");
  EXPECT_EQ(weighed("  x 4611686018427387904\n"), "S0410 this number is too large; ");
  EXPECT_EQ(weighed("  x 4611686018427387902\n  y -1\n"), "x (option) 4611686018427387902; y (option) -1; ");
  EXPECT_EQ(weighed("  x 4611686018427387902\n  y -2\n"),
            "S0410 with the weights above, this number is too large; ");
  EXPECT_EQ(weighed("  x 4611686018427387902\n  y -2\n  z 4\n  any of x, y 4611686018427387904\n"),
            "S0410 with the weights above, this number is too large; S0410 this number is too large; ");
  EXPECT_EQ(weighed("  A.* 3\n"), "S0210 `A.*` is a list of 2 options, not one condition; ");
}

TEST(Weights, AreWrittenAndLaidOutAtTheirNumbers) {
  const std::string text = head + "weigh A\n  x            3\n  not y       -2.5\n  any of x, z 10\n";
  EXPECT_EQ(format(SourceText("t", head + "weigh A\n x 3\n not y - 2.5\n any of x, z 10\n")).text, text);
  const auto parsed = parse(SourceText("t", text));
  ASSERT_TRUE(parsed.conflict);
  const auto again = parse(SourceText("t", write(*parsed.conflict)));
  ASSERT_TRUE(again.conflict) << write(*parsed.conflict);
  EXPECT_EQ(write(*again.conflict), write(*parsed.conflict));
  EXPECT_EQ(std::get<model::Weights>(again.conflict->parties[0].preference).weights.size(), 3U);
}

TEST(Weights, ADefinitionNamedInOneIsUsedAndItsOptionsAreMentioned) {
  const auto parsed = parse(SourceText("t", head + "define d = x or y\nweigh A\n  d 2\n"));
  ASSERT_TRUE(parsed.conflict);
  EXPECT_TRUE(parsed.diagnostics.empty());
}

} // namespace
} // namespace stasis::language
