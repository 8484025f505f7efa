#include "expectations_hold.h"
#include "language/parse.h"
#include "language/words/format.h"
#include "language/words/template.h"

#include <gtest/gtest.h>

namespace stasis::language {
namespace {

TEST(Template, IsAWorkingConflict) {
  for (const char* title : {"", "Mine", "With \"marks\" and \\ und Straße"}) {
    const Parsed parsed = parse(SourceText("new.conflict", newConflict(title)));
    for (const Diagnostic& d : parsed.diagnostics)
      ADD_FAILURE() << d.code << ' ' << d.message;
    ASSERT_TRUE(parsed.conflict);
    for (const Diagnostic& d : problemsOfStates(*parsed.conflict))
      ADD_FAILURE() << d.code << ' ' << d.message;
    const std::string expected = title;
    EXPECT_EQ(parsed.conflict->title, expected.empty() ? "A dispute over water" : expected);
  }
}

TEST(Template, IsLaidOut) {
  const std::string text = newConflict("Mine");
  EXPECT_EQ(format(SourceText("new.conflict", text)).text, text);
}

// If a user removes the # from a line of the template, it works.
TEST(Template, WhatIsCommentedOutIsRight) {
  std::string text = newConflict("Mine");
  for (const std::string line : {"source letter", "because letter", "expect shared", "expect s1"}) {
    const std::size_t at = text.find("# " + line);
    ASSERT_NE(at, std::string::npos) << line;
    text.erase(at, 2);
  }
  const Parsed parsed = parse(SourceText("new.conflict", text));
  ASSERT_TRUE(parsed.conflict);
  EXPECT_TRUE(parsed.diagnostics.empty());
  EXPECT_EQ(parsed.conflict->expectations.size(), 2U);
  expectationsHold(*parsed.conflict);
}

} // namespace
} // namespace stasis::language
