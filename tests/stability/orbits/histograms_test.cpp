#include "stability/orbits/divisor.h"
#include "stability/orbits/histograms.h"

#include <gtest/gtest.h>

#include <numeric>

namespace stasis::stability {
namespace {

TEST(Histograms, AreNumberedInTheirOrderAndBack) {
  for (std::size_t choices = 1; choices <= 5; ++choices)
    for (std::size_t members = 0; members <= 6; ++members) {
      const Histograms histograms(members, choices);
      ASSERT_EQ(histograms.size(), histogramCount(members, choices));
      Histogram histogram = histograms.at(0);
      for (std::uint32_t n = 0; n < histograms.size(); ++n, histograms.next(histogram)) {
        EXPECT_EQ(std::accumulate(histogram.begin(), histogram.end(), std::size_t{0}), members);
        EXPECT_EQ(histograms.number(histogram), n);
        EXPECT_EQ(histograms.at(n), histogram);
      }
      EXPECT_EQ(histogram, histograms.at(0)) << "after the last comes the first";
    }
}

TEST(Histograms, OfOneMemberAreItsChoices) {
  const Histograms histograms(1, 8);
  for (std::uint32_t c = 0; c < 8; ++c)
    EXPECT_EQ(histograms.at(c)[c], 1U);
}

TEST(Histograms, OfManyMembersTakeLittleRoom) {
  const Histograms histograms(20000, 2);
  const Histogram histogram = histograms.at(12345);
  EXPECT_EQ(histogram[1], 12345U);
  EXPECT_EQ(histograms.number(histogram), 12345U);
}

TEST(Histograms, OneMoreGoesUpAndDown) {
  const Histograms fewer(3, 4);
  const Histograms more(4, 4);
  const OneMore step(fewer, more);
  for (std::uint32_t g = 0; g < more.size(); ++g)
    for (std::size_t c = 0; c < 4; ++c) {
      const std::uint32_t w = step.down[g * 4 + c];
      EXPECT_EQ(w == OneMore::none, more.at(g)[c] == 0);
      if (w != OneMore::none) {
        EXPECT_EQ(step.up[w * 4 + c], g);
      }
    }
}

TEST(Divisor, GivesTheQuotientAtEveryEdge) {
  constexpr std::uint32_t most = std::numeric_limits<std::uint32_t>::max();
  for (const std::uint32_t d :
       {1U, 2U, 3U, 5U, 7U, 641U, 65535U, 65537U, 6700417U, most / 2, most - 1, most}) {
    const Divisor divisor(d);
    for (std::uint64_t multiple = 0; multiple <= most;
         multiple += std::max<std::uint64_t>(d, most / 1000 / d * d))
      for (const std::uint64_t n :
           {multiple, multiple + 1, multiple + d - 1, std::uint64_t{most} - multiple}) {
        if (n > most)
          continue;
        ASSERT_EQ(divisor.quotient(static_cast<std::uint32_t>(n)), n / d) << n << " by " << d;
        ASSERT_EQ(divisor.remainder(static_cast<std::uint32_t>(n)), n % d) << n << " by " << d;
      }
  }
}

// C(33, 7) histograms of 26 members over 8 choices.
TEST(Histograms, AreCountedBeyondWhatCanBeHeld) {
  EXPECT_EQ(histogramCount(26, 8), 4272048U);
  EXPECT_EQ(histogramCount(1000, 1000), std::numeric_limits<std::uint64_t>::max());
}

} // namespace
} // namespace stasis::stability
