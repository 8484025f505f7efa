#include "evidence/cut_words.h"

#include <gtest/gtest.h>

namespace stasis::evidence {
namespace {

std::optional<Cut> cut(const std::string& text, const std::string& words) {
  const auto at = text.find(words);
  EXPECT_NE(at, std::string::npos);
  return cutAt(text, {at, at + words.size()});
}

TEST(CutWords, AreThoseThatTurnWhatFollows) {
  for (const std::string word : {"not", "never", "no", "against", "without", "deny", "denied", "won't",
                                 "refused to", "refuse to", "denied that"}) {
    const auto found = cut("They said they did " + word + " sell the port.", "sell the port");
    ASSERT_TRUE(found) << word;
    EXPECT_TRUE(found->before) << word;
    EXPECT_EQ(found->word, word);
  }
}

TEST(CutWords, AreThoseThatTakeBackWhatWentBefore) {
  for (const std::string word : {"unless", "if", "but", "except", "only"}) {
    for (const std::string between : {" ", ", ", " \n "}) {
      const auto found = cut("We will sign" + between + word + " they pay.", "We will sign");
      ASSERT_TRUE(found) << word;
      EXPECT_FALSE(found->before) << word;
      EXPECT_EQ(found->word, word);
    }
  }
}

TEST(CutWords, AreNotThoseInsideOrBeyondASentence) {
  EXPECT_FALSE(cut("They will not sign.", "will not sign"));
  EXPECT_FALSE(cut("They said no. We sign the treaty.", "We sign the treaty"));
  EXPECT_FALSE(cut("We sign. If they pay, we stay.", "We sign"));
  EXPECT_FALSE(cut("The knot sold the port", "sold the port"));
  EXPECT_FALSE(cut("They agreed to sell the port.", "sell the port"));
  EXPECT_FALSE(cut("sell the port", "sell the port"));
}

} // namespace
} // namespace stasis::evidence
