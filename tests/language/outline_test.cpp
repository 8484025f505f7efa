#include "language/parse.h"
#include "language/words/outline.h"
#include "support/root.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace stasis::language {
namespace {

namespace fs = std::filesystem;
using syntax::Words;

std::vector<fs::path> gallery() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(support::root()) / "conflicts"))
    if (entry.path().extension() == ".conflict")
      files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

std::string textOf(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

std::string at(const std::string& text, model::Range r) { return text.substr(r.begin, r.end - r.begin); }

std::string without(std::string text, model::Range r) { return text.erase(r.begin, r.end - r.begin); }

std::string lineAt(const std::string& text, Words (*pick)(const syntax::File&)) {
  const SourceText source("model.conflict", text);
  const Outline outline(source);
  return at(text, outline.line(pick(outline.file())));
}

/// The statements of every party's preferences as written, in order.
std::vector<std::string> statementsIn(const std::string& text) {
  const SourceText source("model.conflict", text);
  const Outline outline(source);
  std::vector<std::string> all;
  for (const auto& p : outline.file().preferences)
    for (const auto& tier : p.tiers)
      for (const auto& s : tier)
        all.emplace_back(s.wanted.words);
  return all;
}

const std::string example = "conflict \"Two farms and a well\"\n"       //
                            "party Upper \"The upper farm\" # uphill\n" //
                            "  # at night nobody sees it\n"             //
                            "  option pump \"Pump\"\n"                  //
                            "# between the parties\n"                   //
                            "party Lower\n"                             //
                            "  option complain irrevocable\n"           //
                            "prefer Upper\n"                            //
                            "  not complain\n"                          //
                            "\n"                                        //
                            "  # why it pumps\n"                        //
                            "  pump if  # whatever comes\n"             //
                            "    # of it\n"                             //
                            "    complain\n"                            //
                            "    # the words\n"                         //
                            "    because paper \"we pump\"\n"           //
                            "  pump\n"                                  //
                            "# what the lower farm wants\n"             //
                            "prefer Lower\n"                            //
                            "  not pump";

TEST(Outline, AStatementTakesItsCommentsCitationsAndContinuationAlong) {
  EXPECT_EQ(lineAt(example, [](const syntax::File& f) { return f.preferences[0].tiers[1][0].wanted.words; }),
            "  # why it pumps\n  pump if  # whatever comes\n    # of it\n    complain\n    # the words\n"
            "    because paper \"we pump\"\n");
}

TEST(Outline, ACommentAtTheMarginBelongsToNoLine) {
  EXPECT_EQ(lineAt(example, [](const syntax::File& f) { return f.parties[1].words; }), "party Lower\n");
  EXPECT_EQ(lineAt(example, [](const syntax::File& f) { return f.preferences[1].header; }), "prefer Lower\n");
}

TEST(Outline, TheLastLineNeedsNoEnd) {
  EXPECT_EQ(lineAt(example, [](const syntax::File& f) { return f.preferences[1].tiers[0][0].wanted.words; }),
            "  not pump");
}

TEST(Outline, NamesLabelsAndDirectionsStandWhereItSays) {
  const SourceText source("model.conflict", example);
  const Outline outline(source);
  const auto& parties = outline.file().parties;
  EXPECT_EQ(at(example, outline.range(parties[0].name)), "Upper");
  EXPECT_EQ(at(example, outline.range(parties[0].labelWords)), "\"The upper farm\"");
  EXPECT_EQ(at(example, outline.range(parties[0].words)), "party Upper \"The upper farm\"");
  EXPECT_EQ(at(example, outline.range(parties[1].options[0].directionWords)), "irrevocable");
  EXPECT_EQ(at(example, outline.range(outline.file().titleWords)), "\"Two farms and a well\"");
  EXPECT_EQ(at(example, outline.block(parties[0].words, parties[0].options[0].name)),
            example.substr(example.find("party Upper"), example.find("# between") - example.find("party")));
}

TEST(Outline, CuttingTheLineOfAStatementOutLeavesAllOthers) {
  std::size_t cut = 0;
  for (const auto& path : gallery()) {
    const std::string text = textOf(path);
    const SourceText source(path.string(), text);
    const Outline outline(source);
    EXPECT_TRUE(outline.wellFormed()) << path;
    const auto before = statementsIn(text);
    std::size_t position = 0;
    for (const auto& p : outline.file().preferences)
      for (const auto& tier : p.tiers) {
        auto expected = before;
        const auto first = expected.begin() + static_cast<std::ptrdiff_t>(position);
        expected.erase(first, first + static_cast<std::ptrdiff_t>(tier.size()));
        position += tier.size();
        const std::string rest = without(text, outline.line(tier.front().wanted.words));
        EXPECT_EQ(statementsIn(rest), expected) << path;
        EXPECT_TRUE(parse(SourceText(path.string(), rest)).conflict.has_value()) << path << '\n' << rest;
        ++cut;
      }
  }
  EXPECT_GT(cut, 100U);
}

TEST(Outline, TheLinesOfAWholeFileAreItsStatementsInOrder) {
  for (const auto& path : gallery()) {
    const std::string text = textOf(path);
    const SourceText source(path.string(), text);
    const Outline outline(source);
    std::vector<Words> things;
    for (const auto& s : outline.file().sources)
      things.push_back(s.words);
    for (const auto& p : outline.file().parties) {
      things.push_back(p.words);
      for (const auto& o : p.options)
        things.push_back(o.name);
    }
    for (const auto& c : outline.file().constraints)
      things.push_back(c.words);
    for (const auto& d : outline.file().defines)
      things.push_back(d.words);
    for (const auto& n : outline.file().named)
      things.push_back(n.words);
    std::ranges::sort(things, {}, [&](Words w) { return outline.range(w).begin; });
    std::size_t end = 0;
    for (const Words thing : things) {
      const auto line = outline.line(thing);
      EXPECT_LE(end, line.begin) << path << ": " << thing;
      EXPECT_TRUE(line.begin <= outline.range(thing).begin && outline.range(thing).end <= line.end) << thing;
      EXPECT_TRUE(line.begin == 0 || text[line.begin - 1] == '\n') << path << ": " << thing;
      EXPECT_TRUE(line.end == text.size() || text[line.end - 1] == '\n') << path << ": " << thing;
      end = line.end;
    }
  }
}

TEST(Outline, AnyBytesHaveOne) {
  for (const std::string text : {"", "\n", "#", "\xEF\xBB\xBF", "party", "prefer A\n  x if", "\xFF\xFE\0x",
                                 "party A\noption\nprefer\nrank\nweigh A\n x\nstate\nstates\nmove A s1 ->",
                                 "because x \"y\"\n  because", "parties F of A, B\n  option"}) {
    const SourceText source("model.conflict", text);
    const Outline outline(source);
    for (const auto& p : outline.file().parties)
      EXPECT_LE(outline.line(p.words).end, text.size());
  }
}

TEST(Outline, OfATextWithMistakesItHasWhatCouldBeRead) {
  const SourceText source("model.conflict",
                          "party A\n  option x\nprefer A\n  x and\n  nobody\n  not x\nnever (x\n");
  const Outline outline(source);
  EXPECT_FALSE(outline.wellFormed());
  ASSERT_EQ(outline.file().preferences.size(), 1U);
  EXPECT_EQ(outline.file().preferences[0].tiers.back().back().wanted.words, "not x");
}

} // namespace
} // namespace stasis::language
