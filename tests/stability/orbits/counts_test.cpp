// The engine that only counts members, against the definitions on random families, and against the engine of
// orbits where there are too many states for the definitions.

#include "language/parse.h"
#include "oracle/definitions.h"
#include "stability/engine_suite.h"
#include "stability/orbits/counts_engine.h"
#include "stability/orbits/used_choices.h"
#include "support/random_conflict.h"

namespace stasis::properties {
namespace {

using E = model::Expression;

/// Nash, GMR and SMR.
std::vector<model::ConceptRow> byMoves() {
  std::vector<model::ConceptRow> rows;
  for (const auto& concept_ : model::concepts)
    if (concept_.sanctions() != model::Sanctions::improvements)
      rows.push_back(concept_);
  return rows;
}

/// None if the engine does not take it.
std::unique_ptr<Engine> counting(const Conflict& conflict) {
  return stability::openCounts(conflict, {}).engine;
}

Conflict randomFamily(std::uint64_t seed) {
  support::Kind kind = support::Kind::families();
  kind.maxOptions = 8;
  kind.rankings = false;
  kind.namedApart = seed % 4 == 0;
  support::SeededDice dice(seed);
  for (;;) {
    Conflict conflict = support::randomConflict(kind, dice);
    if (!conflict.families.empty())
      return conflict;
  }
}

Conflict parsed(const std::string& text) {
  const language::SourceText source("t.conflict", text);
  auto parsed = language::parse(source);
  EXPECT_TRUE(parsed.conflict);
  return std::move(*parsed.conflict);
}

/// A family whose members look at counts and at what they do themselves, beside two others, at random.
Conflict lookingAtCounts(std::size_t members, std::size_t options, std::uint64_t seed) {
  support::SeededDice dice(seed);
  const std::vector<std::string> names{"land", "sea", "air"};
  const auto one = [&](std::vector<std::string> of) { return of[dice.roll(of.size())]; };
  const auto count = [&] {
    return "(" + one({"at least ", "at most ", "exactly "}) + std::to_string(1 + dice.roll(members)) +
           " of Guarantors." + names[dice.roll(options)] + ")";
  };
  const auto atom = [&](bool own) {
    const std::size_t kind = dice.roll(3);
    return kind == 0 && own ? "self." + names[dice.roll(options)]
           : kind < 2       ? count()
                            : one({"target", "accept", "agree"});
  };
  const auto statement = [&](bool own) {
    return "  " + one({"", "", "not "}) + "(" + atom(own) + one({" and ", " or ", " iff ", " implies "}) +
           atom(own) + ")\n";
  };
  std::string text =
      "party Russia\n  option target\n  option accept irrevocable\nparty Ukraine\n  option agree\n"
      "parties Guarantors of G1";
  for (std::size_t m = 2; m <= members; ++m)
    text += ", G" + std::to_string(m);
  text += "\n";
  for (std::size_t k = 0; k < options; ++k)
    text += "  option " + names[k] + "\n";
  text += "never target and agree\n";
  for (const bool own : {false, true})
    for (const std::string& who :
         own ? std::vector<std::string>{"each Guarantors"} : std::vector<std::string>{"Russia", "Ukraine"}) {
      text += "prefer " + who + "\n";
      for (std::size_t k = 0; k < 3 + dice.roll(3); ++k)
        text += statement(own);
    }
  return parsed(text);
}

void expectOracle(const Conflict& conflict, Engine& engine) {
  const oracle::Game game(conflict);
  ASSERT_EQ(members(engine, engine.feasible()), game.feasible()) << support::show(conflict);
  ASSERT_EQ(engine.count(engine.feasible()), game.size());
  for (const auto& concept_ : byMoves()) {
    std::vector<model::Pattern> equilibria = game.feasible();
    for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
      const auto wanted = patterns(game, game.stable(concept_.id, i));
      std::erase_if(equilibria, [&](const auto& state) { return std::ranges::count(wanted, state) == 0; });
      const StateSet stable = engine.stable(concept_.id, PartyId(i));
      ASSERT_EQ(members(engine, stable), wanted)
          << concept_.name << " for " << conflict.parties[i].name << '\n'
          << support::show(conflict);
      ASSERT_EQ(engine.count(stable), wanted.size()) << support::show(conflict);
    }
    const StateSet found = engine.equilibria(concept_.id);
    ASSERT_EQ(members(engine, found), equilibria) << concept_.name << '\n' << support::show(conflict);
    ASSERT_EQ(engine.count(found), equilibria.size());
  }
}

/// Three or four members with one or two options, at most six options together.
Conflict fewLookingAtCounts(std::uint64_t seed) {
  const std::size_t members = 3 + seed % 2;
  return lookingAtCounts(members, members == 4 ? 1 : 1 + seed / 3 % 2, seed);
}

TEST(CountsEngine, IsTheOracle) {
  for (std::uint64_t seed = 1; seed <= 24; ++seed) {
    const Conflict conflict = fewLookingAtCounts(seed);
    const auto engine = counting(conflict);
    ASSERT_TRUE(engine) << seed;
    expectOracle(conflict, *engine);
    if (HasFatalFailure())
      return;
  }
}

// Families of every form: with weights, tiers, defines and members told apart. Few of them are only counted.
TEST(CountsEngine, IsTheOracleOnRandomFamilies) {
  int taken = 0;
  for (std::uint64_t seed = 1; seed <= 250; ++seed) {
    const Conflict conflict = randomFamily(seed);
    if (const auto engine = counting(conflict)) {
      ++taken;
      expectOracle(conflict, *engine);
    }
    if (HasFatalFailure())
      return;
  }
  EXPECT_GT(taken, 10);
}

// Conditions, the algebra of sets, and numbers.
TEST(CountsEngine, AnswersQuestionsAsTheDefinitionsDo) {
  int taken = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const Conflict conflict = fewLookingAtCounts(seed);
    const auto engine = counting(conflict);
    ASSERT_TRUE(engine);
    const oracle::Game game(conflict);
    support::SeededDice dice(seed);
    const StateSet nash = engine->equilibria(model::concepts[0].id);
    const auto isNash = members(*engine, nash);
    for (int k = 0; k < 4; ++k) {
      const E asked = support::randomExpression(conflict, dice, 2);
      try {
        const StateSet where = engine->where(asked);
        std::vector<model::Pattern> both, either, without;
        for (const auto& state : game.feasible()) {
          const bool a = std::ranges::count(isNash, state) != 0;
          const bool b = model::holds(asked, conflict, state);
          ASSERT_EQ(engine->contains(where, state), b) << support::show(conflict, asked);
          if (a && b)
            both.push_back(state);
          if (a || b)
            either.push_back(state);
          if (b && !a)
            without.push_back(state);
        }
        ASSERT_EQ(members(*engine, engine->both(nash, where)), both) << support::show(conflict);
        ASSERT_EQ(members(*engine, engine->either(where, nash)), either) << support::show(conflict);
        ASSERT_EQ(members(*engine, engine->without(where, nash)), without) << support::show(conflict);
        ASSERT_EQ(engine->count(engine->either(nash, where)), either.size());
        ++taken;
      } catch (const stability::LimitReached&) {
        continue; // it does more than count
      }
    }
    for (std::size_t k = 0; k < game.size(); k += 1 + game.size() / 9) {
      ASSERT_EQ(engine->number(game.feasible()[k]), k + 1);
      ASSERT_EQ(engine->state(k + 1), game.feasible()[k]);
    }
    ASSERT_FALSE(engine->state(game.size() + 1));
  }
  EXPECT_GT(taken, 60);
}

TEST(CountsEngine, CountsAndListsAsOrbitsDo) {
  for (std::uint64_t seed = 1; seed <= 18; ++seed) {
    const std::size_t options = 1 + seed % 3;
    const Conflict conflict = lookingAtCounts(options == 3 ? 7 : 9, options, seed);
    const auto tested = counting(conflict);
    ASSERT_TRUE(tested) << seed;
    const auto orbits = stability::openOrbits(conflict, {}, {}).engine;
    SCOPED_TRACE(seed);
    for (const auto& concept_ : byMoves()) {
      for (std::size_t i = 0; i < conflict.parties.size(); ++i)
        ASSERT_EQ(tested->count(tested->stable(concept_.id, PartyId(i))),
                  orbits->count(orbits->stable(concept_.id, PartyId(i))));
      const StateSet a = tested->equilibria(concept_.id);
      const StateSet b = orbits->equilibria(concept_.id);
      ASSERT_EQ(tested->count(a), orbits->count(b)) << concept_.name;
      ASSERT_EQ(tested->list(a, 50), orbits->list(b, 50)) << concept_.name;
      const auto told = tested->listAlike(a, 50);
      const auto wanted = orbits->listAlike(b, 50);
      ASSERT_EQ(told.size(), wanted.size());
      for (std::size_t k = 0; k < told.size(); ++k) {
        ASSERT_EQ(told[k].first, wanted[k].first);
        ASSERT_EQ(told[k].states, wanted[k].states);
      }
      for (const auto& state : orbits->list(orbits->feasible(), 20))
        for (std::size_t i = 0; i < conflict.parties.size(); ++i)
          ASSERT_EQ(tested->place(PartyId(i), state), orbits->place(PartyId(i), state));
    }
  }
}

TEST(CountsEngine, TakesMembersBeyondNumber) {
  const Conflict conflict = lookingAtCounts(200, 2, 5);
  const auto engine = counting(conflict);
  ASSERT_TRUE(engine);
  EXPECT_EQ(engine->count(engine->feasible()), stability::Count(6) << 400); // 4 ** 200 of the members
  const StateSet nash = engine->equilibria(model::concepts[0].id);
  for (const auto& state : engine->list(nash, 5))
    EXPECT_TRUE(engine->contains(nash, state));
}

// Members who are tied by a constraint, or who do not change freely, are not merely counted.
TEST(CountsEngine, LeavesWhatIsNotOnlyCounted) {
  const std::string head = "party A\n  option a\nparties F of F1, F2, F3\n  option b";
  const std::string wants = "\nprefer A\n  at least 2 of F.b\nprefer each F\n  self.b iff a\n";
  EXPECT_TRUE(counting(parsed(head + wants)));
  EXPECT_FALSE(counting(parsed(head + " irrevocable" + wants)));
  EXPECT_FALSE(counting(parsed(head + "\nnever a and at least 2 of F.b" + wants)));
  const Conflict conflict = parsed(head + wants);
  const auto engine = counting(conflict);
  EXPECT_THROW(engine->equilibria(model::concepts[3].id), stability::LimitReached);
}

// --- used choices

stability::UseBits randomRow(support::Dice& dice) {
  stability::UseBits row(8);
  for (std::size_t set = 0; set < row.size(); ++set)
    row[set] = dice.roll(3) != 0;
  return row;
}

TEST(UsedChoices, SumsAndIntervalsAreTheRow) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    support::SeededDice dice(seed);
    const auto row = randomRow(dice);
    for (std::size_t set = 0; set < row.size(); ++set) {
      long times = 0;
      for (const auto& [allowed, factor] : stability::asSums(row))
        times += (set & ~allowed) == 0 ? factor : 0;
      EXPECT_EQ(times, row[set] ? 1 : 0);
      const auto intervals = stability::asIntervals(row);
      EXPECT_EQ(
          std::ranges::any_of(
              intervals, [&](const auto& use) { return (use.least & ~set) == 0 && (set & ~use.most) == 0; }),
          row[set]);
    }
  }
}

} // namespace
} // namespace stasis::properties
