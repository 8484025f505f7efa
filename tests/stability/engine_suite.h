#pragma once

// What every engine must answer: the oracle's sets on random conflicts, and the laws. An engine takes part by
// a type that opens it and says which kinds of conflict it takes:
//
//   struct Explicit {
//     static std::unique_ptr<stability::Engine> open(const model::Conflict&);
//     static std::vector<support::Kind> kinds();
//     static constexpr int runs = …;        // random conflicts of each kind
//   };
//   INSTANTIATE_TYPED_TEST_SUITE_P(Explicit, EngineSuite, Explicit);

#include "language/codes/diagnostic.h"
#include "oracle/definitions.h"
#include "stability/solution.h"
#include "support/property.h"
#include "support/published.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <numeric>
#include <utility>

namespace stasis::properties {

using model::Concept;
using model::Conflict;
using model::PartyId;
using stability::Engine;
using stability::StateSet;

inline std::vector<model::Pattern> patterns(const oracle::Game& game, const oracle::Places& places) {
  std::vector<model::Pattern> states;
  for (const oracle::Place s : places)
    states.push_back(game.feasible()[s]);
  return states;
}

inline std::vector<model::Pattern> members(Engine& engine, StateSet set) {
  return engine.list(set, std::numeric_limits<std::size_t>::max());
}

/// Conflicts without listed moves and merged states, which engines of sets and of orbits do not take.
inline support::Kind byOptions(support::Kind kind = {}) {
  kind.merged = false;
  kind.graphForm = false;
  return kind;
}

/// The engine that was opened, after nothing worse than warnings.
template <class Opened> std::unique_ptr<Engine> withoutErrors(Opened opened) {
  for (const auto& d : opened.diagnostics)
    EXPECT_EQ(d.severity, language::Severity::warning) << d.message;
  return std::move(opened.engine);
}

template <class Tested> class EngineSuite : public testing::Test {
public:
  /// The property holds for random conflicts of every kind the engine takes; `part` of the usual number.
  template <class Property> static void holdsForAll(Property property, int part = 1) {
    for (const support::Kind& kind : Tested::kinds())
      EXPECT_TRUE(support::holdsFor(Tested::runs / part, kind, property));
  }
};

TYPED_TEST_SUITE_P(EngineSuite);

TYPED_TEST_P(EngineSuite, FeasibleStatesAreTheOraclesInItsOrder) {
  TestFixture::holdsForAll([](const Conflict& conflict) {
    const oracle::Game game(conflict);
    const auto engine = TypeParam::open(conflict);
    RC_ASSERT(members(*engine, engine->feasible()) == game.feasible());
    RC_ASSERT(engine->count(engine->feasible()) == game.size());
  });
}

TYPED_TEST_P(EngineSuite, StableStatesAreTheOracles) {
  TestFixture::holdsForAll([](const Conflict& conflict) {
    const oracle::Game game(conflict);
    const auto engine = TypeParam::open(conflict);
    for (const auto& concept_ : model::concepts) {
      for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
        RC_LOG() << concept_.name << " for " << conflict.parties[i].name << std::endl;
        RC_ASSERT(members(*engine, engine->stable(concept_.id, PartyId(i))) ==
                  patterns(game, game.stable(concept_.id, i)));
      }
      RC_ASSERT(members(*engine, engine->equilibria(concept_.id)) ==
                patterns(game, game.equilibria(concept_.id)));
    }
  });
}

TYPED_TEST_P(EngineSuite, ExpressionsAndPatternsSelectTheOraclesStates) {
  TestFixture::holdsForAll(
      [](const Conflict& conflict) {
        const oracle::Game game(conflict);
        const auto engine = TypeParam::open(conflict);
        support::ShrinkingDice dice;
        const auto expression = support::randomExpression(conflict, dice);
        oracle::Places held;
        for (oracle::Place s = 0; s < game.size(); ++s)
          if (game.holds(expression, s))
            held.push_back(s);
        RC_LOG() << support::show(conflict, expression) << std::endl;
        RC_ASSERT(members(*engine, engine->where(expression)) == patterns(game, held));

        model::Pattern pattern = game.feasible()[dice.roll(game.size())];
        for (std::size_t opened = dice.roll(3); opened > 0; --opened)
          pattern.set(model::OptionId(dice.roll(pattern.size())), model::Choice::either);
        oracle::Places matching;
        for (oracle::Place s = 0; s < game.size(); ++s)
          if (std::ranges::any_of(game.members(s), [&](const auto& m) { return pattern.covers(m); }))
            matching.push_back(s);
        RC_ASSERT(members(*engine, engine->matching({pattern})) == patterns(game, matching));
      },
      2);
}

TYPED_TEST_P(EngineSuite, SetsJoinAsSetsDo) {
  TestFixture::holdsForAll(
      [](const Conflict& conflict) {
        const auto engine = TypeParam::open(conflict);
        support::ShrinkingDice dice;
        const StateSet a = engine->where(support::randomExpression(conflict, dice));
        const StateSet b = engine->where(support::randomExpression(conflict, dice));
        const auto all = members(*engine, engine->feasible());
        const auto expect = [&](StateSet set, auto belongs) {
          std::vector<model::Pattern> wanted;
          std::ranges::copy_if(all, std::back_inserter(wanted), belongs);
          RC_ASSERT(members(*engine, set) == wanted);
          RC_ASSERT(engine->count(set) == wanted.size());
          for (const auto& state : all)
            RC_ASSERT(engine->contains(set, state) == belongs(state));
          if (!wanted.empty())
            RC_ASSERT(engine->list(set, 1) == std::vector{wanted.front()});
        };
        const auto in = [&](StateSet set, const auto& state) { return engine->contains(set, state); };
        expect(engine->both(a, b), [&](const auto& s) { return in(a, s) && in(b, s); });
        expect(engine->either(a, b), [&](const auto& s) { return in(a, s) || in(b, s); });
        expect(engine->without(a, b), [&](const auto& s) { return in(a, s) && !in(b, s); });
      },
      4);
}

TYPED_TEST_P(EngineSuite, MovesBackFromASetAreTheOracles) {
  TestFixture::holdsForAll(
      [](const Conflict& conflict) {
        const oracle::Game game(conflict);
        const auto engine = TypeParam::open(conflict);
        support::ShrinkingDice dice;
        const StateSet target = engine->where(support::randomExpression(conflict, dice));
        const bool transitive = !conflict.hasGraphForm() && !conflict.hasMergedStates();
        for (std::size_t i = 0; i < conflict.parties.size(); ++i)
          for (const auto kind : {model::Relation::always, model::Relation::better}) {
            const StateSet origins = engine->canMoveInto(target, PartyId(i), kind);
            for (oracle::Place s = 0; s < game.size(); ++s) {
              const auto ends = kind == model::Relation::always ? game.moves(i, s) : game.improvements(i, s);
              const bool can = std::ranges::any_of(
                  ends, [&](oracle::Place q) { return engine->contains(target, game.feasible()[q]); });
              const auto& state = game.feasible()[s];
              if (!transitive || !engine->contains(target, state))
                RC_ASSERT(engine->contains(origins, state) == can);
            }
          }
      },
      4);
}

TYPED_TEST_P(EngineSuite, MovesOnFromASetAreTheOracles) {
  TestFixture::holdsForAll(
      [](const Conflict& conflict) {
        const oracle::Game game(conflict);
        const auto engine = TypeParam::open(conflict);
        support::ShrinkingDice dice;
        const StateSet source = engine->where(support::randomExpression(conflict, dice));
        const bool transitive = !conflict.hasGraphForm() && !conflict.hasMergedStates();
        for (std::size_t i = 0; i < conflict.parties.size(); ++i)
          for (const auto kind : {model::Relation::always, model::Relation::better}) {
            const StateSet ends = engine->reachedFrom(source, PartyId(i), kind);
            std::vector<bool> reached(game.size());
            for (oracle::Place s = 0; s < game.size(); ++s)
              if (engine->contains(source, game.feasible()[s]))
                for (const oracle::Place q :
                     kind == model::Relation::always ? game.moves(i, s) : game.improvements(i, s))
                  reached[q] = true;
            for (oracle::Place q = 0; q < game.size(); ++q) {
              const auto& state = game.feasible()[q];
              if (!transitive || !engine->contains(source, state))
                RC_ASSERT(engine->contains(ends, state) == reached[q]);
            }
          }
      },
      4);
}

TYPED_TEST_P(EngineSuite, ScratchLeavesWhatWasThereBefore) {
  TestFixture::holdsForAll(
      [](const Conflict& conflict) {
        const auto engine = TypeParam::open(conflict);
        support::ShrinkingDice dice;
        const StateSet before = engine->where(support::randomExpression(conflict, dice));
        const auto listed = members(*engine, before);
        StateSet stable{};
        {
          const stability::Scratch scratch(*engine);
          for (int k = 0; k < 3; ++k)
            engine->without(engine->where(support::randomExpression(conflict, dice)), before);
          stable = engine->stable(Concept::seq, PartyId(0));
          engine->without(engine->where(support::randomExpression(conflict, dice)), stable);
        }
        RC_ASSERT(members(*engine, before) == listed);
        RC_ASSERT(engine->stable(Concept::seq, PartyId(0)) == stable);
        const oracle::Game game(conflict);
        RC_ASSERT(members(*engine, stable) == patterns(game, game.stable(Concept::seq, 0)));
        const auto rest = engine->without(engine->feasible(), before);
        RC_ASSERT(engine->count(engine->both(rest, before)) == 0);
        RC_ASSERT(engine->count(engine->either(rest, before)) == game.size());
      },
      8);
}

TYPED_TEST_P(EngineSuite, StatesCompareAsTheOracleSays) {
  TestFixture::holdsForAll(
      [](const Conflict& conflict) {
        const oracle::Game game(conflict);
        const auto engine = TypeParam::open(conflict);
        support::ShrinkingDice dice;
        const oracle::Place at = dice.roll(game.size());
        const auto& state = game.feasible()[at];
        for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
          const StateSet noBetter = engine->notPreferredTo(PartyId(i), state);
          const StateSet worse = engine->worseThan(PartyId(i), state);
          for (oracle::Place s = 0; s < game.size(); ++s) {
            RC_ASSERT(engine->contains(noBetter, game.feasible()[s]) == !game.prefers(i, s, at));
            RC_ASSERT(engine->contains(worse, game.feasible()[s]) == game.prefers(i, at, s));
          }
        }
      },
      4);
}

// Howard 1971, Fraser & Hipel 1979, Rêgo & Vieira 2017: the concepts imply each other.
/// Whatever is asked about a pattern that is none of the feasible states: another choice of the options, one
/// that leaves an option open, one of too few or too many options.
TYPED_TEST_P(EngineSuite, WhatIsNotFeasibleIsInNoSet) {
  TestFixture::holdsForAll(
      [](const Conflict& conflict) {
        if (conflict.hasMergedStates())
          return; // their members are no states
        const oracle::Game game(conflict);
        const auto engine = TypeParam::open(conflict);
        const std::size_t options = conflict.options.size();
        std::vector<model::Pattern> others{model::Pattern(options + 1, model::Choice::no)};
        if (options > 0) {
          others.emplace_back(options - 1, model::Choice::no);
          others.emplace_back(game.feasible().front());
          others.back().set(model::OptionId(0), model::Choice::either);
        }
        for (std::size_t bits = 0; bits < std::size_t{1} << options; ++bits) {
          model::Pattern state(options, model::Choice::no);
          for (std::size_t o = 0; o < options; ++o)
            if ((bits >> o & 1) != 0)
              state.set(model::OptionId(o), model::Choice::yes);
          if (std::ranges::count(game.feasible(), state) == 0)
            others.push_back(state);
        }
        for (const auto& other : others) {
          RC_ASSERT(!engine->number(other));
          for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
            RC_ASSERT(!engine->place(PartyId(i), other));
            RC_ASSERT(engine->count(engine->notPreferredTo(PartyId(i), other)) == 0);
            RC_ASSERT(engine->count(engine->worseThan(PartyId(i), other)) == 0);
          }
        }
      },
      10);
}

TYPED_TEST_P(EngineSuite, ConceptsIncludeEachOther) {
  TestFixture::holdsForAll(
      [](const Conflict& conflict) {
        const auto engine = TypeParam::open(conflict);
        constexpr std::pair<Concept, Concept> inclusions[] = {
            {Concept::nash, Concept::smr}, {Concept::smr, Concept::gmr}, {Concept::nash, Concept::sseq},
            {Concept::sseq, Concept::seq}, {Concept::seq, Concept::gmr}, {Concept::sseq, Concept::smr}};
        for (const auto& [inner, outer] : inclusions)
          for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
            const auto rest =
                engine->without(engine->stable(inner, PartyId(i)), engine->stable(outer, PartyId(i)));
            RC_ASSERT(engine->count(rest) == 0);
          }
      },
      4);
}

TYPED_TEST_P(EngineSuite, AConstraintThatAlwaysHoldsChangesNothing) {
  TestFixture::holdsForAll(
      [](const Conflict& conflict) {
        support::ShrinkingDice dice;
        const auto expression = support::randomExpression(conflict, dice);
        Conflict same = conflict;
        same.constraints.push_back(
            {.holds = model::Expression::join(model::Expression::Op::disjunction,
                                              {expression, model::Expression::negation(expression)})});
        const auto before = TypeParam::open(conflict);
        const auto after = TypeParam::open(same);
        for (const auto& concept_ : model::concepts)
          for (std::size_t i = 0; i < conflict.parties.size(); ++i)
            RC_ASSERT(members(*before, before->stable(concept_.id, PartyId(i))) ==
                      members(*after, after->stable(concept_.id, PartyId(i))));
      },
      4);
}

/// The conflict with its parties, and the options within each party, in another order.
struct Reordered {
  Conflict conflict;
  std::vector<std::size_t> partyAt;  ///< by old place: the new one
  std::vector<std::size_t> optionAt; ///< by old place: the new one

  Reordered(const Conflict& old, support::Dice& dice) : conflict(old) {
    const auto shuffled = [&](std::size_t n) {
      std::vector<std::size_t> order(n);
      std::iota(order.begin(), order.end(), 0);
      for (std::size_t k = 1; k < n; ++k)
        std::swap(order[k], order[k - dice.roll(k + 1)]);
      return order;
    };
    const auto parties = shuffled(old.parties.size());
    partyAt.resize(parties.size());
    optionAt.resize(old.options.size());
    conflict.options.clear();
    for (std::size_t p = 0; p < parties.size(); ++p) {
      partyAt[parties[p]] = p;
      model::Party& party = conflict.parties[p] = old.parties[parties[p]];
      party.firstOption = conflict.options.size();
      for (const std::size_t k : shuffled(party.optionCount)) {
        optionAt[old.parties[parties[p]].firstOption + k] = conflict.options.size();
        conflict.options.push_back(old.options[old.parties[parties[p]].firstOption + k]);
        conflict.options.back().owner = PartyId(p);
      }
    }
    renameEverything();
  }

  model::Pattern renamed(const model::Pattern& old) const {
    model::Pattern pattern = old;
    for (std::size_t o = 0; o < old.size(); ++o)
      pattern.set(model::OptionId(optionAt[o]), old[model::OptionId(o)]);
    return pattern;
  }

private:
  struct Renaming {
    const std::vector<std::size_t>& optionAt;
    using E = model::Expression;
    E constant(bool value) const { return E::constant(value); }
    E option(model::OptionId id) const { return E::option(model::OptionId(optionAt[id.index()])); }
    E define(model::DefineId id) const { return E::define(id); }
    E apply(E::Op op, std::uint32_t k, std::span<E> operands) const {
      std::vector<E> list(operands.begin(), operands.end());
      if (op == E::Op::negation)
        return E::negation(list.front());
      const bool counts = op == E::Op::atLeast || op == E::Op::atMost || op == E::Op::exactly;
      return counts ? E::count(op, k, std::move(list)) : E::join(op, std::move(list));
    }
  };

  void rename(model::Expression& expression) const {
    expression = expression.fold<model::Expression>(Renaming{optionAt});
  }

  void renameEverything() {
    for (auto& define : conflict.defines)
      rename(define.meaning);
    for (auto& constraint : conflict.constraints)
      rename(constraint.holds);
    for (auto& line : conflict.listed)
      line.pattern = renamed(line.pattern);
    for (auto& named : conflict.named)
      named.state = renamed(named.state);
    if (conflict.statusQuo)
      conflict.statusQuo = renamed(*conflict.statusQuo);
    for (auto& party : conflict.parties) {
      if (auto* tiers = std::get_if<model::Prioritised>(&party.preference))
        for (auto& tier : tiers->tiers)
          for (auto& statement : tier)
            rename(statement.wanted);
      if (auto* weights = std::get_if<model::Weights>(&party.preference))
        for (auto& weight : weights->weights)
          rename(weight.wanted);
    }
  }
};

TYPED_TEST_P(EngineSuite, OrderOfPartiesAndOptionsChangesNothing) {
  TestFixture::holdsForAll(
      [](const Conflict& conflict) {
        // Numbers of states that are not listed depend on the order.
        const auto byNumber = [](const model::StateRef& r) {
          return r.kind == model::StateRef::Kind::number;
        };
        for (const auto& party : conflict.parties) {
          if (conflict.listed.empty() && party.moves)
            for (const auto& move : *party.moves)
              RC_PRE(!byNumber(move.from) && !byNumber(move.to));
          if (const auto* ranking = std::get_if<model::Ranking>(&party.preference))
            RC_PRE(!conflict.listed.empty() || ranking->classes.empty());
        }
        support::ShrinkingDice dice;
        const Reordered other(conflict, dice);
        const auto before = TypeParam::open(conflict);
        const auto after = TypeParam::open(other.conflict);
        for (const auto& concept_ : model::concepts)
          for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
            const auto set = after->stable(concept_.id, PartyId(other.partyAt[i]));
            const auto old = members(*before, before->stable(concept_.id, PartyId(i)));
            RC_ASSERT(after->count(set) == old.size());
            for (const auto& state : old)
              RC_ASSERT(after->contains(set, other.renamed(state)));
          }
      },
      4);
}

// Kilgour & Hipel 2005, Kinsara 2014: small published results, by number.
TYPED_TEST_P(EngineSuite, PublishedEquilibria) {
  for (const auto& conflict : {support::prisonersDilemma(), support::syriaIraq(), support::elmira()}) {
    const oracle::Game game(conflict); // held to the published numbers in oracle_test.cpp
    const auto engine = TypeParam::open(conflict);
    if (!engine)
      continue; // a kind of conflict this engine does not take
    for (const auto& concept_ : model::concepts)
      EXPECT_EQ(members(*engine, engine->equilibria(concept_.id)),
                patterns(game, game.equilibria(concept_.id)))
          << conflict.title << ' ' << concept_.name;
  }
}

REGISTER_TYPED_TEST_SUITE_P(EngineSuite, FeasibleStatesAreTheOraclesInItsOrder, StableStatesAreTheOracles,
                            ExpressionsAndPatternsSelectTheOraclesStates, SetsJoinAsSetsDo,
                            MovesBackFromASetAreTheOracles, MovesOnFromASetAreTheOracles,
                            ScratchLeavesWhatWasThereBefore, StatesCompareAsTheOracleSays,
                            WhatIsNotFeasibleIsInNoSet, ConceptsIncludeEachOther,
                            AConstraintThatAlwaysHoldsChangesNothing, OrderOfPartiesAndOptionsChangesNothing,
                            PublishedEquilibria);

} // namespace stasis::properties
