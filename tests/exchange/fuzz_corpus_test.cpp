#include "fuzz/gmcr_property.h"
#include "support/root.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace stasis::exchange {
namespace {

namespace fs = std::filesystem;

// Seeds of the fuzz target, what it has found, and the files of the other tests.
TEST(GmcrCorpus, IsReplayed) {
  std::vector<fs::path> files;
  for (const char* folder : {"/tests/fuzz/corpus/gmcr", "/tests/exchange/data"})
    std::ranges::copy(fs::directory_iterator(support::root() + std::string(folder)),
                      std::back_inserter(files));
  EXPECT_GT(files.size(), 15U);
  for (const fs::path& path : files) {
    std::ifstream file(path, std::ios::binary);
    EXPECT_EQ(fuzz::gmcrProblem({std::istreambuf_iterator<char>(file), {}}), "") << path;
  }
}

} // namespace
} // namespace stasis::exchange
