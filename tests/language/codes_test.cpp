#include "language/codes/codes.h"
#include "parse_examples.h"
#include "stability/explicit/explicit_engine.h"
#include "support/root.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace stasis::language {
namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& path) {
  std::stringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

bool isTable(const fs::path& path) { return path.filename().string().starts_with("codes"); }

/// Every "S0123" in the sources of a folder, the table itself left out.
std::set<std::string> emitted(const fs::path& folder) {
  std::set<std::string> codes;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".cpp" || isTable(entry.path()))
      continue;
    const std::string text = contents(entry.path());
    for (std::size_t at = text.find("\"S0"); at != std::string::npos; at = text.find("\"S0", at + 1))
      if (at + 6 < text.size() && text[at + 6] == '"')
        codes.insert(text.substr(at + 1, 5));
  }
  return codes;
}

const std::string somewhere = "conflict \"Example\"\n"
                              "party Iraq\n  option attack\n"
                              "party Syria\n  option release\n  option escalate\n";

/// An example as a whole file: those that declare no party speak of the two above.
std::string whole(std::string_view lines) {
  const std::string text(lines);
  const bool alone =
      text.starts_with("party ") || text.starts_with("parties ") || text.starts_with("player ");
  return alone ? text + "\n" : somewhere + text + '\n';
}

TEST(Codes, EveryCodeEmittedHasARow) {
  const auto all = emitted(fs::path(support::root()) / "src");
  EXPECT_GT(all.size(), 50U);
  for (const auto& code : all)
    EXPECT_NE(findCode(code), nullptr) << code;
}

TEST(Codes, RowsAreInOrderAndSaySomething) {
  for (std::size_t i = 0; i + 1 < codes().size(); ++i)
    EXPECT_LT(codes()[i].code, codes()[i + 1].code);
  for (const Code& row : codes()) {
    EXPECT_FALSE(row.title.empty()) << row.code;
    EXPECT_GT(row.explanation.size(), 40U) << row.code;
    EXPECT_EQ(row.wrong.empty(), row.mended.empty()) << row.code;
  }
}

/// Codes whose examples are conflicts: not those of citations in files and of other formats.
bool ofTheLanguage(const Code& row) {
  return !row.wrong.empty() && (row.code < "S0505" || row.code.starts_with("S06"));
}

/// What reading finds and, where it finds no error, what opening an engine finds.
bool givesWhenOpened(const std::string& text, std::string_view code) {
  const SourceText source("t.conflict", text);
  const Parsed parsed = parse(source);
  Diagnostics all = parsed.diagnostics;
  if (parsed.conflict) {
    const auto opened = stability::openExplicit(*parsed.conflict, {}, {});
    all.insert(all.end(), opened.diagnostics.begin(), opened.diagnostics.end());
  }
  return std::ranges::any_of(all, [&](const Diagnostic& d) { return d.code == code; });
}

TEST(Codes, EveryExampleGivesItsCodeAndTheMendedTextDoesNot) {
  for (const Code& row : codes()) {
    if (!ofTheLanguage(row))
      continue;
    EXPECT_TRUE(givesWhenOpened(whole(row.wrong), row.code)) << row.code << '\n'
                                                             << problemsOf(whole(row.wrong));
    EXPECT_FALSE(givesWhenOpened(whole(row.mended), row.code)) << row.code << '\n'
                                                               << problemsOf(whole(row.mended));
    const SourceText mended("t", whole(row.mended));
    EXPECT_TRUE(parse(mended).conflict) << row.code << '\n' << problemsOf(whole(row.mended));
  }
}

TEST(Codes, AnExampleShowsOneMistake) {
  for (const Code& row : codes()) {
    if (!ofTheLanguage(row))
      continue;
    const SourceText source("t", whole(row.wrong));
    for (const Diagnostic& d : parse(source).diagnostics)
      if (d.severity == Severity::error) {
        EXPECT_EQ(d.code, row.code) << problemsOf(whole(row.wrong));
      }
  }
}

TEST(Codes, AreFoundWithoutRegardToCase) {
  ASSERT_NE(findCode("s0203"), nullptr);
  EXPECT_EQ(findCode("s0203")->title, "unknown option");
  EXPECT_EQ(findCode("S9999"), nullptr);
  EXPECT_EQ(explain(*findCode("S0110")),
            "A statement ends with its line, unless the line ends in a comma or an operator. So the operator "
            "belongs "
            "at the end of the line before, where the reader sees that more follows.\n"
            "\nFor example\n\n    never release\n      and escalate\n"
            "\nMended\n\n    never release and\n      escalate\n");
}

} // namespace
} // namespace stasis::language
