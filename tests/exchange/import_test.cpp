#include "language/words/write.h"
#include "reading.h"

#include <gtest/gtest.h>

#include <algorithm>

// What `import` gives: a `.gmcr` file read, written in the language and read again is the same conflict.

namespace stasis::exchange {
namespace {

using oracle::Game;

class Imported : public testing::TestWithParam<const char*> {};

TEST_P(Imported, IsTheSameConflictInTheLanguage) {
  const auto conflict = readGmcr(dataFile(GetParam())).conflict.value();
  const std::string text = language::write(conflict);
  const language::SourceText source("imported.conflict", text);
  const auto parsed = language::parse(source);
  ASSERT_TRUE(parsed.conflict.has_value())
      << text << testing::PrintToString(lines(parsed.diagnostics, source));
  EXPECT_EQ(language::write(*parsed.conflict), text);
  const Game before(conflict);
  const Game after(*parsed.conflict);
  ASSERT_EQ(letters(after.feasible()), letters(before.feasible())) << text;
  for (std::size_t i = 0; i < before.parties(); ++i)
    for (std::size_t s = 0; s < before.size(); ++s) {
      EXPECT_EQ(after.moves(i, s), before.moves(i, s)) << text;
      for (std::size_t t = 0; t < before.size(); ++t)
        ASSERT_EQ(after.prefers(i, s, t), before.prefers(i, s, t)) << text;
    }
}

INSTANTIATE_TEST_SUITE_P(Files, Imported,
                         testing::Values("euphrates.gmcr", "two_prisoners.gmcr", "diversion.gmcr",
                                         "groundwater.gmcr", "missiles.gmcr", "old_keys.gmcr",
                                         "odd_names.gmcr", "nobodys_options.gmcr", "unseen_states.gmcr"),
                         [](const auto& file) {
                           return std::string(file.param).substr(0, std::string(file.param).find('.'));
                         });

} // namespace
} // namespace stasis::exchange
