// Two versions compared: every kind of change is made and found by name, and the answers are compared as the
// definitions compare them.

#include "analysis/diff/answer_diff.h"
#include "analysis/diff/model_diff.h"
#include "analysis/diff/statement_diff.h"
#include "analysis/states/open_engine.h"
#include "language/parse.h"
#include "oracle/definitions.h"
#include "report/diff/diff.h"
#include "report/telling/folded_line.h"
#include "support/seeded.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace stasis::analysis {
namespace {

const stability::Errand errand; // engines keep a reference to it

using model::PartyId;
using oracle::Game;

model::Conflict read(const std::string& text) {
  const auto parsed = language::parse({"m", text});
  EXPECT_TRUE(parsed.conflict) << text << (parsed.diagnostics.empty() ? "" : parsed.diagnostics[0].message);
  return parsed.conflict.value();
}

const std::string base = R"(conflict "Base"
source s "s.txt"
party A "Alpha"
  option x "Do x"
  option y
party B
  option z
never x and y
define calm = not x
status quo y
prefer A
  x
  not z
    because s "said so"
  y if z
weigh B
  z 2.5
  x -1
)";

/// `how thing of owner: before > after`
std::vector<std::string> changes(const std::string& before, const std::string& after) {
  const auto a = read(before);
  const auto b = read(after);
  std::vector<std::string> all;
  for (const auto& change : diffModels(a, b, Matching(a, b)))
    all.push_back(std::string(wordOf(change.how)) + ' ' + std::string(wordOf(change.thing)) +
                  (change.owner.empty() ? "" : " of " + change.owner) + ": " + change.before + " > " +
                  change.after);
  return all;
}

std::string with(std::string text, const std::string& what, const std::string& instead) {
  const auto at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return text.replace(at, what.size(), instead);
}

using Words = std::vector<std::string>;

TEST(ModelDiff, EveryKindOfChangeIsFoundByName) {
  const auto after = [](const std::string& what, const std::string& instead) {
    return changes(base, with(base, what, instead));
  };
  EXPECT_EQ(changes(base, base), Words{});
  EXPECT_EQ(after("\"Base\"", "\"New\""), Words{"changed title: Base > New"});
  EXPECT_EQ(after("\"Alpha\"", "\"Al\""), Words{"changed label of A: Alpha > Al"});
  EXPECT_EQ(after("option z", "option z irrevocable"),
            Words{"changed direction of B.z: in both directions > irrevocable"});
  EXPECT_EQ(after("  option y\n", "  option y\n  option w\n"), Words{"added option of A:  > w"});
  EXPECT_EQ(after("party B\n", "party C\n  option v\nparty B\n"), Words{"added party:  > C"});
  EXPECT_EQ(after("never x and y", "always x or y"),
            Words{"reworded constraint: never x and y > always x or y"});
  EXPECT_EQ(after("never x and y", "always x and y"),
            Words{"negated constraint: never x and y > always x and y"});
  EXPECT_EQ(after("never x and y\n", ""), Words{"dropped constraint: never x and y > "});
  EXPECT_EQ(after("calm = not x", "calm = not y"), Words{"changed define: calm = not x > calm = not y"});
  EXPECT_EQ(after("status quo y", "status quo x"), Words{"changed status quo: y > x"});
  EXPECT_EQ(after("status quo y", "status quo none"), Words{"changed status quo: y > none"});
  EXPECT_EQ(after("  y if z\n", ""), Words{"dropped statement of A: y if z > "});
  EXPECT_EQ(after("  y if z\n", "  y if z\n  z\n"), Words{"added statement of A:  > z"});
  EXPECT_EQ(after("  y if z\n", "  not (y if z)\n"), Words{"negated statement of A: y if z > not (y if z)"});
  EXPECT_EQ(after("  y if z\n", "  y iff z\n"), Words{"reworded statement of A: y if z > y iff z"});
  EXPECT_EQ(changes(base, with(with(base, "  x\n  not z", "  not z"), "  y if z\n", "  y if z\n  x\n")),
            Words{"moved statement of A: x > x"});
  EXPECT_EQ(after("    because s \"said so\"\n", ""),
            Words{"dropped citation of A: not z: s \"said so\" > "});
  EXPECT_EQ(after("z 2.5", "z 2.50"), Words{});
  EXPECT_EQ(after("z 2.5", "z 3"),
            Words{"changed preference of B: weigh B.z 2.5, A.x -1 > weigh B.z 3, A.x -1"});
  EXPECT_EQ(
      after("  x\n  not z", "  x | not z"),
      Words{"changed preference of A: statements by importance: 1 2 3 > statements by importance: 1 | 2 3"});
}

TEST(ModelDiff, MarksAreFoundByName) {
  const auto after = [](const std::string& what, const std::string& instead) {
    return changes(base, with(base, what, instead));
  };
  EXPECT_EQ(after("  x\n  not z", "  strongly x\n  not z"), Words{"changed statement of A: x > strongly x"});
  EXPECT_EQ(after("  y if z\n", "  perhaps y if z\n"),
            Words{"changed statement of A: y if z > perhaps y if z"});
  const std::string marked = with(base, "  x\n  not z", "  strongly x\n  perhaps not z");
  EXPECT_EQ(changes(marked, with(marked, "perhaps not z", "strongly not z")),
            Words{"changed statement of A: perhaps not z > strongly not z"});
  EXPECT_EQ(changes(marked, with(marked, "  perhaps not z\n    because s \"said so\"\n", "")),
            Words{"dropped statement of A: perhaps not z > "});
  EXPECT_EQ(changes(base + "attitude A for B\n", base + "attitude A against B, for A\n"),
            (Words{"added attitude of A:  > for A", "changed attitude of A: for B > against B"}));
  EXPECT_EQ(changes(base + "attitude A for B\n", base), Words{"dropped attitude of A: for B > "});
  const std::string ranked =
      with(base, "weigh B\n  z 2.5\n  x -1\n", "rank B\n  YNN > NNN > NYN > YNY > NNY > NYY\n");
  EXPECT_EQ(changes(ranked, with(ranked, "NNN > NYN", "NNN >> NYN")),
            Words{"changed preference of B: rank YNN > NNN > NYN > YNY > NNY > NYY > "
                  "rank YNN > NNN >> NYN > YNY > NNY > NYY"});
  EXPECT_EQ(changes(ranked + "unsure B NNN ? YNN, NNY ? YNY\n", ranked + "unsure B YNY ? NNY, YNN ? NNN\n"),
            Words{});
  EXPECT_EQ(changes(ranked, ranked + "unsure B NNN ? YNN\n"), Words{"added unsure pairs of B:  > NNN ? YNN"});
}

TEST(ModelDiff, WhatIsRenamedIsNoOther) {
  // By its label, and everything that speaks of it stays the same.
  const std::string renamed =
      "conflict \"Base\"\nsource s \"s.txt\"\nparty A \"Alpha\"\n  option build \"Do x\"\n  option y\n"
      "party B\n  option z\nnever build and y\ndefine calm = not build\nstatus quo y\n"
      "prefer A\n  build\n  not z\n    because s \"said so\"\n  y if z\nweigh B\n  z 2.5\n  build -1\n";
  EXPECT_EQ(changes(base, renamed), Words{"renamed option of A: x > build"});
  const std::string other = with(with(base, "party B\n", "party Beta\n"), "weigh B", "weigh Beta");
  EXPECT_EQ(changes(base, other), Words{"renamed party: B > Beta"});
}

// Without its name a party is known by its label, then by its options; with neither it is another.
TEST(ModelDiff, APartyIsKnownByItsLabelOrItsOptions) {
  const std::string two = "conflict \"T\"\nparty A \"Alpha\"\n  option x\nparty B\n  option z\n";
  EXPECT_EQ(changes(two, with(with(two, "party A", "party Anew"), "option x", "option w")),
            (Words{"renamed party: A > Anew", "renamed option of Anew: x > w"}));
  EXPECT_EQ(changes(two, with(two, "party B", "party Beta")), Words{"renamed party: B > Beta"});
  const Words gone = changes(two, with(with(two, "party B", "party Beta"), "option z", "option w"));
  EXPECT_EQ(gone.size(), 2U);
  EXPECT_EQ(std::ranges::count(gone, "dropped party: B > "), 1);
  EXPECT_EQ(std::ranges::count(gone, "added party:  > Beta"), 1);
  // The second of two options is another: so is the party.
  const Words other = changes(two + "  option q\n", with(two, "party B", "party Beta") + "  option r\n");
  EXPECT_EQ(std::ranges::count(other, "added party:  > Beta"), 1);
}

TEST(ModelDiff, WhatMembersShareIsOneChange) {
  const std::string family = "conflict \"F\"\nparties F of P, Q, R\n  option a\nprefer each F\n  self.a\n";
  EXPECT_EQ(changes(family, with(family, "  self.a\n", "  not self.a\n")),
            Words{"negated statement of F: self.a > not self.a"});
  EXPECT_EQ(changes(family, with(family, "  option a\n", "  option a\n  option b\n")),
            Words{"added option of F:  > b"});
  // Shared in one version and said by each in the other: each member is compared by itself, the last one too.
  const std::string single =
      "conflict \"F\"\nparties F of P, Q, R\n  option a\nprefer P\n  P.a\nprefer Q\n  Q.a\n"
      "prefer R\n  not R.a\n";
  EXPECT_EQ(changes(family, single), Words{"negated statement of R: R.a > not R.a"});
  EXPECT_EQ(changes(single, family), Words{"negated statement of R: not R.a > R.a"});
}

TEST(ListDiff, KeepsAsMuchInOrderAsCanBe) {
  support::SeededDice dice(5);
  for (std::size_t round = 0; round < 500; ++round) {
    std::vector<std::string> a(dice.roll(8)), b(dice.roll(8));
    for (auto* list : {&a, &b})
      for (auto& key : *list)
        key = std::string(1, static_cast<char>('a' + dice.roll(4)));
    const auto diff = diffLists(a, b);
    std::size_t longest = 0; // by every choice of elements of `a`
    for (std::size_t chosen = 0; chosen < (std::size_t{1} << a.size()); ++chosen) {
      std::size_t j = 0, count = 0;
      bool fits = true;
      for (std::size_t i = 0; i < a.size() && fits; ++i)
        if ((chosen >> i & 1U) != 0) {
          while (j < b.size() && b[j] != a[i])
            ++j;
          fits = j++ < b.size();
          ++count;
        }
      longest = fits ? std::max(longest, count) : longest;
    }
    EXPECT_EQ(diff.kept.size(), longest);
    EXPECT_EQ(diff.kept.size() + diff.moved.size() + diff.dropped.size(), a.size());
    EXPECT_EQ(diff.kept.size() + diff.moved.size() + diff.added.size(), b.size());
    for (const auto& pairs : {diff.kept, diff.moved})
      for (const auto& [i, j] : pairs)
        EXPECT_EQ(a[i], b[j]);
  }
}

TEST(FoldedLine, BreaksBetweenWords) {
  using report::foldedLine;
  EXPECT_EQ(foldedLine("one two three", 80), "one two three\n");
  EXPECT_EQ(foldedLine("one two three", 7), "one two\n  three\n");
  EXPECT_EQ(foldedLine("одно два", 8, 1), " одно\n   два\n");
  EXPECT_EQ(foldedLine("averylongword b", 4), "averylongword\n  b\n");
  EXPECT_EQ(foldedLine("", 4), "\n");
}

AnswerDiff answers(const model::Conflict& a, const model::Conflict& b) {
  const auto one = openEngine(a, {}, errand);
  const auto other = openEngine(b, {}, errand);
  return diffAnswers(*one.engine, *other.engine, Matching(a, b), stability::everyConcept());
}

TEST(AnswerDiff, RenumberingChangesNothing) {
  support::Kind kind = support::Kind::optionForm();
  support::forSeeds(80, kind, [](const model::Conflict& conflict) {
    const Game game(conflict);
    if (!(game.size() > 0 && !conflict.options.empty()))
      return;
    // Another party before all others, whose one option can never be taken.
    model::Conflict other = conflict;
    model::Conflict first;
    first.parties.push_back({.name = "New", .firstOption = 0, .optionCount = 1});
    first.options.push_back({.name = "never_taken", .owner = PartyId(0)});
    const auto shifted = [](const model::Expression& e) {
      std::vector<model::Expression> stack;
      for (const auto& node : e.nodes()) {
        using Op = model::Expression::Op;
        std::vector<model::Expression> operands(stack.end() - node.operands, stack.end());
        stack.resize(stack.size() - node.operands);
        switch (node.op) {
        case Op::constant: stack.push_back(model::Expression::constant(node.value != 0)); break;
        case Op::option: stack.push_back(model::Expression::option(model::OptionId(node.value + 1))); break;
        case Op::define: stack.push_back(model::Expression::define(model::DefineId(node.value))); break;
        case Op::negation: stack.push_back(model::Expression::negation(operands.front())); break;
        case Op::atLeast:
        case Op::atMost:
        case Op::exactly: stack.push_back(model::Expression::count(node.op, node.value, operands)); break;
        default: stack.push_back(model::Expression::join(node.op, operands));
        }
      }
      return stack.back();
    };
    for (auto party : other.parties) {
      party.firstOption += 1;
      if (auto* said = std::get_if<model::Prioritised>(&party.preference))
        for (auto& tier : said->tiers)
          for (auto& statement : tier)
            statement.wanted = shifted(statement.wanted);
      if (!(!std::holds_alternative<model::Ranking>(party.preference)))
        return;
      if (auto* weights = std::get_if<model::Weights>(&party.preference))
        for (auto& weight : weights->weights)
          weight.wanted = shifted(weight.wanted);
      first.parties.push_back(party);
    }
    for (auto option : other.options) {
      option.owner = PartyId(option.owner.index() + 1);
      first.options.push_back(option);
    }
    for (auto define : other.defines) {
      define.meaning = shifted(define.meaning);
      first.defines.push_back(define);
    }
    first.constraints.push_back(
        {.holds = model::Expression::negation(model::Expression::option(model::OptionId(0)))});
    for (auto constraint : other.constraints) {
      constraint.holds = shifted(constraint.holds);
      first.constraints.push_back(constraint);
    }
    const auto diff = answers(conflict, first);
    ASSERT_TRUE(diff.complete);
    ASSERT_TRUE(!diff.changed());
  });
}

TEST(AnswerDiff, VerdictsAreThoseOfTheDefinitions) {
  support::forSeeds(80, support::Kind::optionForm(), [](const model::Conflict& conflict) {
    if (!(!conflict.parties.empty() && !conflict.options.empty()))
      return;
    model::Conflict other = conflict; // the first party wants the contrary of its first statement
    auto* said = std::get_if<model::Prioritised>(&other.parties[0].preference);
    if (!(said != nullptr && !said->tiers.empty()))
      return;
    said->tiers[0][0].wanted = model::Expression::negation(said->tiers[0][0].wanted);
    const Game before(conflict);
    const Game after(other);
    if (!(before.size() > 0))
      return;
    const auto diff = answers(conflict, other);
    ASSERT_TRUE(diff.lost.empty() && diff.gained.empty());
    std::size_t turned = 0, told = 0;
    for (const auto& row : model::concepts)
      for (std::size_t i = 0; i < before.parties(); ++i)
        for (std::size_t s = 0; s < before.size(); ++s)
          turned += before.isStable(row.id, i, s) != after.isStable(row.id, i, s) ? 1 : 0;
    for (const auto& change : diff.verdicts) {
      told += change.nowStable.size() + change.noLonger.size();
      for (const auto& state : change.nowStable) {
        const auto s =
            static_cast<std::size_t>(std::ranges::find(after.feasible(), state) - after.feasible().begin());
        ASSERT_TRUE(after.isStable(change.concept_, change.party.index(), s));
      }
    }
    ASSERT_TRUE(told == turned);
    for (const auto& row : model::concepts) {
      const auto found = std::ranges::find(diff.equilibria, row.id, &EquilibriumChange::concept_);
      const auto was = before.equilibria(row.id);
      const auto is = after.equilibria(row.id);
      ASSERT_TRUE((found == diff.equilibria.end()) == (was == is));
    }
  });
}

TEST(AnswerDiff, StatesGainedAndLost) {
  const auto a = read("conflict \"a\"\nparty P\n  option x\n  option y\nnever x and y\n");
  const auto b =
      read("conflict \"b\"\nparty P\n  option x\n  option y\n  option w\nnever y\nnever x and w\n");
  const auto diff = answers(a, b);
  ASSERT_EQ(diff.lost.size(), 1U);
  EXPECT_EQ(diff.lost[0].letters(), "NY");
  ASSERT_EQ(diff.gained.size(), 1U);
  EXPECT_EQ(diff.gained[0].letters(), "NNY");
  const auto one = openEngine(a, {}, errand);
  const auto other = openEngine(b, {}, errand);
  const auto model = diffModels(a, b, Matching(a, b));
  const auto json = nlohmann::json::parse(report::diffJson({*one.engine, *other.engine, model, diff}));
  EXPECT_EQ(json["changed"], true);
  EXPECT_EQ(json["gained"][0]["options"], "NNY");
}

} // namespace
} // namespace stasis::analysis
