#include "stability/constraint_search.h"
#include "stability/explicit/enumerate.h"
#include "support/processor_time.h"
#include "support/property.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <chrono>

namespace stasis::stability {
namespace {

using model::Conflict;
using model::OptionId;
using E = model::Expression;

constexpr std::uint64_t unlimited = ~std::uint64_t{0};

Conflict free(std::size_t options) {
  Conflict conflict;
  conflict.parties.push_back({.name = "P", .optionCount = options});
  for (std::size_t o = 0; o < options; ++o)
    conflict.options.push_back({.name = "o" + std::to_string(o)});
  return conflict;
}

void exactlyOneOf(Conflict& conflict, const std::vector<std::size_t>& group) {
  std::vector<E> options;
  for (const std::size_t o : group)
    options.push_back(E::option(OptionId(o)));
  conflict.constraints.push_back({.holds = E::count(E::Op::exactly, 1, options)});
}

TEST(Enumerate, GivesWhatMeetsAllConstraintsInAscendingOrder) {
  support::Kind kind = support::Kind::optionForm();
  kind.maxOptions = 10;
  EXPECT_TRUE(support::holdsFor(500, kind, [](const Conflict& conflict) {
    std::vector<std::uint64_t> wanted;
    for (std::uint64_t bits = 0; bits < std::uint64_t{1} << conflict.options.size(); ++bits) {
      model::State state(conflict.options.size(), model::Choice::no);
      for (std::size_t o = 0; o < state.size(); ++o)
        if ((bits >> o & 1) != 0)
          state.set(OptionId(o), model::Choice::yes);
      if (std::ranges::all_of(conflict.constraints,
                              [&](const auto& c) { return model::holds(c.holds, conflict, state); }))
        wanted.push_back(bits);
    }
    RC_ASSERT(feasibleStates(conflict, unlimited, {}) == wanted);
  }));
}

TEST(Enumerate, WithoutConstraintsEverythingIsFeasible) {
  const auto states = feasibleStates(free(16), unlimited, {});
  ASSERT_EQ(states.size(), 65536U);
  for (std::uint64_t s = 0; s < states.size(); ++s)
    ASSERT_EQ(states[s], s);
  EXPECT_EQ(feasibleStates(free(0), unlimited, {}), std::vector<std::uint64_t>{0});
}

// Sixty options in groups, of which exactly one is taken: 12^5 states among 2^60. If a group's options are
// neighbours, the natural order of the search works. If they are dealt out like cards, that order meets only
// dead ends, until the order of the constraints is used.
TEST(Enumerate, GroupsOfSixtyOptionsAreFoundWhereverTheyStand) {
  for (const bool dealt : {false, true}) {
    Conflict conflict = free(60);
    for (std::size_t group = 0; group < 5; ++group) {
      std::vector<std::size_t> members;
      for (std::size_t k = 0; k < 12; ++k)
        members.push_back(dealt ? 5 * k + group : 12 * group + k);
      exactlyOneOf(conflict, members);
    }
    const double begin = support::processorSeconds();
    const auto states = feasibleStates(conflict, unlimited, {});
    EXPECT_EQ(states.size(), 248832U); // 12^5
    EXPECT_TRUE(std::ranges::is_sorted(states));
    EXPECT_TRUE(std::ranges::all_of(states, [](std::uint64_t s) { return std::popcount(s) == 5; }));
    EXPECT_LT(support::processorSeconds() - begin, 10); // else it walked 2^60
  }
}

TEST(Enumerate, StopsAtItsLimit) {
  EXPECT_EQ(feasibleStates(free(10), 1024, {}).size(), 1024U);
  EXPECT_THROW(feasibleStates(free(10), 1023, {}), LimitReached);
  EXPECT_THROW(feasibleStates(free(62), 1'000'000, {}), LimitReached);
}

TEST(Enumerate, EndsWhenToldTo) {
  Conflict conflict = free(60); // parity of all options: nothing can be said before the last is set
  std::vector<E> all;
  for (std::size_t o = 0; o < 60; ++o)
    all.push_back(E::option(OptionId(o)));
  conflict.constraints.push_back({.holds = E::join(E::Op::exclusive, all)});
  conflict.constraints.push_back({.holds = E::negation(E::join(E::Op::exclusive, all))});
  Errand errand;
  errand.deadline = Errand::Clock::now() + std::chrono::milliseconds(50);
  try {
    feasibleStates(conflict, unlimited, errand);
    FAIL() << "2^60 branches cannot be searched";
  } catch (const LimitReached& reached) {
    EXPECT_EQ(reached.limit(), Limit::timeout);
    EXPECT_LT(Errand::Clock::now() - *errand.deadline, std::chrono::seconds(1));
  }
}

using Set = std::vector<std::size_t>;

E o(std::size_t k) { return E::option(OptionId(k)); }
E no(std::size_t k) { return E::negation(o(k)); }

TEST(SmallestContradiction, IsSmallestAndContradictory) {
  Conflict conflict = free(5);
  const auto must = [&](E e) { conflict.constraints.push_back({.holds = std::move(e)}); };
  must(E::join(E::Op::implies, {o(0), o(1)}));
  must(E::join(E::Op::implies, {o(1), o(2)}));
  must(o(0));
  EXPECT_EQ(smallestContradiction(conflict, {}), Set{});
  must(no(2)); // 0 1 2 3 contradict each other, all four needed
  EXPECT_EQ(smallestContradiction(conflict, {}), (Set{0, 1, 2, 3}));
  must(no(1)); // 0 2 4: three
  EXPECT_EQ(smallestContradiction(conflict, {}), (Set{0, 2, 4}));
  must(no(0)); // 2 5: two
  EXPECT_EQ(smallestContradiction(conflict, {}), (Set{2, 5}));
  must(E::join(E::Op::conjunction, {o(3), no(3)}));
  EXPECT_EQ(smallestContradiction(conflict, {}), Set{6});
}

// More options than the explicit engine takes: a hundred in a chain of implications that comes round.
TEST(SmallestContradiction, AnyNumberOfOptions) {
  Conflict conflict = free(100);
  for (std::size_t k = 0; k < 99; ++k)
    conflict.constraints.push_back({.holds = E::join(E::Op::implies, {o(k), o(k + 1)})});
  conflict.constraints.push_back({.holds = o(0)});
  EXPECT_EQ(smallestContradiction(conflict, {}), Set{});
  conflict.constraints.push_back({.holds = no(99)});
  EXPECT_EQ(smallestContradiction(conflict, {}).size(), 101U);
  conflict.constraints.push_back({.holds = no(0)});
  EXPECT_EQ(smallestContradiction(conflict, {}), (Set{99, 101}));
}

TEST(SmallestContradiction, IsGivenUpAfterSoManySettings) {
  Conflict conflict = free(100);
  for (std::size_t k = 0; k < 99; ++k)
    conflict.constraints.push_back({.holds = E::join(E::Op::implies, {o(k), o(k + 1)})});
  conflict.constraints.push_back({.holds = o(0)});
  conflict.constraints.push_back({.holds = no(99)});
  EXPECT_FALSE(contradictionWithin(conflict, 3, {}));
  EXPECT_EQ(contradictionWithin(conflict, 1'000'000, {}), smallestContradiction(conflict, {}));
}

TEST(SmallestContradiction, NoneWhereSomeStateIsFeasible) {
  EXPECT_TRUE(support::holdsFor(300, support::Kind::optionForm(), [](const Conflict& conflict) {
    RC_ASSERT(smallestContradiction(conflict, {}).empty());
  }));
}

// Random constraints: the set that is named contradicts itself, and no smaller set does (all subsets are
// tried).
TEST(SmallestContradiction, NoSmallerSetContradictsItself) {
  support::Kind kind = support::Kind::optionForm();
  kind.maxOptions = 4;
  EXPECT_TRUE(support::holdsFor(300, kind, [](const Conflict& drawn) {
    Conflict conflict = drawn;
    support::ShrinkingDice dice;
    for (int k = 0; k < 5; ++k)
      conflict.constraints.push_back({.holds = support::randomExpression(conflict, dice, 2)});
    const std::size_t n = conflict.constraints.size();
    const auto meets = [&](std::size_t subset) {
      for (std::size_t bits = 0; bits < std::size_t{1} << conflict.options.size(); ++bits) {
        model::State state(conflict.options.size(), model::Choice::no);
        for (std::size_t option = 0; option < state.size(); ++option)
          if ((bits >> option & 1) != 0)
            state.set(OptionId(option), model::Choice::yes);
        bool all = true;
        for (std::size_t k = 0; k < n; ++k)
          all =
              all && ((subset >> k & 1) == 0 || model::holds(conflict.constraints[k].holds, conflict, state));
        if (all)
          return true;
      }
      return false;
    };
    const auto found = smallestContradiction(conflict, {});
    std::size_t smallest = 0;
    for (std::size_t subset = 0; subset < std::size_t{1} << n; ++subset)
      if (!meets(subset) && (smallest == 0 || std::popcount(subset) < std::popcount(smallest)))
        smallest = subset;
    if (std::popcount(smallest) < 4) // larger sets are only promised to be irreducible
      RC_ASSERT(found.size() == static_cast<std::size_t>(std::popcount(smallest)));
    std::size_t named = 0;
    for (const std::size_t k : found)
      named |= std::size_t{1} << k;
    if (!found.empty())
      RC_ASSERT(!meets(named));
  }));
}

} // namespace
} // namespace stasis::stability
