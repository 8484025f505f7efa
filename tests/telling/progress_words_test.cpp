#include "report/telling/progress_words.h"

#include <gtest/gtest.h>

namespace stasis::report {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

TEST(ProgressWords, TellTheShareAndAnEstimate) {
  EXPECT_EQ(progressWords("Russia: SEQ", 15, 25, milliseconds(3000)),
            "Russia: SEQ  60 % (15 of 25)  about 3 s left"); // 2 s for ten more, told as 3 at most
  EXPECT_EQ(progressWords("variants", 1, 200, seconds(2)), "variants  0 % (1 of 200)  about 7 min left");
}

TEST(ProgressWords, TellTheTimeSoFarWhereNothingIsDoneYet) {
  EXPECT_EQ(progressWords("ranking the states", 0, 1, milliseconds(1200)),
            "ranking the states  0 % (0 of 1)  1 s so far");
  EXPECT_EQ(progressWords("changes tried", 40, 0, seconds(9)), "changes tried  40  9 s so far");
  EXPECT_EQ(progressWords("working", 0, 0, seconds(1)), "working  1 s so far");
}

TEST(ProgressWords, NeverPassAHundred) {
  EXPECT_EQ(progressWords("x", 9, 5, seconds(5)), "x  100 % (5 of 5)  about 1 s left");
}

TEST(ProgressWords, TimesAreShort) {
  EXPECT_EQ(shortTime(seconds(99)), "99 s");
  EXPECT_EQ(shortTime(seconds(100)), "2 min");
  EXPECT_EQ(shortTime(seconds(5999)), "100 min");
  EXPECT_EQ(shortTime(seconds(6000)), "2 h");
}

} // namespace
} // namespace stasis::report
