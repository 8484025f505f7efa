#include "evidence/reading/word_list.h"

#include <gtest/gtest.h>

#include <set>
#include <stdexcept>

namespace stasis::evidence {
namespace {

TEST(WordList, HasOneEntryALineLessComments) {
  const auto entries = wordEntries("# from here\n\n if  \nonly if = clause # rare\r\n in case of = phrase");
  ASSERT_EQ(entries.size(), 3U);
  EXPECT_EQ(entries[0].words, "if");
  EXPECT_EQ(entries[0].value, "");
  EXPECT_EQ(entries[1].words, "only if");
  EXPECT_EQ(entries[1].value, "clause");
  EXPECT_EQ(entries[2].value, "phrase");
}

TEST(WordList, EveryListSaysWhereItCameFromAndHasNoEntryTwice) {
  EXPECT_FALSE(wordFiles().empty());
  for (const WordFile& file : wordFiles()) {
    EXPECT_TRUE(file.text.starts_with("# ")) << file.name;
    const auto& entries = wordList(file.name);
    EXPECT_FALSE(entries.empty()) << file.name;
    std::set<std::string_view> seen;
    for (const WordEntry& entry : entries)
      EXPECT_TRUE(seen.insert(entry.words).second) << file.name << ": " << entry.words;
  }
}

TEST(WordList, AskingForAListThatIsNotThereIsAMistakeOfTheProgram) {
  EXPECT_THROW(wordList("no such list"), std::logic_error);
}

} // namespace
} // namespace stasis::evidence
