// Words that do nothing, in models where each is known by hand: a definition is unused exactly if its name
// stands nowhere else, a direction is void exactly if today's state leaves no move.

#include "analysis/states/idle_words.h"
#include "analysis/states/open_engine.h"
#include "language/codes/fix.h"
#include "language/parse.h"
#include "support/property.h"

#include <gtest/gtest.h>

namespace stasis::analysis {
namespace {

std::string idleIn(const std::string& text) {
  const language::SourceText source("t", text);
  const auto parsed = language::parse(source);
  EXPECT_TRUE(parsed.conflict) << text;
  std::string out;
  for (const auto& d : idleWords(*parsed.conflict, parsed.views))
    out += std::to_string(source.place(d.range.begin).line) + " " + std::string(d.code) + "; ";
  return out;
}

const std::string head = "conflict \"t\"\nparty A\n  option x\n  option y\nparty B\n  option z\n";

TEST(IdleWords, ADefinitionThatNothingNames) {
  EXPECT_EQ(idleIn(head + "define d = x and z\n"), "7 S0215; ");
  EXPECT_EQ(idleIn(head + "define d = x and z\nnever d\n"), "");
  EXPECT_EQ(idleIn(head + "define d = x and z\nprefer B\n  not d\n"), "");
  for (const char* const line : {"blind d", "never d", "prefer B\n    not d", "weigh B\n    d 2\n    z -1"})
    EXPECT_EQ(idleIn(head + "define d = x and z\nview A\n  " + line + '\n'), "") << line;
  EXPECT_EQ(idleIn(head + "define d = x and z\nexpect in view A 1 state where d\nview A\n  never x\n"), "");
  EXPECT_EQ(idleIn(head + "define d = x and z\nexpect in hypergame no states satisfy d\nview A\n  never x\n"),
            "");
  EXPECT_EQ(idleIn(head + "define d = x and z\nview A\n  never x\n  blind z\n"), "7 S0215; ");
  EXPECT_EQ(idleIn(head + "define d = x and z\nexpect 1 states where d\n"), "");
  EXPECT_EQ(idleIn(head + "define d = x and z\nexpect no states satisfy d\n"), "");
  EXPECT_EQ(idleIn(head + "define d = x and z\ndefine e = not d\n"), "8 S0215; ");
  EXPECT_EQ(
      idleIn(head + "define d = x\nexpect some equilibrium under nash satisfies equilibrium under seq\n"),
      "7 S0215; ");
}

std::string directed(const std::string& direction, const std::string& today) {
  return "conflict \"t\"\nparty A\n  option x " + direction + "\n  option y\n" + today;
}

TEST(IdleWords, ADirectionThatTodayMakesVoid) {
  EXPECT_EQ(idleIn(directed("irrevocable", "status quo x\n")), "3 S0419; ");
  EXPECT_EQ(idleIn(directed("irrevocable", "status quo y\n")), "");
  EXPECT_EQ(idleIn(directed("unresumable", "status quo x\n")), "");
  EXPECT_EQ(idleIn(directed("unresumable", "status quo none\n")), "3 S0419; ");
  EXPECT_EQ(idleIn(directed("unresumable", "")), ""); // no word of today
  EXPECT_EQ(idleIn(directed("", "status quo x\n")), "");
}

TEST(IdleWords, AFamilyIsToldOnceAndOnlyWhereAllAreAlike) {
  const std::string family = "conflict \"t\"\nparties F of P, Q\n  option x irrevocable\n";
  EXPECT_EQ(idleIn(family + "status quo F.x\n"), "3 S0419; ");
  EXPECT_EQ(idleIn(family + "status quo P.x\n"), "");
}

TEST(IdleWords, ADirectionIsVoidExactlyWhereTheOptionNeverMoves) {
  EXPECT_TRUE(support::holdsFor(200, support::Kind::optionForm(), [](const model::Conflict& random) {
    model::Conflict conflict = random;
    RC_PRE(conflict.statusQuo.has_value());
    for (std::size_t i = 0; i < conflict.options.size(); ++i)
      conflict.options[i].range = {100 + i, 101 + i};
    std::size_t told = 0;
    for (const auto& d : idleWords(conflict))
      told += d.code == "S0419" ? 1 : 0;
    std::size_t stuck = 0;
    for (std::size_t i = 0; i < conflict.options.size(); ++i) {
      const bool taken = conflict.statusQuo->letters()[i] == 'Y';
      const bool mayDrop = conflict.options[i].direction != model::Direction::irrevocable;
      const bool mayTake = conflict.options[i].direction != model::Direction::unresumable;
      stuck += (taken ? mayDrop : mayTake) ? 0 : 1;
    }
    RC_ASSERT(told == stuck);
  }));
}

/// The fix made, or what is told instead.
std::string withoutNumbers(const std::string& text) {
  const auto parsed = language::parse(language::SourceText("t", text));
  EXPECT_TRUE(parsed.conflict) << text;
  const auto opened = openEngine(*parsed.conflict, {}, {});
  const auto found = numbersAsNames(*opened.engine);
  EXPECT_LE(found.size(), 1U);
  return found.empty() ? "nothing" : language::edited(text, found.front().fix);
}

TEST(IdleWords, StatesByNumberAreWrittenInLettersOrByName) {
  EXPECT_EQ(
      withoutNumbers(head + "state talk = z\nexpect nash = s1, s5\nexpect 4 is equilibrium under seq\n"),
      head + "state talk = z\nexpect nash = NNN, talk\nexpect YYN is equilibrium under seq\n");
  EXPECT_EQ(withoutNumbers(head + "expect nash = NNN\n"), "nothing");
  EXPECT_EQ(withoutNumbers(head + "states\n  a N N N\n  b Y N N\nexpect nash = s1\n"), "nothing");
}

TEST(IdleWords, LettersMeanTheStateThatTheNumberMeant) {
  EXPECT_TRUE(support::holdsFor(100, support::Kind::optionForm(), [](const model::Conflict& random) {
    model::Conflict conflict = random;
    conflict.named.clear();
    const std::size_t options = conflict.options.size();
    RC_PRE(openEngine(conflict, {}, {}).engine != nullptr);
    conflict.expectations = {{model::ExpectEquilibria{{}, {{model::StateRef::Kind::number, 1, {3, 5}}}}, {}}};
    const auto opened = openEngine(conflict, {}, {});
    const auto found = numbersAsNames(*opened.engine);
    RC_ASSERT(found.size() == 1U && found[0].fix.size() == 1U);
    RC_ASSERT(found[0].fix[0].replacement == opened.engine->state(1)->letters());
    RC_ASSERT(found[0].fix[0].replacement.size() == options);
  }));
}

} // namespace
} // namespace stasis::analysis
