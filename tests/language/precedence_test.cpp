// The meaning of a condition without parentheses, compared with the same condition in parentheses. The tree
// keeps parentheses that are written, so both sides are compared by their nodes after joins have been made
// equal.

#include "parse_examples.h"

namespace stasis::language {
namespace {

model::Expression meaningOf(const std::string& condition) {
  const auto conflict =
      conflictOf("conflict \"t\"\nparty P\n  option a\n  option b\n  option c\n  option d\n  option e\n"
                 "define m = " +
                 condition + "\nprefer P\n  any of P.*\n");
  return conflict.defines.empty() ? model::Expression() : conflict.defines[0].meaning;
}

struct Reading {
  const char* written;
  const char* meant;
};

class Precedence : public testing::TestWithParam<Reading> {};

TEST_P(Precedence, IsRead) {
  EXPECT_EQ(meaningOf(GetParam().written), meaningOf(GetParam().meant))
      << GetParam().written << " is not " << GetParam().meant;
}

// By language.md: not, and, xor, or, implies/if, iff, tightest first.
INSTANTIATE_TEST_SUITE_P(
    Language, Precedence,
    testing::Values(Reading{"not a and b", "(not a) and b"}, Reading{"not not a", "not (not a)"},
                    Reading{"not a or b", "(not a) or b"}, Reading{"not a iff b", "(not a) iff b"},
                    Reading{"a and b xor c", "(a and b) xor c"}, Reading{"a xor b and c", "a xor (b and c)"},
                    Reading{"a and b or c", "(a and b) or c"}, Reading{"a or b and c", "a or (b and c)"},
                    Reading{"a xor b or c", "(a xor b) or c"}, Reading{"a or b xor c", "a or (b xor c)"},
                    Reading{"a or b and c xor d", "a or ((b and c) xor d)"},
                    Reading{"a or b implies c or d", "(a or b) implies (c or d)"},
                    Reading{"a and b if c and d", "(a and b) if (c and d)"},
                    Reading{"a implies b implies c", "a implies (b implies c)"},
                    Reading{"a implies b implies c implies d", "a implies (b implies (c implies d))"},
                    Reading{"a if b if c", "(a if b) if c"}, Reading{"a iff b iff c", "(a iff b) iff c"},
                    Reading{"a implies b iff c", "(a implies b) iff c"},
                    Reading{"a iff b if c", "a iff (b if c)"},
                    Reading{"a iff b or c and not d", "a iff (b or (c and (not d)))"},
                    Reading{"(any of a, b) or c", "(any of a, (b)) or c"},
                    Reading{"not any of a, b if c", "(not (any of a, b)) if c"},
                    Reading{"a or none of b, c", "a or (none of b, c)"},
                    Reading{"c and at least 2 of a, b, d implies e",
                            "(c and (at least 2 of a, b, d)) implies e"},
                    Reading{"any of a, (b and c), d", "any of (a), (b and c), (d)"}));

TEST(Expressions, ChainsOfOneConnectiveAreOneNode) {
  for (const char* word : {"and", "or", "xor"}) {
    const std::string w = std::string(" ") + word + ' ';
    EXPECT_EQ(meaningOf("a" + w + "b" + w + "c" + w + "d").root().operands, 4U) << word;
    EXPECT_EQ(meaningOf("a" + w + "(b" + w + "c)").root().operands, 2U) << word;
  }
}

// By the definitions of the counts, over the states of four options.
TEST(Expressions, CountsMeanWhatTheySay) {
  using Op = model::Expression::Op;
  const auto o = [](std::size_t i) { return model::Expression::option(model::OptionId(i)); };
  const auto count = [&](Op op, std::uint32_t k) {
    return model::Expression::count(op, k, {o(0), o(1), o(2)});
  };
  EXPECT_EQ(meaningOf("any of a, b, c"), count(Op::atLeast, 1));
  EXPECT_EQ(meaningOf("all of a, b, c"), count(Op::atLeast, 3));
  EXPECT_EQ(meaningOf("none of a, b, c"), count(Op::atMost, 0));
  EXPECT_EQ(meaningOf("at least 2 of a, b, c"), count(Op::atLeast, 2));
  EXPECT_EQ(meaningOf("at least two of a, b, c"), count(Op::atLeast, 2));
  EXPECT_EQ(meaningOf("at most one of a, P.b, c"), count(Op::atMost, 1));
  EXPECT_EQ(meaningOf("exactly 3 of a, b, c"), count(Op::exactly, 3));
  EXPECT_EQ(meaningOf("exactly zero of a, b, c"), count(Op::exactly, 0));
  EXPECT_EQ(meaningOf("at least 2 of P.*").root().operands, 5U);
  EXPECT_EQ(meaningOf("at least 1 of true, false, a").root().operands, 3U);
  const char* words[] = {"one", "two", "three", "four", "five"};
  for (std::uint32_t k = 0; k < 5; ++k)
    EXPECT_EQ(meaningOf(std::string("exactly ") + words[k] + " of P.*").root().value, k + 1);
}

TEST(Expressions, NeverIsANegationAndAlwaysIsNot) {
  const auto c = conflictOf("conflict \"t\"\nparty P\n  option a\n  option b\nnever a and b\nalways a or b\n"
                            "exactly one of a, b\nprefer P\n  a\n  b\n");
  ASSERT_EQ(c.constraints.size(), 3U);
  EXPECT_EQ(c.constraints[0].holds.root().op, model::Expression::Op::negation);
  EXPECT_EQ(c.constraints[1].holds.root().op, model::Expression::Op::disjunction);
  EXPECT_EQ(c.constraints[2].holds.root().op, model::Expression::Op::exactly);
}

} // namespace
} // namespace stasis::language
