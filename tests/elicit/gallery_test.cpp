// The gallery: each party answers as its published ranking says. The equilibria are the published ones, and
// the questions are counted against sorting. To sort n states by comparisons takes ⌈log2 n!⌉ of them in the
// worst case at least, whatever the method (Knuth, The Art of Computer Programming 3, 5.3.1).

#include "analysis/elicit/completion.h"
#include "analysis/elicit/next_question.h"
#include "analysis/elicit/next_statement.h"
#include "analysis/elicit/pair_answers.h"
#include "analysis/elicit/statement_list.h"
#include "analysis/states/open_engine.h"
#include "language/parse.h"
#include "stability/solution.h"
#include "support/root.h"
#include "support/seeded.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

namespace stasis::analysis {
namespace {

const stability::Errand errand; // engines keep a reference to it

std::vector<std::filesystem::path> gallery() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(support::root() + "/conflicts"))
    if (entry.path().extension() == ".conflict")
      files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

model::Conflict conflictIn(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  auto parsed = language::parse(language::SourceText(path.filename().string(), text.str()));
  return std::move(parsed.conflict.value());
}

std::size_t leastToSort(std::size_t states) {
  return static_cast<std::size_t>(std::ceil(std::lgamma(static_cast<double>(states) + 1) / std::log(2.0)));
}

/// The letters of the equilibria, by concept.
std::vector<std::vector<model::Pattern>> equilibria(stability::Engine& engine) {
  std::vector<std::vector<model::Pattern>> all;
  for (const auto id : stability::everyConcept())
    all.push_back(engine.list(engine.equilibria(id), SIZE_MAX));
  return all;
}

struct Interview {
  std::size_t questions = 0;
  model::Ranking ranking;
};

Interview interview(stability::Engine& engine, model::PartyId party) {
  const Rules rules(engine);
  const Stakes stakes(engine, rules, party, stability::everyConcept(), errand);
  const NextQuestion next(stakes, engine.conflict(), false, errand);
  const auto& states = stakes.states();
  PairAnswers answers(states.size());
  Interview done;
  while (const auto question = next.next(answers.order(), {})) {
    ++done.questions;
    const auto sign = rules.compare(party, states[question->one], states[question->other]);
    const auto kind = sign == 0 ? PairAnswer::Kind::same : PairAnswer::Kind::rather;
    const bool swap = sign < 0;
    EXPECT_TRUE(
        answers.add({kind, swap ? question->other : question->one, swap ? question->one : question->other})
            .empty());
  }
  for (const auto& tied : firstCompletion(answers.order())) {
    done.ranking.classes.emplace_back();
    for (const Place place : tied)
      done.ranking.classes.back().push_back({model::StateRef::Kind::number, place + 1U, {}});
  }
  return done;
}

TEST(ElicitGallery, HalfOfSortingIsEnoughForThePublishedEquilibria) {
  std::size_t asked = 0, sorted = 0;
  for (const auto& path : gallery()) {
    const model::Conflict conflict = conflictIn(path);
    const auto opened = openEngine(conflict, {}, errand);
    const auto states = opened.engine->count(opened.engine->feasible());
    if (states > mostAskedAbout)
      continue;
    for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
      const Interview done = interview(*opened.engine, model::PartyId(i));
      model::Conflict elicited = conflict;
      elicited.parties[i].preference = done.ranking;
      elicited.parties[i].unsure.clear();
      const auto again = openEngine(elicited, {}, errand);
      EXPECT_EQ(equilibria(*again.engine), equilibria(*opened.engine)) << path;
      const std::size_t sorting = leastToSort(states.get_ui());
      asked += done.questions;
      sorted += sorting;
      if (std::getenv("STASIS_SHOW") != nullptr)
        std::cout << path.stem().string() << ' ' << conflict.parties[i].name << ' ' << states.get_ui() << ' '
                  << done.questions << ' ' << sorting << '\n';
    }
  }
  if (std::getenv("STASIS_SHOW") != nullptr)
    std::cout << asked << " of " << sorted << '\n';
  EXPECT_LE(2 * asked, sorted);
}

// The same of conflicts that nobody has seen: every party answers as the random model says.
TEST(ElicitGallery, HalfOfSortingIsEnoughInRandomConflicts) {
  std::size_t asked = 0, sorted = 0;
  support::Kind kind = support::Kind::optionForm();
  kind.maxOptions = 5;
  kind.minParties = 2;
  support::forSeeds(20, kind, [&](const model::Conflict& conflict) {
    const auto opened = openEngine(conflict, {}, errand);
    const auto states = opened.engine->count(opened.engine->feasible()).get_ui();
    for (std::size_t i = 0; states > 8 && i < conflict.parties.size(); ++i) {
      const Interview done = interview(*opened.engine, model::PartyId(i));
      model::Conflict elicited = conflict;
      elicited.parties[i].preference = done.ranking;
      const auto again = openEngine(elicited, {}, errand);
      ASSERT_EQ(equilibria(*again.engine), equilibria(*opened.engine));
      asked += done.questions;
      sorted += leastToSort(states);
    }
  });
  if (std::getenv("STASIS_SHOW") != nullptr)
    std::cout << asked << " of " << sorted << " in random conflicts\n";
  EXPECT_GT(sorted, 500U);
  EXPECT_LE(2 * asked, sorted);
}

// The flagship: 1,824 states, so statements are asked about. Each party answers as its published list says.
TEST(ElicitGallery, StatementsOfTheFlagshipLeadToItsEquilibria) {
  const model::Conflict conflict =
      conflictIn(support::root() + "/conflicts/foreign-troops/foreign-troops.conflict");
  const auto opened = openEngine(conflict, {}, errand);
  const Rules rules(*opened.engine);
  const auto states = opened.engine->list(opened.engine->feasible(), SIZE_MAX);
  for (const std::size_t i : {1U, 3U, 4U}) { // Russia and the guarantors take longer
    const Topics topics(conflict, model::PartyId(i), states, {});
    const ListEquilibria list(*opened.engine, rules, model::PartyId(i), states, topics.kindOf(),
                              stability::everyConcept(), errand);
    const NextStatement next(topics, &list, false, errand);
    PairAnswers answers(topics.literals());
    while (const auto question = next.next(answers.order(), {}).next) // topics stand in the published order
      ASSERT_TRUE(answers
                      .add({PairAnswer::Kind::rather, std::min(question->one, question->other),
                            std::max(question->one, question->other)})
                      .empty());
    const std::size_t sorting = leastToSort(states.size());
    EXPECT_LE(answers.all().size() * 100, sorting);
    model::Conflict elicited = conflict;
    model::Prioritised said;
    for (const auto& tier : listFrom(topics, firstCompletion(answers.order()), answers.order()))
      said.tiers.push_back({{topics.wanted(tier.front()), {}, {}}});
    elicited.parties[i].preference = said;
    const auto again = openEngine(elicited, {}, errand);
    EXPECT_EQ(equilibria(*again.engine), equilibria(*opened.engine)) << conflict.parties[i].name;
    if (std::getenv("STASIS_SHOW") != nullptr)
      std::cout << "flagship " << conflict.parties[i].name << ' ' << answers.all().size() << " for "
                << topics.size() << " statements\n";
  }
}

// Kilgour & Hipel 2005: 5, 8 and 9 are sequentially stable for all three. Each party is asked while the
// others want what was found of them before.
TEST(ElicitGallery, NineStatesOfElmiraAreRankedToThePublishedEquilibria) {
  model::Conflict conflict = conflictIn(support::root() + "/conflicts/elmira/nine-states.conflict");
  const auto published = equilibria(*openEngine(conflict, {}, errand).engine);
  std::vector<std::size_t> asked;
  for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
    const auto opened = openEngine(conflict, {}, errand);
    const Interview done = interview(*opened.engine, model::PartyId(i));
    asked.push_back(done.questions);
    model::Conflict elicited = conflict;
    elicited.parties[i].preference = done.ranking;
    conflict = std::move(elicited);
  }
  const auto opened = openEngine(conflict, {}, errand);
  EXPECT_EQ(equilibria(*opened.engine), published);
  const auto sequential = opened.engine->equilibria(model::Concept::seq);
  for (const stability::StateNumber number : {5U, 8U, 9U})
    EXPECT_TRUE(opened.engine->contains(sequential, *opened.engine->state(number)));
  EXPECT_EQ(opened.engine->count(sequential), 3);
  for (const std::size_t questions : asked)
    EXPECT_LT(questions, leastToSort(9));
}

// The order of the 52 states of the American Revolution needs no more statements than the model has.
TEST(ElicitGallery, AStatementListOfARankingIsAsShortAsThePublishedOne) {
  const model::Conflict conflict =
      conflictIn(support::root() + "/conflicts/american-revolution/american-revolution.conflict");
  const auto opened = openEngine(conflict, {}, errand);
  const Rules rules(*opened.engine);
  const auto states = opened.engine->list(opened.engine->feasible(), SIZE_MAX);
  for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
    const auto worths = rules.worths(model::PartyId(i), states);
    std::vector<std::uint32_t> classes;
    for (const auto& worth : worths)
      classes.push_back(static_cast<std::uint32_t>(
          std::ranges::count_if(worths, [&](const Worth& other) { return other > worth; })));
    const auto found = statementList(conflict, states, KnownOrder::ranked(classes));
    ASSERT_TRUE(found);
    const auto& written = std::get<model::Prioritised>(conflict.parties[i].preference);
    EXPECT_LE(found->statements.size(), written.tiers.size());
    model::Conflict again = conflict;
    model::Prioritised said;
    for (const auto& statement : found->statements)
      said.tiers.push_back({{statement, {}, {}}});
    again.parties[i].preference = said;
    const auto reopened = openEngine(again, {}, errand);
    const Rules other(*reopened.engine);
    for (std::size_t a = 0; a < states.size(); ++a)
      for (std::size_t b = 0; b < states.size(); ++b)
        ASSERT_EQ(other.compare(model::PartyId(i), states[a], states[b]),
                  rules.compare(model::PartyId(i), states[a], states[b]));
  }
}

} // namespace
} // namespace stasis::analysis
