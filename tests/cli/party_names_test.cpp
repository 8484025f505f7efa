// A party has one name in an answer: its name in tables and lists, its label on a page in plain words.

#include "session.h"
#include "support/root.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace stasis::test {
namespace {

const std::string model = "conflicts/elmira/nine-states.conflict";

const std::vector<std::string>& labels() {
  static const std::vector<std::string> all{"Ontario Ministry of the Environment", "Uniroyal Chemical Ltd.",
                                            "Local government"};
  return all;
}

/// How often a label stands in the answer, lines joined as they are folded.
std::size_t times(const std::vector<std::string>& lines, const std::string& label) {
  std::string text;
  for (const std::string& line : lines)
    text += line + ' ';
  std::string plain; // with single blanks
  std::unique_copy(text.begin(), text.end(), std::back_inserter(plain),
                   [](char a, char b) { return a == ' ' && b == ' '; });
  std::size_t count = 0;
  for (std::size_t at = plain.find(label); at != std::string::npos; at = plain.find(label, at + 1))
    ++count;
  return count;
}

class Listing : public testing::TestWithParam<std::string> {};

// The labels stand at most once, where the answer says who is who.
TEST_P(Listing, CallsPartiesByTheirNames) {
  for (const std::string format : {"", " --format md"}) {
    if (!format.empty() && GetParam().starts_with("moves"))
      continue;
    const auto space = GetParam().find(' ');
    const std::string verb = GetParam().substr(0, space);
    const std::string rest = space == std::string::npos ? "" : GetParam().substr(space);
    const Ran ran = run("stasis " + verb + ' ' + model + rest + format, support::root());
    ASSERT_EQ(ran.status, 0) << GetParam() << format;
    for (const std::string& label : labels())
      EXPECT_LE(times(ran.lines, label), 1U) << GetParam() << format << ": " << label;
  }
}

INSTANTIATE_TEST_SUITE_P(Verbs, Listing,
                         testing::Values("solve", "states", "moves", "paths", "coalitions",
                                         "robust --concept nash", "robust --sample 20 --concept nash",
                                         "ask --orders", "explain --state s5", "invert --state s8"));

TEST(Brief, CallsPartiesByTheirLabels) {
  const Ran ran = run("stasis brief " + model, support::root());
  for (const std::string& label : labels())
    EXPECT_GE(times(ran.lines, label), 1U) << label;
  for (const std::string& line : ran.lines)
    EXPECT_EQ(line.find("MoE"), std::string::npos) << line;
}

TEST(WhoIsWho, IsToldWhereLabelsSayMoreThanNames) {
  const Ran told = run("stasis solve " + model, support::root());
  EXPECT_EQ(std::ranges::count_if(told.lines,
                                  [](const std::string& line) {
                                    return line.starts_with("MoE: Ontario Ministry of the Environment; "
                                                            "Uniroyal: ");
                                  }),
            1);
  const Ran plain = run("stasis solve conflicts/syria-iraq/syria-iraq.conflict", support::root());
  EXPECT_FALSE(std::ranges::any_of(plain.lines, [](const std::string& line) {
    return line.starts_with("Syria: Syria") || line.starts_with("Iraq: Iraq");
  }));
}

} // namespace
} // namespace stasis::test
