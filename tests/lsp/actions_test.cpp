#include "language/codes/codes.h"
#include "language/codes/fix.h"
#include "lsp/actions.h"
#include "lsp/findings.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace stasis::lsp {
namespace {

std::size_t countOf(const language::Diagnostics& all, std::string_view code) {
  return static_cast<std::size_t>(std::ranges::count(all, code, &language::Diagnostic::code));
}

TEST(Actions, EveryFixOfEveryCodeMendsIt) {
  std::size_t fixes = 0;
  for (const auto& code : language::codes()) {
    if (code.wrong.empty())
      continue;
    const Reading reading("m", std::string(code.wrong), 1, Encoding::utf8);
    const Inspection before = inspect(reading, std::nullopt, {});
    for (const Action& action : actions(reading, before.diagnostics, {0, code.wrong.size()})) {
      const Reading after("m", language::edited(reading.text(), action.edits), 2, Encoding::utf8);
      const Inspection now = inspect(after, std::nullopt, {});
      if (action.mends == nullptr || action.mends->code != code.code)
        continue;
      ++fixes;
      EXPECT_LT(countOf(now.diagnostics, action.mends->code), countOf(before.diagnostics, action.mends->code))
          << action.mends->code << ": " << action.title;
    }
  }
  EXPECT_GT(fixes, 10U);
}

TEST(Actions, EachFixOfAProblemIsOffered) {
  for (const auto& code : language::codes()) {
    const Reading reading("m", std::string(code.wrong), 1, Encoding::utf8);
    const Inspection found = inspect(reading, std::nullopt, {});
    const auto made = actions(reading, found.diagnostics, {0, code.wrong.size()});
    for (const auto& problem : found.diagnostics)
      EXPECT_EQ(std::ranges::any_of(
                    made, [&](const Action& a) { return a.mends == &problem && a.edits == problem.fix; }),
                !problem.fix.empty())
          << problem.code;
  }
}

} // namespace
} // namespace stasis::lsp
