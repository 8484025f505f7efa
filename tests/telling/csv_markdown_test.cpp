#include "report/telling/csv.h"
#include "report/telling/markdown.h"

#include <gtest/gtest.h>

namespace stasis::report {
namespace {

// RFC 4180: quotes doubled, fields with a comma, a quote or a line end in quotes.
TEST(Csv, FieldsAreQuotedWhereTheyMustBe) {
  EXPECT_EQ(csvLine({"a", "b,c", "say \"no\"", "two\nlines", ""}),
            "a,\"b,c\",\"say \"\"no\"\"\",\"two\nlines\",\n");
}

TEST(Csv, ThereIsOneWayToSayYes) {
  EXPECT_EQ(csvFlag(true), "Y");
  EXPECT_EQ(csvFlag(false), "N");
  EXPECT_EQ(csvFlag(std::nullopt), "?");
}

TEST(Markdown, ALineEndDoesNotEndTheRow) {
  EXPECT_EQ(markdownRow({markdownText("first\nsecond"), markdownText("a|b")}),
            "| first<br>second | a\\|b |\n");
}

} // namespace
} // namespace stasis::report
