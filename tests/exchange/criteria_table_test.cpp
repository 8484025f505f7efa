// Tables of criteria, by hand: exact numbers, weights, and every wrong cell at its place.

#include "exchange/criteria_table.h"
#include "reading.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace stasis::exchange {
namespace {

struct Read {
  std::optional<CriteriaTable> table;
  Words problems;
};

Read read(const std::string& text) {
  const language::SourceText source("scores.csv", text);
  language::Problems problems;
  Read out{readCriteria(source, problems), {}};
  out.problems = lines(std::move(problems).finish({text.size(), text.size()}), source);
  return out;
}

TEST(CriteriaTable, NumbersAreExactAndWeightsAreOneUnlessGiven) {
  const auto [table, problems] = read("state,cost,trust\nwar,-1.5,0\npeace,0.1,3\n");
  EXPECT_EQ(problems, Words{});
  ASSERT_TRUE(table);
  EXPECT_EQ(table->criteria[1].text, "trust");
  EXPECT_EQ(table->weights, (std::vector<mpq_class>{1, 1}));
  ASSERT_EQ(table->rows.size(), 2U);
  EXPECT_EQ(table->rows[1].state.text, "peace");
  EXPECT_EQ(table->rows[1].values, (std::vector<mpq_class>{mpq_class(1, 10), 3}));
  EXPECT_EQ(table->rows[0].values[0], mpq_class(-3, 2));
}

TEST(CriteriaTable, TheRowOfWeightsMayStandAnywhereOnce) {
  const auto [table, problems] = read("state,cost,trust\nwar,1,0\nWeights,2,0.5\n");
  EXPECT_EQ(problems, Words{});
  ASSERT_TRUE(table);
  EXPECT_EQ(table->weights, (std::vector<mpq_class>{2, mpq_class(1, 2)}));
  EXPECT_EQ(table->rows.size(), 1U);
  EXPECT_EQ(read("state,cost\nweight,2\nwar,1\nweights,3\n").problems,
            Words{"S0716 4:1 a second row of weights"});
}

TEST(CriteriaTable, WhatIsWrongIsSaidAtItsCell) {
  for (const std::string text : {"state,cost\n", "state\nwar\n"}) {
    const auto [table, problems] = read(text);
    EXPECT_FALSE(table);
    EXPECT_EQ(problems, Words{"S0716 1:1 this is no table of criteria"});
  }
  EXPECT_EQ(read("state,cost,cost\nwar,1,2\n").problems,
            Words{"S0716 1:12 the criterion `cost` stands here twice"});
  EXPECT_EQ(read("state,,cost\nwar,1,2\n").problems, Words{"S0716 1:7 a criterion without a name"});
  EXPECT_EQ(read("state,cost,trust\nwar,1\n").problems, Words{"S0716 2:1 row 2 has 1 of 2 numbers"});
  EXPECT_EQ(read("state,cost\nwar,much\n").problems, Words{"S0716 2:5 `much` is not a number (B2)"});
  const auto [table, problems] = read("state,cost\nwar,\n");
  EXPECT_FALSE(table);
  EXPECT_EQ(problems, Words{"S0716 2:5 B2 is empty"});
}

} // namespace
} // namespace stasis::exchange
