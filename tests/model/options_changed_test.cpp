#include "model/options_changed.h"

#include <gtest/gtest.h>

namespace stasis::model {
namespace {

TEST(OptionsChanged, AreThoseChosenOtherwise) {
  const Pattern before = *Pattern::parse("YNN-Y");
  EXPECT_EQ(optionsChanged(before, before), 0U);
  EXPECT_EQ(optionsChanged(before, *Pattern::parse("YYN-N")), 2U);
  EXPECT_EQ(optionsChanged(before, *Pattern::parse("NYYYN")), 5U);
  EXPECT_EQ(optionsChanged(Pattern(), Pattern()), 0U);
}

} // namespace
} // namespace stasis::model
