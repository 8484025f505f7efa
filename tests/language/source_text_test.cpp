// Offsets to lines and columns, against counting from the beginning of the text.

#include "language/lexing/source_text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace stasis::language {
namespace {

/// The line of a byte: one more than the line ends before it.
std::size_t lineByCounting(std::string_view text, std::size_t offset) {
  return 1 + static_cast<std::size_t>(std::ranges::count(text.substr(0, offset), '\n'));
}

TEST(SourceText, TheLineOfEveryByteIsOneMoreThanTheEndsBeforeIt) {
  for (const std::string text :
       {"", "\n", "a", "a\nb", "a\r\nb\r\n", "\n\n\nпривіт\n\n", "\xEF\xBB\xBF", "\xEF\xBB\xBFx\ny"}) {
    const SourceText source("x", text);
    EXPECT_EQ(source.lineCount(), lineByCounting(text, text.size()));
    for (std::size_t offset = 0; offset <= text.size(); ++offset) {
      EXPECT_EQ(source.lineAt(offset), lineByCounting(text, offset)) << text << offset;
      EXPECT_EQ(source.place(offset).line, source.lineAt(offset)) << text << offset;
    }
  }
}

TEST(SourceText, AColumnCountsCharacters) {
  const SourceText source("x", "\xEF\xBB\xBF"
                               "aї\tb\nc");
  EXPECT_EQ(source.place(0).column, 1U); // the byte order mark belongs to no line
  EXPECT_EQ(source.place(3).column, 1U);
  EXPECT_EQ(source.place(4).column, 2U);
  EXPECT_EQ(source.place(6).column, 3U);
  EXPECT_EQ(source.place(7).column, 4U);
  EXPECT_EQ(source.place(99).line, 2U);
  EXPECT_EQ(source.line(1), "aї\tb");
}

} // namespace
} // namespace stasis::language
