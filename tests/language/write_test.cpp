#include "language/parse.h"
#include "language/words/format.h"
#include "language/words/write.h"
#include "support/processor_time.h"
#include "support/property.h"
#include "support/worded_conflict.h"

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

/// What is written of a text that is read.
std::string rewritten(const std::string& text) {
  const Parsed parsed = parse(SourceText("read", text));
  EXPECT_EQ(problemsOf(parsed.diagnostics), "");
  return parsed.conflict ? write(*parsed.conflict) : "";
}

TEST(Write, SaysEveryThingInItsPlace) {
  EXPECT_EQ(rewritten("expect seq = war, s3\n"
                      "prefer B\n"
                      "c because s \"w\" | not (a or b)\n"
                      "because s \"x\"\n"
                      "conflict \"A \\\"title\\\"\"\n"
                      "state war \"War\" = b,c\n"
                      "never (a and (b)) or c\n"
                      "at least 1 of a,b,c\n"
                      "define d = (not a)\n"
                      "source s \"path\"\n"
                      "party A\n"
                      "option a irrevocable\n"
                      "option b \"B\" because s \"words\"\n"
                      "party B \"The other\"\n"
                      "option c\n"
                      "weigh A\n"
                      "c -0.5\n"
                      "a 2\n"
                      "move A s1 <-> s2\n"
                      "about \"text\"\n"
                      "status quo none\n"
                      "expect war is not stable for B under nash\n"),
            "conflict \"A \\\"title\\\"\"\n"
            "about \"text\"\n"
            "source s \"path\"\n"
            "\n"
            "party A\n"
            "  option a irrevocable\n"
            "  option b \"B\"\n"
            "    because s \"words\"\n"
            "party B \"The other\"\n"
            "  option c\n"
            "\n"
            "define d = not a\n"
            "\n"
            "never a and b or c\n"
            "any of a, b, c\n"
            "\n"
            "state war \"War\" = b, c\n"
            "\n"
            "status quo none\n"
            "\n"
            "move A s1 <-> s2\n"
            "\n"
            "weigh A\n"
            "  c -0.5\n"
            "  a  2.0\n"
            "prefer B\n"
            "  c because s \"w\" | not (a or b)\n"
            "    because s \"x\"\n"
            "\n"
            "expect seq = war, s3\n"
            "expect war is not stable for B under nash\n");
}

TEST(Write, LongLinesGoOnBehindACommaOrAnOperator) {
  const std::string options = "conflict \"C\"\n\nparty P\n"
                              "  option a_rather_long_name_of_an_option\n"
                              "  option another_rather_long_name_of_one\n"
                              "  option and_one_more_of_these_long_names\n";
  const std::string text = rewritten(options + "never a_rather_long_name_of_an_option and not "
                                               "another_rather_long_name_of_one and "
                                               "and_one_more_of_these_long_names\n");
  EXPECT_EQ(text, options +
                      "\nnever a_rather_long_name_of_an_option and not another_rather_long_name_of_one and\n"
                      "    and_one_more_of_these_long_names\n");
}

// Statements are shared if they were written once, not because they happen to be equal: an analyst who asks
// what each statement does must be able to change one of them.
TEST(Write, StatementsOfAFamilyAreSharedOnlyIfTheyWere) {
  const std::string shared = "conflict \"C\"\n"
                             "\n"
                             "parties F of A, B\n"
                             "  option x\n"
                             "\n";
  const std::string each = shared + "prefer each F\n  self.x\n";
  const std::string apart = shared + "prefer A\n  A.x\nprefer B\n  B.x\n";
  EXPECT_EQ(rewritten(each), each);
  EXPECT_EQ(rewritten(apart), apart);
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
    const OptionNames names(conflict);
    for (std::size_t i = 0; i < conflict.options.size(); ++i)
      ASSERT_EQ(names.of(model::OptionId(i)), conflict.nameOf(model::OptionId(i)));
    const std::string text = write(conflict);
    const Parsed parsed = parse(SourceText("written", text));
    ASSERT_TRUE(parsed.conflict) << text << problemsOf(parsed.diagnostics);
    ASSERT_EQ(fieldsOf(*parsed.conflict), fieldsOf(conflict)) << text;
    ASSERT_EQ(write(*parsed.conflict), text);
    ASSERT_EQ(format(SourceText("written", text)).text, text);
  }
}

// Sixty thousand options, each named in a condition: no step may look through them all for each.
TEST(Write, LargeConflictsTakeLinearTime) {
  model::Conflict conflict;
  conflict.title = "Large";
  conflict.parties.push_back({.name = "P", .optionCount = 60000});
  std::vector<model::Expression> all;
  for (std::size_t i = 0; i < 60000; ++i) {
    conflict.options.push_back({.name = "o" + std::to_string(i)});
    all.push_back(model::Expression::option(model::OptionId(i)));
  }
  conflict.constraints.push_back({.holds = model::Expression::join(model::Expression::Op::disjunction, all)});
  const double start = support::processorSeconds();
  const std::string text = write(conflict);
  EXPECT_LT(support::processorSeconds() - start, 10);
  EXPECT_EQ(rewritten(text), text);
}

} // namespace
} // namespace stasis::language
