#include "analysis/robust/robustness.h"
#include "analysis/states/open_engine.h"
#include "oracle/definitions.h"
#include "oracle/variants.h"
#include "support/property.h"
#include "support/published.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <set>

namespace stasis::analysis {
namespace {

using model::Conflict;
using model::Pattern;

struct Case {
  explicit Case(const Conflict& conflict) : engine(openEngine(conflict, {}, errand).engine) {
    question.concepts = stability::everyConcept();
    question.states = engine->list(engine->feasible(), 4096);
  }
  Robustness ask() {
    const auto solution = stability::solve(*engine, question.concepts);
    return vary(*engine, solution, question, errand);
  }

  stability::Errand errand;
  std::unique_ptr<stability::Engine> engine;
  RobustnessQuestion question;
};

std::set<std::string> lettersOf(const oracle::Game& game, const oracle::Places& places) {
  std::set<std::string> letters;
  for (const oracle::Place s : places)
    letters.insert(game.feasible()[s].letters());
  return letters;
}

bool ranks(const Conflict& conflict) {
  return std::ranges::any_of(conflict.parties, [](const model::Party& party) {
    return std::holds_alternative<model::Ranking>(party.preference);
  });
}

void compare(const Conflict& written, const Conflict& variant, const Robustness& answer,
             const Outcome& outcome) {
  if (!outcome.solved()) {
    // A ranking does not know the states that a constraint no longer bars.
    RC_ASSERT(ranks(variant) && variant.constraints.size() < written.constraints.size());
    RC_ASSERT(!outcome.problem.empty());
    return;
  }
  const oracle::Game before(written);
  const oracle::Game game(variant);
  for (std::size_t c = 0; c < answer.concepts.size(); ++c) {
    const auto held = lettersOf(game, game.equilibria(answer.concepts[c]));
    const auto was = lettersOf(before, before.equilibria(answer.concepts[c]));
    const Holding& told = outcome.under[c];
    RC_ASSERT(told.equilibria == held.size());
    for (std::size_t s = 0; s < answer.states.size(); ++s)
      RC_ASSERT(told.states[s] == held.contains(answer.states[s].letters()));
    std::set<std::string> appeared;
    std::ranges::set_difference(held, was, std::inserter(appeared, appeared.end()));
    std::size_t lost = 0;
    for (const auto& state : was)
      lost += held.contains(state) ? 0 : 1;
    RC_ASSERT(*told.lost == lost);
    RC_ASSERT(*told.appeared == appeared.size());
    std::set<std::string> listed;
    for (const Pattern& state : told.appearing)
      listed.insert(state.letters());
    RC_ASSERT(listed == appeared);
  }
}

TEST(Robustness, EveryVariantIsWhatTheDefinitionsGive) {
  EXPECT_TRUE(support::holdsFor(60, support::Kind::anything(), [](const Conflict& random) {
    const Conflict conflict = oracle::marked(random);
    Case asked(conflict);
    const auto answer = asked.ask();
    const auto variants = oracle::oneChange(conflict);
    RC_ASSERT(!answer.stopped);
    RC_ASSERT(answer.outcomes.size() == variants.size());
    for (std::size_t v = 0; v < variants.size(); ++v)
      compare(conflict, variants[v], answer, answer.outcomes[v]);
  }));
}

TEST(Robustness, PairsOfChangesAreWhatTheDefinitionsGive) {
  support::Kind kind = support::Kind::anything();
  kind.maxOptions = 4;
  kind.maxParties = 3;
  EXPECT_TRUE(support::holdsFor(25, kind, [](const Conflict& random) {
    const Conflict conflict = oracle::marked(random);
    Case asked(conflict);
    asked.question.depth = 2;
    const auto answer = asked.ask();
    auto variants = oracle::oneChange(conflict);
    for (auto& two : oracle::twoChanges(conflict))
      variants.push_back(std::move(two));
    RC_ASSERT(answer.outcomes.size() == variants.size());
    for (std::size_t v = 0; v < variants.size(); ++v)
      compare(conflict, variants[v], answer, answer.outcomes[v]);
  }));
}

// Numbers in the text mean the states they meant before a constraint was left out.
TEST(Robustness, NumbersKeepTheirMeaning) {
  EXPECT_TRUE(support::holdsFor(40, support::Kind::graphOnly(), [](const Conflict& random) {
    Case asked(random); // not marked: numbers are still numbers
    const auto answer = asked.ask();
    const Conflict conflict = oracle::marked(random);
    const auto variants = oracle::oneChange(conflict);
    RC_ASSERT(answer.outcomes.size() == variants.size());
    for (std::size_t v = 0; v < variants.size(); ++v)
      compare(conflict, variants[v], answer, answer.outcomes[v]);
  }));
}

// Variants too large for the explicit engine come last, and the symbolic engine solves them.
TEST(Robustness, LargeVariantsGoToTheSymbolicEngine) {
  support::Kind kind = support::Kind::optionForm();
  std::size_t large = 0;
  EXPECT_TRUE(support::holdsFor(60, kind, [&](const Conflict& conflict) {
    Case asked(conflict);
    const auto whole = asked.ask();
    asked.question.limits.maxStates = asked.question.states.size(); // those as written fit, and no more
    asked.question.threads = 2;
    const auto answer = asked.ask();
    RC_ASSERT(answer.solved() == whole.solved());
    const auto verdicts = [](const Newcomer& one) {
      std::size_t all = 0;
      for (const auto& under : one.variants)
        all += under.size();
      return all;
    };
    RC_ASSERT(std::ranges::is_sorted(whole.newcomers(), std::greater<>(), verdicts));
    for (std::size_t v = 0; v < whole.outcomes.size(); ++v)
      for (std::size_t c = 0; c < whole.concepts.size(); ++c) {
        RC_ASSERT(answer.outcomes[v].under[c].states == whole.outcomes[v].under[c].states);
        RC_ASSERT(answer.outcomes[v].under[c].appearing == whole.outcomes[v].under[c].appearing);
      }
    asked.question.limits.engine = stability::EngineChoice::explicitly;
    const auto cut = asked.ask();
    for (const Outcome& outcome : cut.outcomes)
      large += outcome.tooLarge ? 1 : 0;
  }));
  EXPECT_GT(large, 5U);
}

// Ranges of variants, one after the other, are all of them.
TEST(Robustness, RangesOfVariantsAddUpToAll) {
  const auto conflict = support::elmira();
  Case asked(conflict);
  asked.question.depth = 2;
  const auto whole = asked.ask();
  EXPECT_TRUE(whole.isAll());
  ASSERT_GT(whole.variantsInAll, 20U);
  for (const std::size_t size : {std::size_t{1}, std::size_t{7}, whole.variantsInAll - 1}) {
    std::size_t next = 0;
    for (std::size_t first = 0; first < whole.variantsInAll; first += size) {
      asked.question.only = {first, first + size};
      const auto some = asked.ask();
      EXPECT_EQ(some.first, first);
      EXPECT_EQ(some.variantsInAll, whole.variantsInAll);
      EXPECT_EQ(some.variants.size(), std::min(size, whole.variantsInAll - first));
      for (std::size_t v = 0; v < some.variants.size(); ++v, ++next) {
        EXPECT_EQ(some.variants[v], whole.variants[next]);
        for (std::size_t c = 0; c < whole.concepts.size(); ++c)
          EXPECT_EQ(some.outcomes[v].under[c].states, whole.outcomes[next].under[c].states);
      }
    }
    EXPECT_EQ(next, whole.variantsInAll);
  }
  asked.question.only = {whole.variantsInAll + 5, whole.variantsInAll + 9};
  EXPECT_TRUE(asked.ask().variants.empty());
}

TEST(Robustness, IsTheSameOnAnyNumberOfThreads) {
  const auto conflict = support::elmira();
  Case asked(conflict);
  asked.question.depth = 2;
  const auto one = asked.ask();
  asked.question.threads = 4;
  const auto four = asked.ask();
  ASSERT_EQ(one.outcomes.size(), four.outcomes.size());
  EXPECT_EQ(one.variants, four.variants);
  for (std::size_t v = 0; v < one.outcomes.size(); ++v)
    for (std::size_t c = 0; c < one.concepts.size(); ++c) {
      EXPECT_EQ(one.outcomes[v].under[c].states, four.outcomes[v].under[c].states);
      EXPECT_EQ(one.outcomes[v].under[c].appearing, four.outcomes[v].under[c].appearing);
    }
}

// By hand. Four statements to leave out, two pairs to exchange, two options to bind. That nobody cooperates
// holds in all of them; a party that has nothing against cooperating, or cannot take it back, may as well go
// on alone.
TEST(Robustness, PrisonersDilemma) {
  const auto conflict = support::prisonersDilemma();
  Case asked(conflict);
  asked.question.concepts = {model::Concept::nash};
  const auto answer = asked.ask();
  ASSERT_EQ(answer.solved(), 8U);
  EXPECT_EQ(answer.heldIn(0, 0), 8U);
  EXPECT_TRUE(answer.turnedIn(0, 0).empty());
  const auto newcomers = answer.newcomers();
  ASSERT_EQ(newcomers.size(), 2U);
  EXPECT_EQ(newcomers[0].state.letters(), "NY");
  EXPECT_EQ(newcomers[0].variants, (std::vector<std::vector<std::size_t>>{{3, 7}}));
  EXPECT_EQ(newcomers[1].state.letters(), "YN");
  EXPECT_EQ(newcomers[1].variants, (std::vector<std::vector<std::size_t>>{{1, 6}}));
  EXPECT_EQ(answer.turnedIn(1, 0), (std::vector<std::size_t>{1, 6})); // state 2: One cooperates alone
  EXPECT_EQ(answer.variants[6].front().kind, ChangeKind::bind);
}

TEST(Robustness, EndsWhenToldToAndKeepsWhatIsFinished) {
  const auto conflict = support::elmira();
  Case asked(conflict);
  std::stop_source source;
  asked.errand.stop = source.get_token();
  asked.errand.progress = [&](const stability::Progress& progress) {
    if (progress.phase == "variants" && progress.done == 3)
      source.request_stop();
  };
  const auto answer = asked.ask();
  ASSERT_TRUE(answer.stopped);
  EXPECT_EQ(answer.stopped->limit, stability::Limit::interrupted);
  EXPECT_EQ(answer.solved(), 3U);
}

} // namespace
} // namespace stasis::analysis
