// Replays the kept corpus of the fuzzer: small texts of each construct, and every input that once failed.

#include "fuzz/parse_property.h"
#include "support/root.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace stasis::fuzz {
namespace {

namespace fs = std::filesystem;

void replay(const fs::path& folder) {
  std::size_t files = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().extension() == ".expected")
      continue;
    ++files;
    std::stringstream text;
    text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    EXPECT_EQ(parseProblem(text.str()), "") << entry.path();
  }
  EXPECT_GT(files, 20U) << folder;
}

TEST(ParseCorpus, IsReplayed) { replay(fs::path(support::root()) / "tests" / "fuzz" / "corpus" / "parse"); }
TEST(ParseCorpus, HoldsOnTheCases) { replay(fs::path(support::root()) / "tests" / "language" / "cases"); }

} // namespace
} // namespace stasis::fuzz
