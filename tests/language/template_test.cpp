#include "language/format.h"
#include "language/parse.h"
#include "language/template.h"
#include "oracle/definitions.h"

#include <gtest/gtest.h>

namespace stasis::language {
namespace {

TEST(Template, IsAWorkingConflict) {
  for (const char* title : {"", "Mine", "With \"marks\" and \\ und Straße"}) {
    const Parsed parsed = parse(SourceText("new.conflict", newConflict(title)));
    for (const Diagnostic& d : parsed.diagnostics)
      ADD_FAILURE() << d.code << ' ' << d.message;
    ASSERT_TRUE(parsed.conflict);
    if (*title != '\0')
      EXPECT_EQ(parsed.conflict->title, title);
  }
}

TEST(Template, IsLaidOut) {
  const std::string text = newConflict("Mine");
  EXPECT_EQ(format(SourceText("new.conflict", text)).text, text);
}

// Whoever takes the # from a line that shows something finds that it works.
TEST(Template, WhatIsCommentedOutIsRight) {
  std::string text = newConflict("Mine");
  for (const std::string line : {"source letter", "because letter", "expect seq"}) {
    const std::size_t at = text.find("# " + line);
    ASSERT_NE(at, std::string::npos) << line;
    text.erase(at, 2);
  }
  const Parsed parsed = parse(SourceText("new.conflict", text));
  ASSERT_TRUE(parsed.conflict);
  EXPECT_TRUE(parsed.diagnostics.empty());
  const model::Conflict& conflict = *parsed.conflict;
  const oracle::Game game(conflict);
  const auto& expected = std::get<model::ExpectEquilibria>(conflict.expectations.at(0).what);
  ASSERT_EQ(expected.states.size(), 1U);
  EXPECT_EQ(game.equilibria(model::Concept::seq), oracle::Places{game.place(expected.states[0])});
}

} // namespace
} // namespace stasis::language
