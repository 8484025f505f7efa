// Every conflict of the gallery gives what its `expect` lines say, and cites words that are in its sources.

#include "analysis/states/expectations.h"
#include "analysis/states/open_engine.h"
#include "analysis/views/expectations_in_views.h"
#include "evidence/citations.h"
#include "evidence/source_file.h"
#include "language/parse.h"
#include "support/root.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace stasis {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

std::vector<std::string> gallery() {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(support::root() + "/conflicts"))
    if (entry.path().extension() == ".conflict")
      files.push_back(entry.path().string());
  std::ranges::sort(files);
  return files;
}

std::string nameOf(const testing::TestParamInfo<std::string>& info) {
  const fs::path path(info.param); // two folders may have a file of one name
  std::string name = (path.parent_path().filename() / path.stem()).string();
  std::ranges::replace_if(name, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return name;
}

std::string messages(const language::Diagnostics& diagnostics) {
  std::string out;
  for (const auto& d : diagnostics)
    out += std::string(d.code) + " " + d.message + "\n";
  return out;
}

class Gallery : public testing::TestWithParam<std::string> {
protected:
  Gallery() : source_(GetParam(), read(GetParam())), parsed_(language::parse(source_)) {}

  language::SourceText source_;
  language::Parsed parsed_;
};

TEST_P(Gallery, GivesWhatItExpects) {
  ASSERT_TRUE(parsed_.conflict) << messages(parsed_.diagnostics);
  auto opened = analysis::openEngine(*parsed_.conflict, {}, {});
  ASSERT_TRUE(opened.engine) << messages(opened.diagnostics);
  auto verdicts = analysis::checkExpectations(*opened.engine);
  EXPECT_FALSE(verdicts.empty()) << "a conflict of the gallery says what it must give";
  analysis::Hypergame game(*opened.engine, parsed_.views, {}, stability::Errand(), true);
  ASSERT_TRUE(game.diagnostics().empty()) << messages(game.diagnostics());
  for (const auto& verdict : analysis::checkExpectations(game))
    verdicts.push_back(verdict);
  for (const auto& verdict : verdicts)
    EXPECT_TRUE(verdict.met) << source_.text().substr(verdict.range.begin,
                                                      verdict.range.end - verdict.range.begin)
                             << "\nbut " << verdict.found;
}

TEST_P(Gallery, CitesWordsThatAreThere) {
  ASSERT_TRUE(parsed_.conflict);
  const auto checked = evidence::checkCitations(
      *parsed_.conflict, fs::path(GetParam()).parent_path().string(),
      [](const std::string& path) { return evidence::readSourceFile(path); }, {}, parsed_.views);
  EXPECT_TRUE(checked.diagnostics.empty()) << messages(checked.diagnostics);
}

INSTANTIATE_TEST_SUITE_P(, Gallery, testing::ValuesIn(gallery()), nameOf);

// Words said in public that the flagship cites from its own report stand, letter for letter, in the report it
// started from as well.
TEST(Flagship, QuotesWhatWasSaid) {
  const fs::path original = fs::path(support::root()).parent_path() / "shared/reading/seed.txt";
  if (!fs::exists(original))
    GTEST_SKIP() << "the original report is not here";
  const std::string said = read(original);
  const std::string retold = read(support::root() + "/conflicts/foreign-troops/report.txt");
  std::size_t quotations = 0;
  const std::string opening = "“";
  const std::string closing = "”";
  for (std::size_t at = retold.find(opening); at != std::string::npos; at = retold.find(opening, at + 1)) {
    const std::size_t begin = at + opening.size();
    std::string words = retold.substr(begin, retold.find(closing, begin) - begin);
    std::ranges::replace(words, '\n', ' ');
    EXPECT_NE(said.find(words), std::string::npos) << words;
    ++quotations;
  }
  EXPECT_GE(quotations, 7U);
}

} // namespace
} // namespace stasis
