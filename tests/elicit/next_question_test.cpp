// The questions are those of the definition, tried over all rankings: what is asked can change an
// equilibrium, and what is no longer asked cannot.

#include "analysis/elicit/completion.h"
#include "analysis/elicit/next_question.h"
#include "analysis/elicit/pair_answers.h"
#include "analysis/states/open_engine.h"
#include "oracle/elicitation.h"
#include "stability/solution.h"
#include "support/published.h"
#include "support/seeded.h"

#include <gtest/gtest.h>

namespace stasis::analysis {
namespace {

const stability::Errand errand; // engines keep a reference to it

using model::Concept;
using model::Conflict;
using model::PartyId;
using oracle::Classes;
using oracle::Game;

/// The questions asked of a party that holds this ranking, each with its answer.
struct Asked {
  std::vector<PairQuestion> questions;
  PairAnswers answers;
};

PairAnswer answerOf(const Classes& truth, const PairQuestion& question) {
  const auto one = truth[question.one];
  const auto other = truth[question.other];
  if (one == other)
    return {PairAnswer::Kind::same, question.one, question.other};
  return one < other ? PairAnswer{PairAnswer::Kind::rather, question.one, question.other}
                     : PairAnswer{PairAnswer::Kind::rather, question.other, question.one};
}

Asked askAll(const Conflict& conflict, std::size_t party, const Classes& truth, bool complete,
             const std::vector<Concept>& concepts) {
  const auto opened = openEngine(conflict, {}, errand);
  const Rules rules(*opened.engine);
  const Stakes stakes(*opened.engine, rules, PartyId(party), concepts, errand);
  const NextQuestion next(stakes, conflict, complete, errand);
  Asked asked{{}, PairAnswers(stakes.states().size())};
  while (const auto question = next.next(asked.answers.order(), {})) {
    asked.questions.push_back(*question);
    EXPECT_TRUE(asked.answers.add(answerOf(truth, *question)).empty());
    EXPECT_LE(asked.questions.size(), truth.size() * truth.size());
  }
  return asked;
}

std::vector<oracle::KnownPair> knownFrom(const std::vector<PairAnswer>& answers, std::size_t first) {
  std::vector<oracle::KnownPair> known;
  for (std::size_t k = 0; k < first; ++k)
    known.push_back({answers[k].one, answers[k].other, answers[k].kind == PairAnswer::Kind::same});
  return known;
}

Classes classesOf(const std::vector<std::vector<Place>>& ranking, std::size_t states) {
  Classes classes(states, 0);
  for (std::size_t k = 0; k < ranking.size(); ++k)
    for (const Place place : ranking[k])
      classes[place] = k;
  return classes;
}

Classes randomClasses(std::size_t states, support::Dice& dice) {
  Classes classes;
  for (std::size_t s = 0; s < states; ++s)
    classes.push_back(dice.roll(states));
  return classes;
}

TEST(NextQuestion, AsksWhatCanChangeAnEquilibriumAndNothingElse) {
  std::size_t seed = 0, compared = 0;
  support::forSeeds(240, support::Kind::anything(), [&](const Conflict& conflict) {
    const std::size_t states = Game(conflict).size();
    support::SeededDice dice(++seed);
    if (states < 2 || states > 4)
      return;
    ++compared;
    const std::size_t party = dice.roll(conflict.parties.size());
    const auto concepts = stability::everyConcept();
    const oracle::AllRankings all(conflict, party, concepts);
    const auto asked = askAll(conflict, party, randomClasses(states, dice), false, concepts);
    const auto& answers = asked.answers.all();
    for (std::size_t k = 0; k < answers.size(); ++k) {
      const auto known = knownFrom(answers, k);
      ASSERT_FALSE(all.compared(known, answers[k].one, answers[k].other)) << "question " << k;
      ASSERT_TRUE(all.decisive(known, answers[k].one, answers[k].other)) << "question " << k;
    }
    ASSERT_TRUE(all.settled(knownFrom(answers, answers.size())));
  });
  EXPECT_GT(compared, 40U);
}

TEST(NextQuestion, EveryPairIsDecisiveExactlyWhereTheDefinitionSays) {
  std::size_t seed = 0, pairs = 0;
  support::forSeeds(240, support::Kind::anything(), [&](const Conflict& conflict) {
    const std::size_t states = Game(conflict).size();
    support::SeededDice dice(++seed);
    if (states < 2 || states > 4)
      return;
    const std::size_t party = dice.roll(conflict.parties.size());
    const auto concepts = stability::everyConcept();
    const oracle::AllRankings all(conflict, party, concepts);
    const auto opened = openEngine(conflict, {}, errand);
    const Rules rules(*opened.engine);
    const Stakes stakes(*opened.engine, rules, PartyId(party), concepts, errand);
    PairAnswers answers(states);
    const Classes truth = randomClasses(states, dice);
    for (std::size_t k = 0; k < dice.roll(states); ++k) {
      const auto a = static_cast<Place>(dice.roll(states)), b = static_cast<Place>(dice.roll(states));
      if (a != b)
        answers.add(answerOf(truth, {a, b, 0}));
    }
    const auto known = knownFrom(answers.all(), answers.all().size());
    ASSERT_EQ(!unsettled(stakes, answers.order(), {}, errand), all.settled(known));
    for (Place a = 0; a < states; ++a)
      for (Place b = 0; b < a; ++b) {
        ASSERT_EQ(!answers.order().isOpen(a, b), all.compared(known, a, b));
        if (!answers.order().isOpen(a, b))
          continue;
        ++pairs;
        ASSERT_EQ(isDecisive(stakes, answers.order(), a, b, {}, errand), all.decisive(known, a, b)) << a << b;
      }
  });
  EXPECT_GT(pairs, 100U);
}

TEST(NextQuestion, TheEquilibriaAreThoseOfTheCompleteRanking) {
  std::size_t seed = 0;
  support::forSeeds(120, support::Kind::anything(), [&](const Conflict& conflict) {
    const std::size_t states = Game(conflict).size();
    support::SeededDice dice(++seed);
    if (states < 2 || states > 24)
      return;
    const std::size_t party = dice.roll(conflict.parties.size());
    const Classes truth = randomClasses(states, dice);
    const auto asked = askAll(conflict, party, truth, false, stability::everyConcept());
    const auto found = classesOf(firstCompletion(asked.answers.order()), states);
    const Conflict wanted = oracle::withClasses(conflict, party, truth);
    const Conflict elicited = oracle::withClasses(conflict, party, found);
    for (const auto id : stability::everyConcept())
      ASSERT_EQ(Game(elicited).equilibria(id), Game(wanted).equilibria(id)) << row(id).key;
  });
}

TEST(NextQuestion, CompleteFindsTheRankingItself) {
  std::size_t seed = 0;
  support::forSeeds(40, support::Kind::anything(), [&](const Conflict& conflict) {
    const std::size_t states = Game(conflict).size();
    support::SeededDice dice(++seed);
    if (states < 2 || states > 16)
      return;
    const Classes truth = randomClasses(states, dice);
    const auto asked = askAll(conflict, 0, truth, true, {Concept::nash});
    ASSERT_TRUE(asked.answers.order().isComplete());
    for (Place a = 0; a < states; ++a)
      for (Place b = 0; b < states; ++b)
        ASSERT_EQ(asked.answers.order().above(a, b), truth[a] < truth[b]);
  });
}

} // namespace
} // namespace stasis::analysis
