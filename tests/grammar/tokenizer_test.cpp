#include "evidence/grammar/characters.h"
#include "evidence/grammar/tokenizer.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace stasis::evidence::grammar {
namespace {

std::string cut(std::string_view text) {
  std::vector<model::Range> words;
  tokenize(text, {0, text.size()}, words);
  std::string all;
  for (const model::Range word : words)
    all += (all.empty() ? "" : "|") + std::string(text.substr(word.begin, word.end - word.begin));
  return all;
}

TEST(Tokenizer, CutsContractionsAsTreebanksDo) {
  EXPECT_EQ(cut("They won't, can't and don’t."), "They|wo|n't|,|ca|n't|and|do|n’t|.");
  EXPECT_EQ(cut("We'll see it's Iran's."), "We|'ll|see|it|'s|Iran|'s|.");
  EXPECT_EQ(cut("I cannot"), "I|can|not");
  EXPECT_EQ(cut("the workers’ union"), "the|workers|’|union");
  EXPECT_EQ(cut("O'Brien's in the '90s"), "O'Brien|'s|in|the|'90s");
}

TEST(Tokenizer, KeepsAbbreviationsWithTheirStops) {
  EXPECT_EQ(cut("Mr. J. Smith of the U.S. left at 5 p.m. on Sept. 3."),
            "Mr.|J.|Smith|of|the|U.S.|left|at|5|p.m.|on|Sept.|3|.");
  EXPECT_EQ(cut("Rep. Laura Kessen, D-Mo., left with Mo."), "Rep.|Laura|Kessen|,|D|-|Mo.|,|left|with|Mo|.");
  EXPECT_EQ(cut("He said no."), "He|said|no|.");
  EXPECT_EQ(cut("We chose plan B."), "We|chose|plan|B|.");
}

TEST(Tokenizer, CutsHyphensButBehindPrefixes) {
  EXPECT_EQ(cut("a 15-year-old co-worker"), "a|15|-|year|-|old|co-worker");
  EXPECT_EQ(cut("pro-Beijing non-avian Franco-German"), "pro-Beijing|non-avian|Franco|-|German");
  EXPECT_EQ(cut("713-853-3989 and 1939-1945"), "713-853-3989|and|1939|-|1945");
}

TEST(Tokenizer, LeavesNumbersAndAddressesWhole) {
  EXPECT_EQ(cut("200,000 at 3.5%, $5, 9/11"), "200,000|at|3.5|%|,|$|5|,|9/11");
  EXPECT_EQ(cut("See www.un.org/a-b, or a.b@c.org."), "See|www.un.org/a-b|,|or|a.b@c.org|.");
}

TEST(Tokenizer, MarksStandAlone) {
  EXPECT_EQ(cut("“We go,” he said — (now)... \"Why?!\""), "“|We|go|,|”|he|said|—|(|now|)|...|\"|Why|?!|\"");
  EXPECT_EQ(cut("Wait--no: 'yes'"), "Wait|--|no|:|'|yes|'");
}

TEST(Tokenizer, StaysInsideItsSentence) {
  std::vector<model::Range> words;
  tokenize("One. Don't go.", {5, 10}, words);
  EXPECT_EQ(words, (std::vector<model::Range>{{5, 7}, {7, 10}}));
}

/// What the definition says: no byte but white space outside words, no overlap, no word empty.
std::string problem(const std::string& text) {
  std::vector<model::Range> words;
  tokenize(text, {0, text.size()}, words);
  std::size_t at = 0;
  const auto spaceUpTo = [&](std::size_t end) {
    while (at < end && characterAt(text, at).kind == CharacterKind::space)
      at += characterAt(text, at).length;
    return at == end;
  };
  for (const model::Range word : words) {
    if (word.begin >= word.end || word.end > text.size() || !spaceUpTo(word.begin))
      return "word at " + std::to_string(word.begin);
    at = word.end;
  }
  return spaceUpTo(text.size()) ? "" : "bytes left at the end";
}

RC_GTEST_PROP(Tokenizer, WordsPartitionAnyBytes, (const std::string& bytes)) {
  RC_ASSERT(problem(bytes) == "");
}

RC_GTEST_PROP(Tokenizer, WordsPartitionAnyPieces, ()) {
  static const std::vector<std::string> pieces = {
      "n't", "'",      "\u2019", "s",  "'ll", "can", "cannot", ".",    "U.S",   "Mr",
      " ",   "\u00A0", "-",      "co", "15",  ",",   "@",      "www.", "/",     "\"",
      "`",   "\u201C", "$",      "é",  "?",   "&",   "\xC3",   "\x01", "gonna", "http://"};
  std::string text;
  for (const std::size_t p :
       *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, pieces.size())))
    text += pieces[p];
  RC_ASSERT(problem(text) == "");
}

} // namespace
} // namespace stasis::evidence::grammar
