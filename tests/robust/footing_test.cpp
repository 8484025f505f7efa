#include "analysis/robust/footing.h"
#include "analysis/states/open_engine.h"
#include "oracle/definitions.h"
#include "oracle/subsets.h"
#include "support/property.h"
#include "support/published.h"

#include <gtest/gtest.h>

#include <bit>

namespace stasis::analysis {
namespace {

using model::Concept;
using model::Conflict;
using model::Pattern;

struct Case {
  explicit Case(const Conflict& conflict)
      : engine(openEngine(conflict, {}, errand).engine), variation(*engine, {}), all(switched(variation)) {
    question.concepts = stability::everyConcept();
    question.states = engine->list(engine->feasible(), 4096);
    question.limit = 1000;
  }
  FootingAnswer ask(stability::EngineChoice choice = stability::EngineChoice::explicitly) {
    const auto extended = openEngine(all.conflict, {.engine = choice}, errand);
    return footing(*extended.engine, all, variation.preferences(), question, errand);
  }

  stability::Errand errand;
  std::unique_ptr<stability::Engine> engine;
  Variation variation;
  Switched all;
  FootingQuestion question;
};

/// By subset of statements, whether the state holds.
using Table = std::vector<bool>;

std::size_t bits(const Beliefs& beliefs) {
  std::size_t set = 0;
  for (const std::size_t b : beliefs)
    set |= std::size_t{1} << b;
  return set;
}

/// By definition: B such that all S ⊇ B hold, and no proper part of B is such.
std::set<std::size_t> restsOn(const Table& holds) {
  const auto enough = [&](std::size_t b) {
    for (std::size_t s = 0; s < holds.size(); ++s)
      if ((s & b) == b && !holds[s])
        return false;
    return true;
  };
  std::set<std::size_t> least;
  for (std::size_t b = 0; b < holds.size(); ++b) {
    bool smallest = enough(b);
    for (std::size_t part = 0; part < b && smallest; ++part)
      smallest = (part & b) != part || !enough(part);
    if (smallest)
      least.insert(b);
  }
  return least;
}

/// By definition: D whose dropping from all turns the verdict, and no proper part of D does.
std::set<std::size_t> turnedBy(const Table& holds) {
  const std::size_t all = holds.size() - 1;
  const auto turns = [&](std::size_t d) { return holds[all & ~d] != holds[all]; };
  std::set<std::size_t> least;
  for (std::size_t d = 1; d < holds.size(); ++d) {
    bool smallest = turns(d) && std::popcount(d) <= static_cast<int>(mostDropped);
    for (std::size_t part = 1; part < d && smallest; ++part)
      smallest = (part & d) != part || !turns(part);
    if (smallest)
      least.insert(d);
  }
  return least;
}

std::set<std::size_t> asBits(const std::vector<Beliefs>& sets) {
  std::set<std::size_t> all;
  for (std::size_t k = 0; k < sets.size(); ++k) {
    RC_ASSERT(k == 0 || sets[k - 1].size() <= sets[k].size());
    all.insert(bits(sets[k]));
  }
  RC_ASSERT(all.size() == sets.size());
  return all;
}

void compare(const Conflict& conflict) {
  const std::size_t statements = oracle::statementsOf(conflict);
  if (statements > 6)
    return;
  Case asked(conflict);
  const auto answer = asked.ask();
  RC_ASSERT(!answer.stopped);
  RC_ASSERT(answer.beliefs.size() == statements);
  RC_ASSERT(answer.subsets == std::size_t{1} << statements);
  for (std::size_t c = 0; c < answer.concepts.size(); ++c) {
    const auto bySubset = oracle::equilibriaBySubset(conflict, answer.concepts[c]);
    for (std::size_t s = 0; s < answer.states.size(); ++s) {
      Table holds;
      for (const auto& letters : bySubset)
        holds.push_back(letters.contains(answer.states[s].letters()));
      const Footing& told = *answer.footing[s][c];
      RC_ASSERT(told.held == std::ranges::count(holds, true));
      RC_ASSERT(told.asWritten == holds.back());
      RC_ASSERT(asBits(told.restsOn) == (told.asWritten ? restsOn(holds) : std::set<std::size_t>()));
      RC_ASSERT(asBits(told.turnedBy) == turnedBy(holds));
      RC_ASSERT(!told.restsOnMore && !told.turnedByMore);
    }
  }
}

support::Kind small() {
  support::Kind kind = support::Kind::anything();
  kind.merged = kind.graphForm = false;
  kind.maxOptions = 5;
  kind.maxParties = 3;
  return kind;
}

TEST(Footing, IsWhatEverySubsetGives) { EXPECT_TRUE(support::holdsFor(150, small(), compare)); }

// Both engines take the switches for what nobody can change.
TEST(Footing, IsTheSameOnBothEngines) {
  EXPECT_TRUE(support::holdsFor(80, small(), [](const Conflict& conflict) {
    if (oracle::statementsOf(conflict) > 9)
      return;
    Case asked(conflict);
    const auto one = asked.ask();
    const auto other = asked.ask(stability::EngineChoice::symbolic);
    for (std::size_t s = 0; s < one.states.size(); ++s)
      for (std::size_t c = 0; c < one.concepts.size(); ++c) {
        RC_ASSERT(one.footing[s][c]->held == other.footing[s][c]->held);
        RC_ASSERT(one.footing[s][c]->restsOn == other.footing[s][c]->restsOn);
        RC_ASSERT(one.footing[s][c]->turnedBy == other.footing[s][c]->turnedBy);
      }
  }));
}

TEST(Footing, ToldSetsAreTheFirstOfAll) {
  EXPECT_TRUE(support::holdsFor(60, small(), [](const Conflict& conflict) {
    if (oracle::statementsOf(conflict) > 6)
      return;
    Case asked(conflict);
    const auto all = asked.ask();
    asked.question.limit = 1;
    const auto first = asked.ask();
    for (std::size_t s = 0; s < all.states.size(); ++s)
      for (std::size_t c = 0; c < all.concepts.size(); ++c) {
        const Footing& whole = *all.footing[s][c];
        const Footing& cut = *first.footing[s][c];
        RC_ASSERT(cut.restsOnMore == (whole.restsOn.size() > 1));
        RC_ASSERT(cut.turnedByMore == (whole.turnedBy.size() > 1));
        if (!whole.restsOn.empty())
          RC_ASSERT(cut.restsOn.front().size() == whole.restsOn.front().size());
        if (!whole.turnedBy.empty())
          RC_ASSERT(cut.turnedBy.front() == whole.turnedBy.front());
      }
  }));
}

// By hand. One wants Two to cooperate, and not to cooperate itself. That nobody cooperates holds under Nash
// in every subset: whoever has nothing to say is content. That both cooperate holds where neither minds
// cooperating: 4 of 16.
TEST(Footing, PrisonersDilemma) {
  const auto conflict = support::prisonersDilemma();
  Case asked(conflict);
  asked.question.concepts = {Concept::nash};
  const auto answer = asked.ask();
  const Footing& nobody = *answer.footing[0][0];
  EXPECT_EQ(nobody.held, 16);
  EXPECT_EQ(nobody.restsOn, std::vector<Beliefs>{{}});
  EXPECT_TRUE(nobody.turnedBy.empty());
  const Footing& both = *answer.footing[3][0];
  EXPECT_FALSE(both.asWritten);
  EXPECT_EQ(both.held, 4);
  EXPECT_EQ(both.turnedBy, (std::vector<Beliefs>{{1, 3}}));
}

TEST(Footing, EndsWhenToldTo) {
  const auto conflict = support::prisonersDilemma();
  Case asked(conflict);
  std::stop_source source;
  asked.errand.progress = [&](const stability::Progress& progress) {
    if (progress.phase == "what verdicts rest on" && progress.done == 2)
      source.request_stop();
  };
  asked.errand.stop = source.get_token();
  const auto answer = asked.ask();
  ASSERT_TRUE(answer.stopped);
  EXPECT_TRUE(answer.footing[0][0]);
  EXPECT_FALSE(answer.footing[3][0]);
}

} // namespace
} // namespace stasis::analysis
