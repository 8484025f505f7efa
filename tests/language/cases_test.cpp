// Every file of cases/ has an `.expected` file beside it with its diagnostics: place, code, message, note and
// help. To write these anew after a change, run with STASIS_WRITE_EXPECTED=1 and read the difference.

#include "language/codes/codes.h"
#include "parse_examples.h"
#include "support/root.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace stasis::language {
namespace {

namespace fs = std::filesystem;

const fs::path folder = fs::path(support::root()) / "tests" / "language" / "cases";

std::string contents(const fs::path& path) {
  std::stringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

std::vector<std::string> caseNames() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".conflict")
      names.push_back(entry.path().stem().string());
  std::ranges::sort(names);
  return names;
}

class Cases : public testing::TestWithParam<std::string> {};

TEST_P(Cases, SayWhatIsExpected) {
  const SourceText source(GetParam() + ".conflict", contents(folder / (GetParam() + ".conflict")));
  const Parsed parsed = parse(source);
  const std::string said = told(source, parsed.diagnostics);
  const fs::path expected = folder / (GetParam() + ".expected");
  if (std::getenv("STASIS_WRITE_EXPECTED") != nullptr)
    std::ofstream(expected, std::ios::binary) << said;
  EXPECT_EQ(said, contents(expected));
  EXPECT_EQ(parsed.conflict.has_value(), !hasErrors(parsed.diagnostics));
}

TEST_P(Cases, RangesAreInsideTheText) {
  const SourceText source(GetParam(), contents(folder / (GetParam() + ".conflict")));
  for (const Diagnostic& d : parse(source).diagnostics) {
    EXPECT_LE(d.range.begin, d.range.end) << d.message;
    EXPECT_LE(d.range.end, source.text().size()) << d.message;
    EXPECT_FALSE(d.message.empty() || d.message.ends_with('.')) << d.message;
    EXPECT_NE(findCode(d.code), nullptr) << d.code;
  }
}

std::string identifier(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::ranges::replace(name, '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Language, Cases, testing::ValuesIn(caseNames()), identifier);

TEST(CasesTogether, TriggerEveryCodeOfTheLanguage) {
  std::string all;
  for (const auto& name : caseNames())
    all += contents(folder / (name + ".expected"));
  for (const auto& entry : fs::directory_iterator(fs::path(support::root()) / "src" / "language")) {
    const std::string file = entry.path().filename().string();
    if (!file.ends_with(".cpp") || file.starts_with("codes"))
      continue;
    const std::string text = contents(entry.path());
    for (std::size_t at = text.find("\"S0"); at != std::string::npos; at = text.find("\"S0", at + 1))
      EXPECT_NE(all.find(' ' + text.substr(at + 1, 5) + ' '), std::string::npos)
          << text.substr(at + 1, 5) << " in " << file;
  }
}

} // namespace
} // namespace stasis::language
