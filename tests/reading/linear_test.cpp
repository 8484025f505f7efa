#include "evidence/reading/read_report.h"
#include "support/processor_time.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace stasis::evidence {
namespace {

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i)
    all += text;
  return all;
}

double secondsOf(const std::string& text) {
  double best = 1e9;
  for (int i = 0; i < 3; ++i) {
    const double begin = support::processorSeconds();
    readReport(text, "x");
    best = std::min(best, support::processorSeconds() - begin);
  }
  return best;
}

struct Construct {
  std::string name;
  std::string before;
  std::string unit;
  std::string after;
};

class Linear : public testing::TestWithParam<Construct> {};

/// Sixteen times as much takes less than 64 times as long, in one run: a square would take 256.
TEST_P(Linear, InWhatIsRepeated) {
  const auto& [name, before, unit, after] = GetParam();
  std::size_t times = 4000 / unit.size() + 1;
  double one = 0;
  for (one = secondsOf(before + repeated(unit, times) + after); one < 0.004 && times < 2000000;
       one = secondsOf(before + repeated(unit, times) + after))
    times *= 2;
  const double more = secondsOf(before + repeated(unit, 16 * times) + after);
  EXPECT_LT(more, 64 * one + 0.01) << name << ' ' << times;
}

INSTANTIATE_TEST_SUITE_P(
    All, Linear,
    testing::Values(Construct{"Quotes", "Orr said: ", "\"We go.\" ", ""}, Construct{"Marks", "", "\"", ""},
                    Construct{"UnclosedQuotes", "", "Orr said: \"We go. ", ""},
                    Construct{"Brackets", "MR. HALE: ", "(Applause.) [Laughter] ", ""},
                    Construct{"OpenBrackets", "MR. HALE: ", "( ", ""},
                    Construct{"That", "Orr said ", "that Hale said ", "that it was so."},
                    Construct{"Conditions", "Orr said: \"", "Unless they pay, we go. ", "\""},
                    Construct{"Commas", "Orr said she, ", "and, ", "would go."},
                    Construct{"Items", "The union wants:\n", "- a vote by May\n", ""},
                    Construct{"Tags", "<p>", "<b>Orr</b> said she would go. ", "</p>"},
                    Construct{"Entities", "<p>", "&rsquo;&#8217;", "</p>"},
                    Construct{"BlankLines", "Orr said she would go.", "\n", "Hale said no."},
                    Construct{"Stars", "", "*", "Orr said no."}, Construct{"Links", "", "[", "Orr said no."},
                    Construct{"Turns", "", "MR. HALE: We go if it rains.\n\n", ""},
                    Construct{"Chat", "", "[10:32] ana: no\n[10:33] tom: yes\n", ""},
                    Construct{"FeedItems", "<?xml version=\"1.0\"?><rss><channel>",
                              "<item><description>Orr said she would go.</description></item>",
                              "</channel></rss>"}),
    [](const testing::TestParamInfo<Construct>& one) { return one.param.name; });

} // namespace
} // namespace stasis::evidence
