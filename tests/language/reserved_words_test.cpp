#include "language/lexing/reserved_words.h"
#include "language/parse.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <string>

namespace stasis::language {
namespace {

bool canName(const std::string& word) {
  const SourceText source("t", "conflict \"t\"\nparty A\n  option " + word + "\nparty B\n  option b\n");
  return std::ranges::none_of(parse(source).diagnostics,
                              [](const Diagnostic& one) { return one.severity == Severity::error; });
}

TEST(ReservedWords, AreAllRefusedAsNamesAndNamesWithACapital) {
  const auto words = reservedWords();
  EXPECT_EQ(std::set(words.begin(), words.end()).size(), words.size());
  for (const std::string_view word : words) {
    std::string capital(word);
    capital.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(capital.front())));
    EXPECT_FALSE(canName(std::string(word))) << word;
    EXPECT_TRUE(canName(capital)) << capital;
  }
}

TEST(ReservedWords, AreNoneOfTheWordsThatMeanSomethingInOnePlaceOnly) {
  for (const std::string word : {"most", "quo", "under", "one", "strongly", "perhaps", "unsure", "attitude",
                                 "unaware", "blind", "stable", "equilibrium", "least", "is"})
    EXPECT_TRUE(canName(word)) << word;
}

} // namespace
} // namespace stasis::language
