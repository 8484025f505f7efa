// Letters stand for a state wherever a state can be named: one Y or N for each option, in the order of the
// file.

#include "language/parse.h"
#include "language/words/write.h"
#include "model/lettered.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace stasis::language {
namespace {

using Called = model::StateRef::Kind;

const std::string head =
    "conflict \"t\"\nparty A\n  option x\n  option y\nparty B\n  option z\nprefer B\n  z\n";

std::string problemsOf(const std::string& lines) {
  std::string out;
  for (const auto& d : parse(SourceText("t", head + lines)).diagnostics)
    if (d.severity == Severity::error)
      out += std::string(d.code) + ' ' + d.message + "; ";
  return out;
}

TEST(Letters, AreAState) {
  const auto parsed = parse(SourceText("t", head + "move A YNN -> NNN\nexpect nash = YNY, NNN\nexpect YYY is "
                                                   "equilibrium under seq\n"));
  ASSERT_TRUE(parsed.conflict);
  const auto& expected = std::get<model::ExpectEquilibria>(parsed.conflict->expectations[0].what).states;
  const auto meant = [&](const model::StateRef& ref) {
    EXPECT_EQ(ref.kind, Called::named);
    return parsed.conflict->named.at(ref.value).state.letters();
  };
  EXPECT_EQ(meant(expected[0]), "YNY");
  EXPECT_EQ(meant(expected[1]), "NNN");
  EXPECT_EQ(meant((*parsed.conflict->parties[0].moves)[0].from), "YNN");
  EXPECT_EQ(parsed.conflict->named.size(), 4U); // NNN, called twice, once
  EXPECT_TRUE(std::ranges::all_of(parsed.conflict->named, model::isLettered));
  const std::string written = write(*parsed.conflict);
  const auto again = parse(SourceText("t", written));
  ASSERT_TRUE(again.conflict) << written;
  EXPECT_EQ(write(*again.conflict), written);
  EXPECT_EQ(written.find("state "), std::string::npos); // nobody named them
}

TEST(Letters, MeanTheStateThatHasAName) {
  const auto parsed = parse(SourceText("t", head + "state talk = z\nexpect nash = NNY\n"));
  ASSERT_TRUE(parsed.conflict);
  EXPECT_EQ(parsed.conflict->named.size(), 1U);
  EXPECT_EQ(std::get<model::ExpectEquilibria>(parsed.conflict->expectations[0].what).states[0].value, 0U);
}

TEST(Letters, ADeclaredNameComesFirst) {
  const auto parsed = parse(SourceText("t", head + "state YNY = z\nexpect nash = YNY\n"));
  ASSERT_TRUE(parsed.conflict);
  EXPECT_EQ(std::get<model::ExpectEquilibria>(parsed.conflict->expectations[0].what).states[0].kind,
            Called::named);
}

TEST(Letters, AreOneForEachOption) {
  EXPECT_EQ(problemsOf("expect nash = YNYN\n"), "S0406 4 letters for 3 options; ");
  EXPECT_EQ(problemsOf("expect nash = YN\n"), "S0406 2 letters for 3 options; ");
  EXPECT_EQ(problemsOf("expect nash = yny\n"), "S0212 unknown state `yny`; ");
}

TEST(Letters, MeanAListedState) {
  const std::string listed = head + "states\n  s1 Y N N\n  s2 N Y -\nrank A\n  YNN > NYY\n";
  EXPECT_TRUE(parse(SourceText("t", listed)).conflict);
  EXPECT_EQ(problemsOf("states\n  s1 Y N N\n  s2 N Y -\nrank A\n  YNN > NYY > NYN\n"),
            "S0402 `NYN` is ranked twice; ");
  EXPECT_EQ(problemsOf("states\n  s1 Y N N\n  s2 N Y -\nrank A\n  YNN > NYY > NNN\n"),
            "S0409 `NNN` is none of the listed states; ");
}

TEST(Letters, AreRankedOnceWhateverTheyAreCalled) {
  EXPECT_EQ(problemsOf("state talk = z\nrank A\n  NNY > talk\n"), "S0402 `talk` is ranked twice; ");
}

} // namespace
} // namespace stasis::language
