// What follows from answers is their closure by three loops, and a contradiction is shown as a circle that no
// other is shorter than: all sequences of answers are tried.

#include "analysis/elicit/pair_answers.h"
#include "support/dice.h"

#include <gtest/gtest.h>

namespace stasis::analysis {
namespace {

using Kind = PairAnswer::Kind;

/// Whether these answers, each gone along once in some direction it has, make a circle with some preference.
bool isCircle(const std::vector<PairAnswer>& answers, Place start, Place at, bool preferred,
              std::vector<bool> used, std::size_t left) {
  if (left == 0)
    return at == start && preferred;
  for (std::size_t k = 0; k < answers.size(); ++k) {
    if (used[k] || answers[k].kind == Kind::unknown)
      continue;
    auto next = used;
    next[k] = true;
    const bool rather = answers[k].kind == Kind::rather;
    if (answers[k].one == at &&
        isCircle(answers, start, answers[k].other, preferred || rather, next, left - 1))
      return true;
    if (!rather && answers[k].other == at &&
        isCircle(answers, start, answers[k].one, preferred, next, left - 1))
      return true;
  }
  return false;
}

/// The fewest answers, the last one among them, that make a circle; 0: none.
std::size_t shortest(const std::vector<PairAnswer>& answers) {
  const PairAnswer& last = answers.back();
  if (last.kind == Kind::unknown)
    return 0;
  for (std::size_t length = 1; length <= answers.size(); ++length) {
    std::vector<bool> used(answers.size(), false);
    used.back() = true;
    const bool rather = last.kind == Kind::rather;
    if (isCircle(answers, last.one, last.other, rather, used, length - 1) ||
        (!rather && isCircle(answers, last.other, last.one, false, used, length - 1)))
      return length;
  }
  return 0;
}

PairAnswer randomAnswer(std::size_t states, support::Dice& dice) {
  const auto one = static_cast<Place>(dice.roll(states));
  const auto other = static_cast<Place>((one + 1 + dice.roll(states - 1)) % states);
  return {dice.chance(1, 4) ? Kind::same : dice.chance(1, 6) ? Kind::unknown : Kind::rather, one, other};
}

TEST(PairAnswers, AContradictionIsTheShortestCircle) {
  std::size_t circles = 0;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    support::SeededDice dice(seed);
    PairAnswers answers(5);
    for (std::size_t k = 0; k < 7; ++k) {
      const PairAnswer answer = randomAnswer(5, dice);
      auto all = answers.all();
      all.push_back(answer);
      const std::size_t length = shortest(all);
      const auto circle = answers.add(answer);
      ASSERT_EQ(circle.size() + (circle.empty() ? 0 : 1), length) << "seed " << seed;
      circles += circle.empty() ? 0U : 1U;
      std::vector<PairAnswer> shown{};
      for (const std::size_t position : circle)
        shown.push_back(answers.all()[position]);
      shown.push_back(answer);
      ASSERT_EQ(shortest(shown), length);
    }
  }
  EXPECT_GT(circles, 100U);
}

TEST(PairAnswers, WhatFollowsIsTheClosure) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    support::SeededDice dice(seed);
    PairAnswers answers(6);
    for (std::size_t k = 0; k < 7; ++k)
      answers.add(randomAnswer(6, dice));
    if (!answers.all().empty() && dice.chance(1, 2))
      answers.remove(dice.roll(answers.all().size()));
    bool atLeast[6][6] = {}, above[6][6] = {};
    for (std::size_t a = 0; a < 6; ++a)
      atLeast[a][a] = true;
    for (const PairAnswer& answer : answers.all()) {
      const bool rather = answer.kind == Kind::rather;
      if (answer.kind == Kind::unknown)
        continue;
      atLeast[answer.one][answer.other] = true;
      above[answer.one][answer.other] = above[answer.one][answer.other] || rather;
      atLeast[answer.other][answer.one] = atLeast[answer.other][answer.one] || !rather;
    }
    for (std::size_t round = 0; round < 6; ++round)
      for (std::size_t a = 0; a < 6; ++a)
        for (std::size_t b = 0; b < 6; ++b)
          for (std::size_t c = 0; c < 6; ++c)
            if (atLeast[a][b] && atLeast[b][c]) {
              atLeast[a][c] = true;
              above[a][c] = above[a][c] || above[a][b] || above[b][c];
            }
    for (Place a = 0; a < 6; ++a)
      for (Place b = 0; b < 6; ++b) {
        ASSERT_EQ(answers.order().atLeast(a, b), atLeast[a][b]) << "seed " << seed;
        ASSERT_EQ(answers.order().above(a, b), above[a][b]) << "seed " << seed;
      }
  }
}

} // namespace
} // namespace stasis::analysis
