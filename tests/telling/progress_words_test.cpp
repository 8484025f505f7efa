#include "report/telling/progress_words.h"
#include "stability/step.h"

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

// Two of ten in four seconds, then nothing: the 16 seconds that eight more would take are counted down.
TEST(ProgressWords, TellNoEstimateOnceItIsUsedUp) {
  EXPECT_EQ(progressWords("paths", 2, 10, seconds(12), seconds(8)), "paths  20 % (2 of 10)  about 9 s left");
  EXPECT_EQ(progressWords("paths", 2, 10, seconds(19), seconds(15)), "paths  20 % (2 of 10)  about 2 s left");
  EXPECT_EQ(progressWords("paths", 2, 10, seconds(21), seconds(17)), "paths  20 % (2 of 10)  21 s so far");
}

TEST(ProgressWords, HundredthsAreAShareAlone) {
  EXPECT_EQ(progressWords("ranking", 25, 100, seconds(2)), "ranking  25 %  about 7 s left");
}

// Half of one part of two, then the other whole.
TEST(Step, TellsTheShareOfTheWhole) {
  std::vector<std::size_t> told;
  stability::Errand errand;
  errand.progress = [&](const stability::Progress& p) {
    EXPECT_EQ(p.phase, "ranking");
    EXPECT_EQ(p.total, 100U);
    told.push_back(p.done);
  };
  stability::Step step(errand, "ranking", 2);
  step.part(0).tell({"", 1, 2});
  step.part(1).tell({"", 7, 7});
  step.part(1).tell({"", 7, 7});
  step.part(0).tell({"nobody knows", 5, 0});
  EXPECT_EQ(told, (std::vector<std::size_t>{0, 25, 75}));
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
