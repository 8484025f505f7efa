#include "report/telling/diagnostics.h"

#include <gtest/gtest.h>

namespace stasis::report {
namespace {

using language::Diagnostic;
using language::Severity;
using language::SourceText;

const Look plain{};

Diagnostic at(std::size_t begin, std::size_t end) {
  return {Severity::error, "S0203", {begin, end}, "unknown option `atack`", {}, "did you mean `attack`?"};
}

TEST(Diagnostics, TheCaretStandsUnderTheWords) {
  const SourceText source("war.conflict", "prefer Iraq\n  atack if not release\n");
  EXPECT_EQ(diagnosticsText({at(14, 19)}, source, plain), "error[S0203]: unknown option `atack`\n"
                                                          " --> war.conflict:2:3\n"
                                                          "  |\n"
                                                          "2 |   atack if not release\n"
                                                          "  |   ^^^^^\n"
                                                          "  = help: did you mean `attack`?\n\n");
}

TEST(Diagnostics, ColumnsCountCharactersNotBytes) {
  const SourceText source("ü.conflict", "Türkiye atack\n");
  EXPECT_EQ(diagnosticsConcise({at(9, 14)}, source),
            "ü.conflict:1:9: error[S0203]: unknown option `atack` (help: did you mean `attack`?)\n");
  EXPECT_NE(diagnosticsText({at(9, 14)}, source, plain).find("  |         ^^^^^\n"), std::string::npos);
}

TEST(Diagnostics, AVeryLongLineIsShownAroundTheWords) {
  const SourceText source("long", std::string(5000, 'a') + " atack " + std::string(5000, 'b'));
  const std::string text = diagnosticsText({at(5001, 5006)}, source, plain);
  EXPECT_LT(text.size(), 500U);
  EXPECT_NE(text.find(" atack "), std::string::npos);
  const auto caret = text.find("^^^^^");
  const auto line = text.find("1 | ");
  const auto caretLine = text.rfind('\n', caret);
  // … is three bytes and one column.
  EXPECT_EQ(text.find("atack", line) - line - 2, caret - caretLine - 1);
}

TEST(Diagnostics, AnEmptyFileOrItsEndHasAPlaceToo) {
  EXPECT_EQ(diagnosticsText({at(0, 0)}, SourceText("empty", ""), plain),
            "error[S0203]: unknown option `atack`\n --> empty:1:1\n  = help: did you mean `attack`?\n\n");
  const SourceText source("end", "party A");
  EXPECT_NE(diagnosticsText({at(7, 7)}, source, plain).find("  |        ^\n"), std::string::npos);
}

TEST(Diagnostics, NothingOfTheFileCommandsTheTerminal) {
  const SourceText source("a\x1b]0;b", "\x1b[2J\n");
  const std::string text = diagnosticsText({at(0, 4)}, source, plain);
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
}

TEST(Diagnostics, AreCounted) {
  const Diagnostic warning{Severity::warning, "S0411", {}, "w", {}, {}};
  EXPECT_EQ(diagnosticsSummary({}), "");
  EXPECT_EQ(diagnosticsSummary({at(0, 1)}), "1 error");
  EXPECT_EQ(diagnosticsSummary({at(0, 1), at(0, 1), warning}), "2 errors and 1 warning");
}

} // namespace
} // namespace stasis::report
