#include "lsp/document.h"
#include "lsp/positions.h"

#include <gtest/gtest.h>

#include <random>

namespace stasis::lsp {
namespace {

/// One by one from the start: the definition.
Position counted(std::string_view text, std::size_t offset, Encoding encoding) {
  Position at;
  for (std::size_t i = 0; i < offset; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (text[i] == '\n' || (text[i] == '\r' && !(i + 1 < text.size() && text[i + 1] == '\n')))
      at = {at.line + 1, 0};
    else if (text[i] != '\r') {
      const bool first = byte < 0x80U || byte >= 0xC0U;
      at.character += encoding == Encoding::utf8 ? 1U : (first ? 1U : 0U) + (byte >= 0xF0U ? 1U : 0U);
    }
  }
  return at;
}

bool isBoundary(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

std::string randomText(std::mt19937& random) {
  static const std::vector<std::string> pieces{"a", "é", "€", "𐍈", "😀", "\n", "\r\n", "\r", " ", "xyz"};
  std::string text;
  for (std::size_t n = random() % 40; n > 0; --n)
    text += pieces[random() % pieces.size()];
  return text;
}

TEST(Positions, ThereAndBackAgreeWithCounting) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    const std::string text = randomText(random);
    for (const Encoding encoding : {Encoding::utf8, Encoding::utf16}) {
      const Positions positions(text, encoding);
      for (std::size_t at = 0; at <= text.size(); ++at) {
        const bool insideEnd = at > 0 && at < text.size() && text[at - 1] == '\r' && text[at] == '\n';
        if (!isBoundary(text, at) || insideEnd)
          continue;
        const Position expected = counted(text, at, encoding);
        ASSERT_EQ(positions.position(at), expected) << "byte " << at << " of " << text;
        ASSERT_EQ(positions.offset(expected), at) << "byte " << at << " of " << text;
      }
    }
  }
}

TEST(Positions, OutsideAndInside) {
  const Positions wide("a😀b\nc", Encoding::utf16);
  EXPECT_EQ(wide.offset({0, 99}), 6U) << "a column behind the end is the end of its line";
  EXPECT_EQ(wide.offset({0, 2}), 1U) << "inside a pair is before it";
  EXPECT_EQ(wide.offset({0, 3}), 5U);
  EXPECT_EQ(wide.offset({1, 1}), 8U);
  EXPECT_FALSE(wide.offset({2, 0}).has_value());
  const Positions bytes("a😀b", Encoding::utf8);
  EXPECT_EQ(bytes.offset({0, 3}), 1U) << "inside a character is before it";
}

TEST(Document, EditsReferToTheTextBeforeThem) {
  std::mt19937 random(11);
  for (int round = 0; round < 200; ++round) {
    std::string plain = randomText(random);
    Document document("file:///m.conflict", plain, 1, Encoding::utf16);
    for (int edit = 0; edit < 20; ++edit) {
      const Positions positions(plain, Encoding::utf16);
      std::size_t a = random() % (plain.size() + 1);
      std::size_t b = random() % (plain.size() + 1);
      a = *positions.offset(positions.position(a));
      b = *positions.offset(positions.position(b));
      const std::string with = randomText(random);
      const auto [from, to] = std::minmax(a, b);
      EXPECT_TRUE(document.replace(positions.position(from), positions.position(to), with));
      plain.replace(from, to - from, with);
      ASSERT_EQ(document.text(), plain);
    }
  }
}

TEST(Document, ChangesOutsideAreMadeAtTheEnd) {
  Document document("file:///m.conflict", "a\n", 1, Encoding::utf16);
  EXPECT_FALSE(document.replace({7, 0}, {9, 0}, "b"));
  EXPECT_EQ(document.text(), "a\nb");
}

TEST(Address, ThereAndBack) {
  for (const std::string path : {"/a/b.conflict", "/a b/ü#?%41.conflict", "/x/😀"})
    EXPECT_EQ(pathOf(uriOf(path)), path);
  EXPECT_EQ(pathOf("file://localhost/a%20b"), "/a b");
  EXPECT_EQ(pathOf("file:///c%3A/x"), "/c:/x");
  EXPECT_FALSE(pathOf("untitled:Untitled-1").has_value());
  EXPECT_FALSE(pathOf("file:///a%00b").has_value());
  EXPECT_EQ(pathOf("file:///100%"), "/100%");
}

} // namespace
} // namespace stasis::lsp
