// Which engine a conflict gets, by the rules of docs/engines.md, each at its limit.

#include "analysis/states/open_by_moves.h"
#include "analysis/states/open_engine.h"
#include "language/parse_examples.h"

#include <gtest/gtest.h>

namespace stasis::analysis {
namespace {

using stability::EngineChoice;
using stability::EngineLimits;

std::string engineOf(const std::string& text, const EngineLimits& limits = {}, bool everyFamily = false) {
  const model::Conflict conflict = language::conflictOf("conflict \"t\"\n" + text);
  const Opened opened = openEngine(conflict, limits, {}, everyFamily);
  return opened.engine ? std::string(opened.engine->name())
                       : language::told(language::SourceText("t", text), opened.diagnostics);
}

/// One party with this many options, which wants all of them in one statement.
std::string alone(std::size_t options, const std::string& constraints = "") {
  std::string text = "party A\n";
  for (std::size_t i = 1; i <= options; ++i)
    text += "  option o" + std::to_string(i) + '\n';
  return text + constraints + "prefer A\n  all of A.*\n";
}

/// This many parties alike, each with one option. They have one more orbit than members.
std::string alike(std::size_t members, const std::string& mark = "") {
  std::string text = "parties F of M1";
  for (std::size_t i = 2; i <= members; ++i)
    text += ", M" + std::to_string(i);
  return text + "\n  option g\nprefer each F\n  " + mark + "at most 3 of F.g\n  self.g\n";
}

TEST(OpenEngine, TakesTheExplicitOneAsLongAsStatesFit) {
  // Thirteen options of one party are too many for orbits.
  EXPECT_EQ(engineOf(alone(13), {.maxStates = 8192}), "explicit");
  EXPECT_EQ(engineOf(alone(13), {.maxStates = 8191}), "symbolic");
  EXPECT_EQ(engineOf(alone(12), {.maxStates = 4095}), "orbits");
  // What fits is the feasible states, not the choices: 14 of 8192 here.
  const std::string one = "always at most 1 of A.*\n";
  EXPECT_EQ(engineOf(alone(13, one), {.maxStates = 14}), "explicit");
  EXPECT_EQ(engineOf(alone(13, one), {.maxStates = 13}), "symbolic");
}

TEST(OpenEngine, TakesTheOneThatIsAskedFor) {
  EXPECT_EQ(engineOf(alone(3), {.engine = EngineChoice::symbolic}), "symbolic");
  EXPECT_EQ(engineOf(alone(3), {.engine = EngineChoice::orbits}), "orbits");
  EXPECT_EQ(engineOf(alike(17), {.engine = EngineChoice::explicitly}), "explicit");
}

TEST(OpenEngine, TakesOrbitsWhereTheyAreFarFewerThanStates) {
  EXPECT_EQ(engineOf(alike(15)), "explicit"); // 2^15 states are few
  EXPECT_EQ(engineOf(alike(16)), "orbits");
  EXPECT_EQ(engineOf(alike(70)), "orbits"); // and 71 orbits are few, where the explicit engine cannot be
}

TEST(OpenEngine, TakesTheOneThatServesMoreThanRanks) {
  EXPECT_EQ(engineOf(alike(16, "strongly ")), "orbits"); // which serves strength
  EXPECT_EQ(engineOf(alike(16, "perhaps ")), "explicit");
  EXPECT_EQ(engineOf(alike(16, "perhaps "), {.maxStates = 1000}), "symbolic");
  EXPECT_EQ(engineOf(alike(16), {}, true), "explicit");
  EXPECT_EQ(engineOf(alike(16), {.maxStates = 1000}, true), "symbolic"); // since the choices do not fit
}

/// Parties of four options, each of which a statement of its own wants.
std::string oneByOne(std::size_t parties, const std::string& mark) {
  std::string text;
  std::string wishes;
  for (std::size_t p = 1; p <= parties; ++p) {
    text += "party P" + std::to_string(p) + '\n';
    wishes += "prefer P" + std::to_string(p) + '\n';
    for (std::size_t o = 1; o <= 4; ++o) {
      const std::string option = "o" + std::to_string(p) + "_" + std::to_string(o);
      text += "  option " + option + '\n';
      wishes += "  " + (o == 1 ? mark : std::string()) + option + '\n';
    }
  }
  return text + wishes;
}

TEST(OpenEngine, TakesSetsForDoubtsOfManyStatesThatAreSpokenOfNarrowly) {
  EXPECT_EQ(engineOf(oneByOne(4, "perhaps ")), "explicit"); // 2^16 states
  EXPECT_EQ(engineOf(oneByOne(5, "perhaps ")), "symbolic"); // 2^20
  EXPECT_EQ(engineOf(oneByOne(5, "strongly ")), "orbits");  // of parties alike
  EXPECT_EQ(engineOf(oneByOne(5, "") + "attitude P1 for P2\n"), "symbolic");
  EXPECT_EQ(engineOf(oneByOne(6, "")), "symbolic"); // 2^24
}

/// Members who keep an eye on three counts, with eight choices each: to one of m members there are
/// 8 · C(m + 6, 7) orbits.
std::string counting(std::size_t members, std::size_t counts = 3) {
  std::string text = "parties F of M1";
  for (std::size_t i = 2; i <= members; ++i)
    text += ", M" + std::to_string(i);
  text += "\n  option a\n  option b\n  option c\nprefer each F\n";
  for (std::size_t k = 0; k < counts; ++k)
    text += std::string("  at least 2 of F.") + "abc"[k] + '\n';
  return text + "  self.a\n";
}

/// The engine that counts does not say how many moves there are; that of orbits does.
bool counts(const std::string& text, const EngineLimits& limits) {
  const model::Conflict conflict = language::conflictOf("conflict \"t\"\n" + text);
  const Opened opened = openByMoves(conflict, limits, {});
  EXPECT_TRUE(opened.engine);
  return opened.engine && opened.engine->name() == "orbits" && !opened.engine->traffic();
}

TEST(OpenByMoves, CountsWhereThreeCountsMakeManyOrbits) {
  EXPECT_TRUE(counts(counting(10), {.maxStates = 1000}));     // 91,520 orbits
  EXPECT_FALSE(counts(counting(9), {.maxStates = 1000}));     // 51,480 orbits are no slower
  EXPECT_FALSE(counts(counting(10, 2), {.maxStates = 1000})); // diagrams are small with two
  EXPECT_FALSE(counts(counting(10), {.engine = EngineChoice::symbolic}));
}

TEST(OpenEngine, OnlyTheExplicitOneHasListedMovesAndMergedStates) {
  const std::string merged = "party A\n  option a\nparty B\n  option b\nstates\n  out Y-\n  in N-\n"
                             "rank A\n  out > in\nrank B\n  in > out\n";
  EXPECT_EQ(engineOf(merged), "explicit");
  for (const EngineChoice other : {EngineChoice::symbolic, EngineChoice::orbits})
    EXPECT_NE(engineOf(merged, {.engine = other}).find("error S0607"), std::string::npos);
}

} // namespace
} // namespace stasis::analysis
