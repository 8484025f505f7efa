// `stasis fmt` leaves every conflict of the gallery as it is, and each can be written from the model and read
// again.

#include "language/parse.h"
#include "language/words/format.h"
#include "language/words/write.h"
#include "support/root.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace stasis::language {
namespace {

std::vector<std::filesystem::path> gallery() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(support::root() + "/conflicts"))
    if (entry.path().extension() == ".conflict")
      files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

SourceText read(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return {path.filename().string(), text.str()};
}

TEST(GalleryLayout, IsThatOfFmt) {
  const auto files = gallery();
  EXPECT_GE(files.size(), 10U);
  for (const auto& path : files) {
    const SourceText source = read(path);
    EXPECT_EQ(format(source).text, source.text()) << "run: stasis fmt --write " << path;
  }
}

TEST(GalleryLayout, WhatIsWrittenFromTheModelReadsAsTheSame) {
  for (const auto& path : gallery()) {
    const Parsed parsed = parse(read(path));
    ASSERT_TRUE(parsed.conflict) << path;
    const std::string text = write(*parsed.conflict);
    std::string allow; // warnings that are meant are said in the file, not in the model
    for (const auto& code : parsed.allowed)
      allow += "allow " + code + "\n";
    const Parsed again = parse(SourceText("written", allow + text));
    ASSERT_TRUE(again.conflict) << text;
    EXPECT_EQ(write(*again.conflict), text) << path;
    EXPECT_EQ(again.diagnostics.size(), parsed.diagnostics.size()) << path;
  }
}

} // namespace
} // namespace stasis::language
