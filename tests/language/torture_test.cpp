// Texts that no analyst writes: deep, long, many, and not texts at all. Nothing may crash, take long or
// report ten thousand things. Time limits are generous: many times what an idle machine needs.

#include "parse_examples.h"
#include "support/processor_time.h"

#include <rapidcheck.h>

namespace stasis::language {
namespace {

const std::string start = "conflict \"t\"\nparty P\n  option a\nprefer P\n  a\n";

std::string repeated(const std::string& piece, std::size_t times) {
  std::string all;
  all.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i)
    all += piece;
  return all;
}

Parsed parsed(const std::string& text) { return parse(SourceText("t", text)); }

double secondsFor(const std::string& text) {
  const SourceText source("t", text);
  const double begin = support::processorSeconds();
  parse(source);
  return support::processorSeconds() - begin;
}

TEST(Torture, DepthHasALimitThatIsTold) {
  for (const std::string& deep :
       {"never " + repeated("(", 100'000) + "a" + repeated(")", 100'000),
        "never " + repeated("not ", 100'000) + "a", "never " + repeated("a implies ", 100'000) + "a",
        "never " + repeated("a if ", 100'000) + "a", "never " + repeated("a iff ", 100'000) + "a",
        "never " + repeated("any of (", 100'000) + "a" + repeated(")", 100'000),
        "never " + repeated("not (a and ", 100'000) + "a" + repeated(")", 100'000)}) {
    const auto result = parsed(start + deep + '\n');
    EXPECT_FALSE(result.conflict);
    ASSERT_EQ(result.diagnostics.size(), 1U) << deep.substr(0, 30);
    EXPECT_EQ(result.diagnostics[0].code, "S0305") << deep.substr(0, 30);
  }
}

TEST(Torture, TwoHundredDeepIsFine) {
  for (const std::string& deep :
       {"never " + repeated("(", 200) + "a" + repeated(")", 200), "never " + repeated("not ", 199) + "a",
        "never " + repeated("a implies ", 199) + "a", "never " + repeated("a if ", 199) + "a"})
    EXPECT_TRUE(parsed(start + deep + '\n').conflict) << deep.substr(0, 30);
}

TEST(Torture, ALineOfTwentyThousandTerms) {
  const std::string line = "never " + repeated("a and ", 20'000) + "a\n";
  const auto result = parsed(start + line);
  ASSERT_TRUE(result.conflict);
  EXPECT_EQ(result.conflict->constraints[0].holds.nodes().size(), 20'003U); // the terms, one and, one not
  EXPECT_LT(secondsFor(start + line), 3.0);
}

TEST(Torture, ChainsOfDefinitions) {
  std::string text = start + "define d0 = a\n";
  for (int i = 1; i < 200; ++i)
    text += "define d" + std::to_string(i) + " = d" + std::to_string(i - 1) + '\n';
  EXPECT_TRUE(parsed(text).conflict);
  for (int i = 200; i < 20'000; ++i)
    text += "define d" + std::to_string(i) + " = d" + std::to_string(i - 1) + '\n';
  const auto result = parsed(text);
  ASSERT_EQ(result.diagnostics.size(), 1U);
  EXPECT_EQ(result.diagnostics[0].code, "S0305");
}

TEST(Torture, FiveMegabytes) {
  std::string text = "conflict \"t\"\n";
  for (int p = 0; p < 100; ++p) {
    const std::string n = std::to_string(p);
    text += "party P" + n + "\n  option a" + n + "\n  option b" + n + "\n";
  }
  for (int p = 0; text.size() < 5'000'000; p = (p + 1) % 100) {
    const std::string n = std::to_string(p);
    text += "never a" + n + " and (b" + n + " or not a0) # why this cannot be\n";
  }
  EXPECT_TRUE(parsed(text).conflict);
  EXPECT_LT(secondsFor(text), 15.0);
}

TEST(Torture, ManyMistakesAreToldUpToAHundred) {
  const auto result = parsed("conflict \"t\"\n" + repeated("hello world\n", 50'000));
  ASSERT_EQ(result.diagnostics.size(), 101U);
  EXPECT_EQ(result.diagnostics.back().code, "S0199");
  EXPECT_EQ(result.diagnostics.back().message, "49900 more problems are not shown");
  EXPECT_EQ(result.diagnostics.back().severity, Severity::error);
}

TEST(Torture, ErrorsAreShownBeforeWarnings) {
  const auto result = parsed("conflict \"t\"\nparty P\n  option a\n  option b\nprefer P\n" +
                             repeated("  any of a, a\n", 150) + "  unknown\n");
  EXPECT_EQ(result.diagnostics.size(), 101U);
  EXPECT_TRUE(hasErrors(result.diagnostics));
  EXPECT_EQ(result.diagnostics.back().severity, Severity::warning);
  EXPECT_EQ(result.diagnostics.back().message, "51 more problems are not shown");
}

TEST(Torture, FamiliesThatWouldFillTheMemory) {
  std::string members = "m0";
  for (int i = 1; i < 2000; ++i)
    members += ", m" + std::to_string(i);
  const std::string family = "conflict \"t\"\nparties F of " + members + "\n  option a\n";
  const auto statements = parsed(family + "prefer each F\n" + repeated("  any of F.a\n", 2000));
  ASSERT_EQ(statements.diagnostics.size(), 1U);
  EXPECT_EQ(statements.diagnostics[0].code, "S0601");
  std::string options = family;
  for (int i = 0; i < 1000; ++i)
    options += "  option o" + std::to_string(i) + '\n';
  EXPECT_EQ(parsed(options).diagnostics[0].code, "S0601");
  std::string states = family;
  for (int i = 0; i < 200'000; ++i)
    states += "state s" + std::to_string(i) + "_ = m0.a\n";
  EXPECT_EQ(parsed(states).diagnostics[0].code, "S0601");
}

TEST(Torture, MisspeltNamesAmongMany) {
  std::string text = start + "party Q\n";
  for (int i = 0; i < 20'000; ++i)
    text += "  option name" + std::to_string(i) + '\n';
  EXPECT_LT(secondsFor(text + repeated("never nane1 and nane2\n", 20'000)), 10.0);
}

TEST(Torture, OddTexts) {
  for (const std::string& text : {std::string(),
                                  std::string("\n"),
                                  std::string("#"),
                                  std::string("\""),
                                  std::string("\\"),
                                  std::string("\r"),
                                  std::string("\xEF\xBB\xBF"),
                                  std::string("\xEF\xBB"),
                                  std::string("("),
                                  std::string("."),
                                  std::string("because"),
                                  std::string("states"),
                                  std::string("states\n"),
                                  std::string("prefer"),
                                  std::string("move x"),
                                  std::string("parties a of b"),
                                  std::string("prefer each"),
                                  std::string("expect"),
                                  std::string("status"),
                                  std::string(1, '\0'),
                                  repeated("because ", 1000),
                                  repeated("option a\n", 1000),
                                  repeated("prefer\n", 1000)}) {
    const auto result = parsed(text);
    EXPECT_FALSE(result.diagnostics.empty()) << text.substr(0, 20);
  }
}

// Pieces of the language in any order: no crash, every range inside the text, and a conflict exactly where
// there is no error.
TEST(Torture, WordsInAnyOrder) {
  EXPECT_TRUE(rc::check([] {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "party ", "parties ", "P ", "Q ", "F ", "option ", "a ", "b ", "\n", "\n", "\n", "never ", "always ",
        "exactly ", "at ", "least ", "most ", "one ", "2 ", "of ", "any ", "all ", "none ", "not ", "and ",
        "or ", "xor ", "iff ", "implies ", "if ", "(", ")", ",", ".", "*", "self", "prefer ", "each ",
        "rank ", "weigh ", "move ", "states ", "state ", "status quo ", "s1 ", "Y ", "N ", "- ", "-> ",
        "<-> ", "> ", "~ ", "| ", "= ", "define ", "d ", "because ", "source ", "\"w\" ", "expect ", "nash ",
        "is ", "under ", "stable ", "for ", "conflict ", "about ", "irrevocable ", "é", "\xFF", "'",
        "perhaps ", "3.5 ", "# c"));
    std::string text = *rc::gen::element<std::string>(
        "", start, "parties F of P, Q\n  option a\n  option b\nprefer each F\n");
    for (const auto& piece : pieces)
      text += piece;
    const SourceText source("t", text);
    const auto result = parse(source);
    RC_ASSERT(result.conflict.has_value() == !hasErrors(result.diagnostics));
    for (const auto& d : result.diagnostics) {
      RC_ASSERT(d.range.begin <= d.range.end);
      RC_ASSERT(d.range.end <= text.size());
      RC_ASSERT(!d.message.empty());
    }
  }));
}

} // namespace
} // namespace stasis::language
