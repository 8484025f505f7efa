#include "evidence/citations.h"
#include "support/published.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>

namespace stasis::evidence {
namespace {

using model::Citation;
using model::Conflict;
using model::SourceId;

// A conflict with two sources, its citations placed at ranges no two of which are alike.
class Citations : public testing::Test {
protected:
  Conflict conflict_ = support::prisonersDilemma();
  std::map<std::string, std::string> files_;
  std::size_t next_ = 100;

  void SetUp() override {
    conflict_.sources = {{.name = "first", .path = "a.txt", .range = {1, 2}},
                         {.name = "second", .path = "reports/b.txt", .range = {3, 4}}};
    files_ = {{"models/a.txt", "One line.\nShe said: “We will not cooperate.”\n"},
              {"models/reports/b.txt", "Nothing of the kind was said."}};
  }

  void cite(std::size_t source, const std::string& words, std::size_t option = 0) {
    conflict_.options[option].because.push_back(
        {SourceId(source), words, {next_, next_ + 20}, {next_ + 10, next_ + 20}});
    next_ += 100;
  }

  CheckedCitations check() {
    return checkCitations(conflict_, "models", [&](const std::string& path) -> SourceContent {
      const auto found = files_.find(path);
      return found == files_.end() ? SourceContent{{}, "does not exist"} : SourceContent{found->second, {}};
    });
  }
};

TEST_F(Citations, ThatAreThereAreFoundWithTheirPlace) {
  cite(0, "We will not cooperate.");
  cite(1, "was said", 1);
  const auto checked = check();
  EXPECT_TRUE(checked.diagnostics.empty());
  ASSERT_EQ(checked.found.size(), 2U);
  EXPECT_EQ(checked.found[0].source, SourceId(0));
  EXPECT_EQ(checked.found[0].citation, (model::Range{100, 120}));
  EXPECT_EQ(checked.found[0].line, 2U);
  const auto passage = checked.found[0].passage;
  EXPECT_EQ(files_["models/a.txt"].substr(passage.begin, passage.end - passage.begin),
            "We will not cooperate.");
}

TEST_F(Citations, ThatAreNotThereShowTheNearestPassage) {
  cite(0, "We shall not cooperate");
  cite(1, "kind");
  const auto checked = check();
  ASSERT_EQ(checked.diagnostics.size(), 1U);
  const auto& d = checked.diagnostics[0];
  EXPECT_EQ(d.severity, language::Severity::error);
  EXPECT_EQ(d.code, "S0506");
  EXPECT_EQ(d.range, (model::Range{110, 120}));
  EXPECT_EQ(d.message, "these words are not in `first`");
  EXPECT_EQ(d.note, "the nearest passage is in a.txt, line 2");
  EXPECT_EQ(d.help, "did you mean \"We will not cooperate\"?");
}

TEST_F(Citations, OfAnotherSourceAreRecognised) {
  cite(1, "We will not cooperate");
  cite(0, "One line");
  const auto checked = check();
  ASSERT_EQ(checked.diagnostics.size(), 1U);
  EXPECT_EQ(checked.diagnostics[0].message, "these words are not in `second`");
  EXPECT_EQ(checked.diagnostics[0].help, "they are in `first`");
}

TEST_F(Citations, WithGapsSayWhichPieceIsMissing) {
  cite(0, "We will […] operate together");
  cite(0, "cooperate […] One line");
  cite(1, "kind");
  const auto checked = check();
  ASSERT_EQ(checked.diagnostics.size(), 2U);
  EXPECT_EQ(checked.diagnostics[0].message, "the words \"operate together\" are not in `first`");
  EXPECT_EQ(checked.diagnostics[1].message,
            "the words \"One line\" are in `first`, but not after those quoted before them");
}

TEST_F(Citations, SourcesThatCannotBeReadAreReportedOnce) {
  files_.erase("models/a.txt");
  files_["models/reports/b.txt"].insert(0, std::string("\0binary", 7));
  cite(0, "anything");
  cite(0, "anything else");
  cite(1, "kind");
  const auto checked = check();
  ASSERT_EQ(checked.diagnostics.size(), 2U);
  EXPECT_EQ(checked.diagnostics[0].code, "S0505");
  EXPECT_EQ(checked.diagnostics[0].range, (model::Range{1, 2}));
  EXPECT_EQ(checked.diagnostics[0].message,
            "the source `first` cannot be checked: models/a.txt does not exist");
  EXPECT_EQ(
      checked.diagnostics[1].message,
      "the source `second` cannot be checked: models/reports/b.txt is not plain text: there is a NUL byte in "
      "line 1");
}

TEST_F(Citations, UncitedSourcesAndEmptyQuotations) {
  cite(0, " … ");
  const auto checked = check();
  ASSERT_EQ(checked.diagnostics.size(), 2U);
  EXPECT_EQ(checked.diagnostics[0].message, "nothing cites the source `second`");
  EXPECT_EQ(checked.diagnostics[0].severity, language::Severity::warning);
  EXPECT_EQ(checked.diagnostics[1].message, "this citation quotes no words");
}

TEST_F(Citations, AbsolutePathsStayAsTheyAre) {
  conflict_.sources[0].path = "/tmp/x.txt";
  files_["/tmp/x.txt"] = "here";
  cite(0, "here");
  cite(1, "kind");
  EXPECT_TRUE(check().diagnostics.empty());
}

TEST(Coverage, ListsWhatHasNoCitation) {
  Conflict conflict = support::prisonersDilemma();
  const Citation citation{SourceId(0), "x", {}, {}};
  conflict.parties[0].because.push_back(citation);
  conflict.parties[1].preference = {};
  conflict.options[1].because.push_back(citation);
  using model::Expression;
  const auto a = Expression::option(model::OptionId(0));
  conflict.constraints.push_back({Expression::negation(a), {}, {7, 9}});
  conflict.parties[0].preference =
      model::Prioritised{{{{a, {citation}, {20, 21}}, {Expression::negation(a), {}, {23, 24}}}}, {}};
  const auto result = coverage(conflict);
  EXPECT_EQ(result.citable, 7U); // two parties, two options, a constraint, two statements
  ASSERT_EQ(result.uncited.size(), 4U);
  EXPECT_EQ(result.uncited[0].kind, Citable::option);
  EXPECT_EQ(result.uncited[1].kind, Citable::party);
  EXPECT_EQ(result.uncited[1].words, conflict.parties[1].name);
  EXPECT_EQ(result.uncited[2].kind, Citable::constraint);
  EXPECT_EQ(result.uncited[3].kind, Citable::statement);
  EXPECT_EQ(result.uncited[3].words, "not " + conflict.nameOf(model::OptionId(0)));
  EXPECT_EQ(result.uncited[3].range, (model::Range{23, 24}));
}

TEST(Coverage, CountsLinesOfAFamilyOnce) {
  Conflict conflict = support::prisonersDilemma();
  conflict.families.push_back({.name = "Prisoners", .members = {model::PartyId(0), model::PartyId(1)}});
  for (auto& party : conflict.parties) {
    party.family = model::FamilyId(0);
    party.preference = model::Prioritised{{{{model::Expression::constant(true), {}, {50, 60}}}}, {}};
  }
  for (auto& option : conflict.options)
    option.range = {30, 40};
  conflict.parties[0].range = {10, 11};
  conflict.parties[1].range = {12, 13};
  EXPECT_EQ(coverage(conflict).citable, 4U); // two members, one option, one statement
}

TEST(SourceFile, ReadsRegularFilesOnly) {
  const auto folder = std::filesystem::temp_directory_path() / "stasis_source_file_test";
  std::filesystem::create_directories(folder);
  const std::string path = folder / "report.txt";
  std::ofstream(path) << "twelve bytes";
  EXPECT_EQ(readSourceFile(path).text, "twelve bytes");
  EXPECT_EQ(readSourceFile(path, 12).text, "twelve bytes");
  EXPECT_EQ(readSourceFile(path, 11).problem, "is larger than 0 MiB");
  EXPECT_EQ(readSourceFile(folder).problem, "is a directory");
  EXPECT_EQ(readSourceFile(folder / "none.txt").problem, "does not exist");
  EXPECT_EQ(readSourceFile("/dev/zero").problem, "is not a file");
  std::filesystem::remove_all(folder);
}

} // namespace
} // namespace stasis::evidence
