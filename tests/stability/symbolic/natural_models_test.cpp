// Models of a size that people write, but that no engine can go through state by state. Each has an answer in
// closed form. With a bad order of constraints or variables these tests would not end.

#include "language/parse.h"
#include "stability/solution.h"
#include "stability/symbolic/symbolic_engine.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace stasis::properties {
namespace {

using model::Conflict;
using model::PartyId;
using stability::Count;
using stability::StateSet;

Conflict parsed(const std::string& text) {
  const language::SourceText source("t.conflict", text);
  auto parsed = language::parse(source);
  EXPECT_TRUE(parsed.conflict);
  return std::move(*parsed.conflict);
}

std::string party(const std::string& name, const std::string& option, int options) {
  std::string text = "party " + name + "\n";
  for (int k = 1; k <= options; ++k)
    text += "  option " + option + std::to_string(k) + "\n";
  return text;
}

Count power(unsigned base, unsigned exponent) {
  Count result;
  mpz_ui_pow_ui(result.get_mpz_t(), base, exponent);
  return result;
}

/// Every pigeon is in one of the holes, and no two share one.
std::string pigeons(int pigeons, int holes) {
  std::string text;
  for (int p = 1; p <= pigeons; ++p)
    text += party("P" + std::to_string(p), "h", holes);
  const auto in = [](int p, int h) { return "P" + std::to_string(p) + ".h" + std::to_string(h); };
  for (int p = 1; p <= pigeons; ++p) {
    text += "always any of " + in(p, 1);
    for (int h = 2; h <= holes; ++h)
      text += ", " + in(p, h);
    text += "\n";
  }
  for (int h = 1; h <= holes; ++h)
    for (int p = 1; p <= pigeons; ++p)
      for (int q = 1; q < p; ++q)
        text += "never " + in(p, h) + " and " + in(q, h) + "\n";
  return text;
}

TEST(NaturalModels, ThirteenPigeonsDoNotFitInTwelveHoles) {
  const auto opened = stability::openSymbolic(parsed(pigeons(13, 12)), {}, {});
  EXPECT_FALSE(opened.engine);
  EXPECT_TRUE(language::hasErrors(opened.diagnostics));
}

// As many pigeons as holes: one each, in any order.
TEST(NaturalModels, AsManyPigeonsAsHolesDo) {
  const Conflict conflict = parsed(pigeons(9, 9));
  const auto engine = stability::openSymbolic(conflict, {}, {}).engine;
  ASSERT_TRUE(engine);
  EXPECT_EQ(engine->count(engine->feasible()), 362880); // 9!
}

// Options that exclude each other stand far apart in the text; the order brings them together.
TEST(NaturalModels, OptionsThatExcludeEachOtherFarApart) {
  for (const bool one : {false, true}) {
    std::string text = one ? party("A", "a", 64) : party("A", "a", 32) + party("B", "b", 32);
    for (int k = 1; k <= 32; ++k)
      text += "never a" + std::to_string(k) + " and " +
              (one ? "a" + std::to_string(k + 32) : "b" + std::to_string(k)) + "\n";
    const Conflict conflict = parsed(text);
    const auto engine = stability::openSymbolic(conflict, {}, {}).engine;
    ASSERT_TRUE(engine);
    EXPECT_EQ(engine->count(engine->feasible()), power(3, 32));
  }
}

// A party that cares only about its own options is stable if all it wants holds, whatever the others do.
TEST(NaturalModels, WhoWantsItsOwnOptionsTakesThemAll) {
  const std::string names[] = {"A", "B", "C"};
  std::string text;
  for (const auto& name : names)
    text += party(name, "o", 40);
  for (const auto& name : names) {
    text += "prefer " + name + "\n";
    for (int k = 1; k <= 40; ++k)
      text += "  " + name + ".o" + std::to_string(k) + "\n";
  }
  const Conflict conflict = parsed(text);
  const auto engine = stability::openSymbolic(conflict, {}, {}).engine;
  ASSERT_TRUE(engine);
  for (const auto& concept_ : model::concepts) {
    const StateSet stable = engine->stable(concept_.id, PartyId(1));
    EXPECT_EQ(engine->count(stable), power(2, 80)) << concept_.name;
    EXPECT_EQ(engine->count(engine->equilibria(concept_.id)), 1) << concept_.name;
  }
}

// Of each party and concept the share of the search that is done, which never falls.
TEST(NaturalModels, ProgressIsAShareThatGrows) {
  std::string names = "G1";
  for (int m = 2; m <= 6; ++m)
    names += ", G" + std::to_string(m);
  const Conflict conflict = parsed("party A\n  option a\nparties G of " + names +
                                   "\n  option x\n  option y\nprefer A\n  at least 3 of G.x\n  a\n"
                                   "prefer each G\n  self.x iff at least 3 of G.y\n  self.y xor a\n  a\n");
  std::map<std::string, std::vector<int>> shares;
  stability::Errand errand;
  errand.progress = [&](const stability::Progress& progress) {
    const std::size_t comma = progress.phase.rfind(", ");
    if (comma != std::string::npos && progress.phase.ends_with(" %;"))
      shares[progress.phase.substr(0, comma)].push_back(std::stoi(progress.phase.substr(comma + 2)));
  };
  const auto engine = stability::openSymbolic(conflict, {}, errand).engine;
  ASSERT_TRUE(engine);
  stability::solve(*engine, stability::everyConcept());
  ASSERT_TRUE(shares.contains("A: SEQ"));
  for (const auto& [search, told] : shares) {
    EXPECT_TRUE(std::ranges::is_sorted(told)) << search;
    EXPECT_GE(told.front(), 0) << search;
    EXPECT_LT(told.back(), 100) << search;
  }
  EXPECT_GT(shares["A: SEQ"].back(), shares["A: SEQ"].front());
}

} // namespace
} // namespace stasis::properties
