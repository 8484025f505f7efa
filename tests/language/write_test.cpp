#include "language/format.h"
#include "language/parse.h"
#include "language/write.h"
#include "support/property.h"
#include "worded_conflict.h"

#include <gtest/gtest.h>

#include <sstream>

namespace stasis::language {
namespace {

std::string problemsOf(const Diagnostics& diagnostics) {
  std::ostringstream out;
  for (const Diagnostic& d : diagnostics)
    if (d.severity == Severity::error)
      out << d.code << " at " << d.range.begin << ": " << d.message << '\n';
  return out.str();
}

void expectReadBack(const model::Conflict& conflict) {
  const std::string text = write(conflict);
  const Parsed parsed = parse(SourceText("written", text));
  RC_LOG() << text << problemsOf(parsed.diagnostics);
  RC_ASSERT(parsed.conflict.has_value());
  RC_ASSERT(fieldsOf(*parsed.conflict) == fieldsOf(conflict));
  RC_ASSERT(write(*parsed.conflict) == text);
  RC_ASSERT(*format(SourceText("written", text)).text == text);
}

TEST(Write, WhatIsWrittenReadsAsTheSameConflict) {
  EXPECT_TRUE(rc::check([] {
    support::ShrinkingDice dice;
    expectReadBack(wordedConflict(dice));
  }));
}

TEST(Write, FamiliesAreReadAsWritten) {
  EXPECT_TRUE(rc::check([] {
    support::ShrinkingDice dice;
    expectReadBack(familyConflict(dice));
  }));
}

TEST(Write, ThousandsMoreAreReadAsWritten) {
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    support::SeededDice dice(seed);
    const model::Conflict conflict = seed % 2 == 0 ? wordedConflict(dice) : familyConflict(dice);
    const std::string text = write(conflict);
    const Parsed parsed = parse(SourceText("written", text));
    ASSERT_TRUE(parsed.conflict) << text << problemsOf(parsed.diagnostics);
    ASSERT_EQ(fieldsOf(*parsed.conflict), fieldsOf(conflict)) << text;
    ASSERT_EQ(write(*parsed.conflict), text);
    ASSERT_EQ(format(SourceText("written", text)).text, text);
  }
}

} // namespace
} // namespace stasis::language
