// Suggested commands, folded to the page: the shell reads the same words as from one line.

#include "report/telling/printable.h"
#include "report/telling/shell_word.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>

namespace stasis::report {
namespace {

/// What a shell makes of it: the words, one a line.
std::string read(const std::string& words) {
  setenv("SCRIPT", ("printf '%s\\n' " + words).c_str(), 1);
  FILE* shell = popen("eval \"$SCRIPT\"", "r");
  std::string out;
  std::array<char, 256> part{};
  while (std::fgets(part.data(), part.size(), shell) != nullptr)
    out += part.data();
  pclose(shell);
  return out;
}

TEST(ShellWord, QuotesWhatAShellWouldRead) {
  EXPECT_EQ(shellWord("a/b-c.conflict"), "a/b-c.conflict");
  EXPECT_EQ(shellWord("a b"), "'a b'");
  EXPECT_EQ(shellWord("o'dd"), R"('o'\''dd')");
  EXPECT_EQ(shellWord(""), "''");
  EXPECT_EQ(shellWord("a\nb"), R"('a'$'\012''b')");
}

TEST(FoldedCommand, RunsAsPrintedAndIsNeverWider) {
  const std::string odd = "dir \"x\" o'dd/Élise $HOME `who` \\ " + std::string(90, 'n') + " end";
  const std::string command =
      "stasis explain " + shellWord(odd) + " --state " + shellWord("status quo") + " --party A";
  for (const std::size_t columns : {20U, 33U, 80U, 100U, 400U}) {
    const std::string folded = foldedCommand(command, columns, 7);
    EXPECT_EQ(read(folded), read(command)) << folded;
    for (std::size_t begin = 0; begin < folded.size();) {
      const std::size_t end = std::min(folded.find('\n', begin), folded.size());
      EXPECT_LE(width(folded.substr(begin, end - begin)) + (begin == 0 ? 7 : 0), columns) << folded;
      begin = end + 1;
    }
  }
  EXPECT_EQ(foldedCommand("stasis brief x.conflict", 100, 7), "stasis brief x.conflict");
}

} // namespace
} // namespace stasis::report
