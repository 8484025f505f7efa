// Models as people write them who have read the first page of the README and no reference (newcomers/), each
// with what it is meant to say (`.meant`): if everything that the diagnostics propose is done, as often as
// they propose something, the model is sound and means that.

#include "language/codes/fix.h"
#include "language/parse.h"
#include "language/words/write.h"
#include "support/root.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace stasis::language {
namespace {

namespace fs = std::filesystem;

const fs::path folder = fs::path(support::root()) / "tests" / "language" / "newcomers";

std::string contents(const fs::path& path) {
  std::stringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

std::vector<std::string> names() {
  std::vector<std::string> all;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".conflict")
      all.push_back(entry.path().stem().string());
  std::ranges::sort(all);
  return all;
}

bool touches(const Edit& one, const Edit& other) {
  return one.range.begin <= other.range.end && other.range.begin <= one.range.end;
}

/// The text with the proposed changes made; of changes that touch, the first.
std::string mended(const std::string& text, const Diagnostics& diagnostics) {
  std::vector<Edit> edits;
  for (const Diagnostic& d : diagnostics) {
    const bool apart =
        d.severity == Severity::error && std::ranges::none_of(d.fix, [&](const Edit& edit) {
          return std::ranges::any_of(edits, [&](const Edit& made) { return touches(edit, made); });
        });
    if (apart)
      edits.insert(edits.end(), d.fix.begin(), d.fix.end());
  }
  return edited(text, edits);
}

class Newcomers : public testing::TestWithParam<std::string> {};

TEST_P(Newcomers, AreMendedByWhatIsProposed) {
  constexpr int mostRounds = 12;
  std::string text = contents(folder / (GetParam() + ".conflict"));
  EXPECT_FALSE(parse(SourceText("t", text)).conflict) << "nothing to mend";
  for (int round = 0; round < mostRounds && !parse(SourceText("t", text)).conflict; ++round)
    text = mended(text, parse(SourceText("t", text)).diagnostics);
  const Parsed parsed = parse(SourceText("t", text));
  std::string left;
  for (const Diagnostic& d : parsed.diagnostics)
    left += d.message + "; " + d.help + "\n";
  ASSERT_TRUE(parsed.conflict) << text << left;
  const Parsed meant = parse(SourceText("t", contents(folder / (GetParam() + ".meant"))));
  ASSERT_TRUE(meant.conflict);
  EXPECT_EQ(write(*parsed.conflict), write(*meant.conflict)) << text;
}

std::string identifier(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::ranges::replace(name, '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Language, Newcomers, testing::ValuesIn(names()), identifier);

} // namespace
} // namespace stasis::language
