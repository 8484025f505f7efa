// Questions about statements: the bounds are those over all lists, the equilibria found are those of the list
// that the party has in mind, and what is asked stops once nothing can change. Checked by tests/oracle/.

#include "analysis/elicit/completion.h"
#include "analysis/elicit/next_statement.h"
#include "analysis/elicit/pair_answers.h"
#include "analysis/states/open_engine.h"
#include "language/words/expression_text.h"
#include "oracle/elicitation.h"
#include "stability/solution.h"
#include "support/seeded.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace stasis::analysis {
namespace {

const stability::Errand errand; // engines keep a reference to it

using model::Conflict;
using model::Expression;
using model::PartyId;
using oracle::Game;

/// What a party wants: of each topic 1, -1 or 0, and its importance; equals count for the same.
struct Mind {
  std::vector<int> wanted;
  std::vector<std::size_t> importance;
};

Mind randomMind(std::size_t topics, support::Dice& dice) {
  Mind mind;
  for (std::size_t t = 0; t < topics; ++t) {
    mind.wanted.push_back(static_cast<int>(dice.roll(5) % 3) - 1);
    mind.importance.push_back(dice.roll(2 * topics));
  }
  return mind;
}

/// The mind as lines of `prefer`, for the oracle.
model::Prioritised linesOf(const Mind& mind, const Topics& topics) {
  model::Prioritised lines;
  for (std::size_t rank = 0; rank < 2 * mind.wanted.size(); ++rank) {
    std::vector<model::Statement> tier;
    for (std::size_t t = 0; t < mind.wanted.size(); ++t)
      if (mind.importance[t] == rank && mind.wanted[t] != 0)
        tier.push_back({topics.wanted(static_cast<Place>(2 * t + (mind.wanted[t] < 0 ? 1 : 0))), {}, {}});
    if (!tier.empty())
      lines.tiers.push_back(std::move(tier));
  }
  return lines;
}

PairAnswer answerOf(const Mind& mind, const PairQuestion& question) {
  const auto one = Topics::topicOf(question.one), other = Topics::topicOf(question.other);
  if (one == other) {
    const int sign = mind.wanted[one] * (question.one % 2 == 0 ? 1 : -1);
    return {sign == 0 ? PairAnswer::Kind::same : PairAnswer::Kind::rather,
            sign < 0 ? question.other : question.one, sign < 0 ? question.one : question.other};
  }
  const bool swap = mind.importance[one] > mind.importance[other];
  return {mind.importance[one] == mind.importance[other] ? PairAnswer::Kind::same : PairAnswer::Kind::rather,
          swap ? question.other : question.one, swap ? question.one : question.other};
}

Conflict wanting(Conflict conflict, std::size_t party, model::Prioritised lines) {
  conflict.parties[party].preference = std::move(lines);
  conflict.parties[party].unsure.clear();
  if (std::get<model::Prioritised>(conflict.parties[party].preference).tiers.empty())
    conflict.parties[party].preference = std::monostate{};
  return conflict;
}

/// A conflict open for questions about what one party wants.
struct Opened {
  Opened(const Conflict& conflict, std::size_t asked)
      : party(asked), engine(openEngine(conflict, {}, errand).engine), rules(*engine),
        states(engine->list(engine->feasible(), SIZE_MAX)), topics(conflict, PartyId(asked), states, {}),
        equilibria(*engine, rules, PartyId(asked), states, topics.kindOf(), stability::everyConcept(),
                   errand) {}

  std::size_t party;
  std::unique_ptr<stability::Engine> engine;
  Rules rules;
  std::vector<model::Pattern> states;
  Topics topics;
  ListEquilibria equilibria;
};

struct Asked {
  std::vector<PairQuestion> questions;
  PairAnswers answers;
};

Asked askAll(const Opened& opened, const Mind& mind, bool complete) {
  const NextStatement next(opened.topics, &opened.equilibria, complete, errand);
  Asked asked{{}, PairAnswers(opened.topics.literals())};
  for (std::size_t left = SIZE_MAX;;) {
    const auto question = next.next(asked.answers.order(), {}).next;
    if (!question)
      return asked;
    EXPECT_LT(question->atMost, left);
    left = question->atMost;
    asked.questions.push_back(*question);
    EXPECT_TRUE(asked.answers.add(answerOf(mind, *question)).empty());
  }
}

model::Prioritised found(const Opened& opened, const PairAnswers& answers) {
  model::Prioritised lines;
  for (const auto& tier : listFrom(opened.topics, firstCompletion(answers.order()), answers.order())) {
    lines.tiers.emplace_back();
    for (const Place literal : tier)
      lines.tiers.back().push_back({opened.topics.wanted(literal), {}, {}});
  }
  return lines;
}

oracle::Places placesIn(const PlaceBits& bits, std::size_t states) {
  oracle::Places places;
  for (std::size_t s = 0; s < states; ++s)
    if ((bits[s / 64] >> s % 64 & 1U) != 0)
      places.push_back(s);
  return places;
}

/// A conflict of at least two states, one of its parties, and what it wants.
template <class Property> void forMinds(std::uint64_t seeds, Property property) {
  std::size_t seed = 0;
  support::Kind kind = support::Kind::anything();
  kind.maxOptions = 5;
  support::forSeeds(seeds, kind, [&](const Conflict& conflict) {
    support::SeededDice dice(++seed + 1000);
    if (Game(conflict).size() < 2 || conflict.options.empty())
      return;
    Conflict silent = conflict; // so that topics are its options and defines
    const std::size_t party = dice.roll(conflict.parties.size());
    silent.parties[party].preference = std::monostate{};
    silent.parties[party].unsure.clear();
    const Opened opened(silent, party);
    property(silent, opened, randomMind(opened.topics.size(), dice), dice);
  });
}

TEST(ListEquilibria, OfACompleteListAreTheDefinitions) {
  forMinds(120, [](const Conflict& conflict, const Opened& opened, const Mind& mind, support::Dice&) {
    const Asked asked = askAll(opened, mind, true);
    const auto bounds = opened.equilibria.bounds(orderOfKinds(opened.topics, asked.answers.order()));
    const Conflict wanted = wanting(conflict, opened.party, linesOf(mind, opened.topics));
    const Game game(wanted);
    for (std::size_t c = 0; c < bounds.size(); ++c) {
      const auto published = game.equilibria(opened.equilibria.concepts()[c]);
      ASSERT_EQ(placesIn(bounds[c].sure, game.size()), published);
      ASSERT_EQ(placesIn(bounds[c].possible, game.size()), published);
    }
  });
}

TEST(ListEquilibria, BoundsHoldWhateverIsOpen) {
  forMinds(120, [](const Conflict& conflict, const Opened& opened, const Mind& mind, support::Dice& dice) {
    PairAnswers some(opened.topics.literals());
    for (const PairQuestion& question : askAll(opened, mind, true).questions)
      if (dice.roll(2) == 0)
        some.add(answerOf(mind, question));
    const auto bounds = opened.equilibria.bounds(orderOfKinds(opened.topics, some.order()));
    const Conflict wanted = wanting(conflict, opened.party, linesOf(mind, opened.topics));
    const Game game(wanted);
    for (std::size_t c = 0; c < bounds.size(); ++c) {
      const auto holding = game.equilibria(opened.equilibria.concepts()[c]);
      ASSERT_TRUE(std::ranges::includes(holding, placesIn(bounds[c].sure, game.size())));
      ASSERT_TRUE(std::ranges::includes(placesIn(bounds[c].possible, game.size()), holding));
    }
  });
}

TEST(NextStatement, TheEquilibriaAreThoseOfTheListInMind) {
  std::size_t all = 0, needed = 0;
  forMinds(60, [&](const Conflict& conflict, const Opened& opened, const Mind& mind, support::Dice&) {
    const Asked asked = askAll(opened, mind, false);
    needed += asked.questions.size();
    all += askAll(opened, mind, true).questions.size();
    const Conflict wanted = wanting(conflict, opened.party, linesOf(mind, opened.topics));
    const Conflict elicited = wanting(conflict, opened.party, found(opened, asked.answers));
    for (const auto id : stability::everyConcept())
      ASSERT_EQ(Game(elicited).equilibria(id), Game(wanted).equilibria(id)) << row(id).key;
  });
  EXPECT_LT(needed, all);
}

TEST(NextStatement, CompleteFindsTheListItself) {
  forMinds(80, [](const Conflict& conflict, const Opened& opened, const Mind& mind, support::Dice&) {
    const Conflict elicited =
        wanting(conflict, opened.party, found(opened, askAll(opened, mind, true).answers));
    const Conflict wanted = wanting(conflict, opened.party, linesOf(mind, opened.topics));
    const Game one(elicited), other(wanted);
    for (std::size_t a = 0; a < one.size(); ++a)
      for (std::size_t b = 0; b < one.size(); ++b)
        ASSERT_EQ(one.prefers(opened.party, a, b), other.prefers(opened.party, a, b));
  });
}

// Of many states, those that tell statements apart stand for all: the topics, and what is left out, are the
// same.
TEST(Topics, AreThoseOfAllStates) {
  std::size_t fewer = 0;
  forMinds(120, [&](const Conflict& conflict, const Opened& opened, const Mind&, support::Dice&) {
    const PartyId party(opened.party);
    const auto few = tellingStates(*opened.engine, conditionsAskedAbout(conflict, party, {}), errand);
    const Topics found(conflict, party, few, {});
    ASSERT_EQ(found.size(), opened.topics.size());
    for (Place literal = 0; literal < found.literals(); ++literal)
      ASSERT_EQ(language::text(found.wanted(literal), conflict),
                language::text(opened.topics.wanted(literal), conflict));
    ASSERT_EQ(found.leftOut().size(), opened.topics.leftOut().size());
    for (std::size_t k = 0; k < found.leftOut().size(); ++k)
      ASSERT_EQ(found.leftOut()[k].why, opened.topics.leftOut()[k].why);
    fewer += few.size() < opened.states.size() ? 1 : 0;
  });
  EXPECT_GT(fewer, 20U);
}

TEST(NextStatement, WithoutEquilibriaTheListItselfIsFound) {
  forMinds(40, [](const Conflict& conflict, const Opened& opened, const Mind& mind, support::Dice&) {
    const NextStatement next(opened.topics, nullptr, false, errand);
    PairAnswers answers(opened.topics.literals());
    while (const auto question = next.next(answers.order(), {}).next)
      ASSERT_TRUE(answers.add(answerOf(mind, *question)).empty());
    const Game one(wanting(conflict, opened.party, found(opened, answers)));
    const Game other(wanting(conflict, opened.party, linesOf(mind, opened.topics)));
    for (std::size_t a = 0; a < one.size(); ++a)
      for (std::size_t b = 0; b < one.size(); ++b)
        ASSERT_EQ(one.prefers(opened.party, a, b), other.prefers(opened.party, a, b));
  });
}

// Of n topics each may be asked about, and each two that are wanted compared. A topic of which nobody knows
// whether it is wanted is not asked about again and compared with none.
TEST(NextStatement, WhatNobodyKnowsLeavesFewerQuestions) {
  std::size_t counted = 0;
  forMinds(60, [&](const Conflict&, const Opened& opened, const Mind&, support::Dice&) {
    const NextStatement next(opened.topics, &opened.equilibria, true, errand);
    const PairAnswers none(opened.topics.literals());
    const std::size_t topics = opened.topics.size();
    const auto all = next.next(none.order(), {}).next;
    if (!all)
      return;
    ASSERT_EQ(all->atMost, topics + topics * (topics - 1) / 2);
    for (std::size_t topic = 0; topic + 1 < topics; ++topic) {
      const auto left =
          next.next(none.order(), {{static_cast<Place>(2 * topic), static_cast<Place>(2 * topic + 1)}}).next;
      ASSERT_TRUE(left);
      ASSERT_EQ(left->atMost, topics - 1 + (topics - 1) * (topics - 2) / 2);
      ++counted;
    }
  });
  EXPECT_GT(counted, 50U);
}

} // namespace
} // namespace stasis::analysis
