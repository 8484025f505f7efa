// Fixes as data: they lie inside the text and do not overlap, and a safe fix mends the problem that it
// belongs to.

#include "language/codes/fix.h"
#include "language/words/write.h"
#include "parse_examples.h"
#include "support/root.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>

namespace stasis::language {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> everyCase() {
  std::vector<std::string> texts;
  for (const auto& entry : fs::directory_iterator(fs::path(support::root()) / "tests" / "language" / "cases"))
    if (entry.path().extension() == ".conflict") {
      std::stringstream text;
      text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
      texts.push_back(text.str());
    }
  return texts;
}

Diagnostics problems(const std::string& text) { return parse(SourceText("t.conflict", text)).diagnostics; }

std::ptrdiff_t errors(const Diagnostics& all) {
  return std::ranges::count(all, Severity::error, &Diagnostic::severity);
}

/// The text with all safe fixes made, round after round.
std::string fixed(std::string text) {
  for (int round = 0; round < 60; ++round) {
    const auto found = problems(text);
    const Fixed next = withSafeFixes(text, found);
    if (next.made.empty())
      return text;
    text = next.text;
  }
  ADD_FAILURE() << "fixes do not come to an end:\n" << text;
  return text;
}

TEST(Fixes, LieInTheTextAndDoNotOverlap) {
  std::size_t seen = 0;
  for (const std::string& text : everyCase())
    for (const Diagnostic& d : problems(text)) {
      seen += d.fix.empty() ? 0 : 1;
      for (std::size_t i = 0; i < d.fix.size(); ++i) {
        EXPECT_LE(d.fix[i].range.begin, d.fix[i].range.end) << d.message;
        EXPECT_LE(d.fix[i].range.end, text.size()) << d.message;
        if (i > 0) {
          EXPECT_LE(d.fix[i - 1].range.end, d.fix[i].range.begin) << d.message;
        }
      }
    }
  EXPECT_GT(seen, 60U);
}

TEST(Fixes, ThatAreSafeMendWhatTheyAreAttachedTo) {
  for (const std::string& text : everyCase()) {
    const auto before = problems(text);
    for (const Diagnostic& d : before) {
      if (d.fix.empty() || !d.fixIsSafe)
        continue;
      const auto after = problems(edited(text, d.fix));
      const auto same = [&](const Diagnostics& all) {
        return std::ranges::count_if(
            all, [&](const Diagnostic& o) { return o.code == d.code && o.message == d.message; });
      };
      if (std::ranges::count(before, std::string_view("S0199"), &Diagnostic::code) == 0) {
        EXPECT_LT(same(after), same(before)) << d.message << "\n" << edited(text, d.fix);
        EXPECT_LE(errors(after), errors(before)) << d.message << "\n" << edited(text, d.fix);
      }
    }
  }
}

TEST(Fixes, ComeToAnEnd) {
  for (const std::string& text : everyCase())
    fixed(text);
}

const std::string head = "conflict \"c\"\nparty P\n  option x\n  option y\nparty Q\n  option z\n";

TEST(Fixes, WriteWhatEnglishMeans) {
  const std::pair<std::string, std::string> pairs[] = {
      {"always exactly one of x or y", "always exactly one of x, y"},
      {"always at most 2 of x, y and z", "always at most 2 of x, y, z"},
      {"exactly one of x, y, or z", "exactly one of x, y, z"},
      {"none of x and z", "none of x, z"},
      {"always x if and only if y", "always x iff y"},
      {"always x only if y", "always x implies y"},
      {"always if x then not y", "always not y if x"},
      {"always neither x nor z", "always not x and not z"},
      {"always y = 1 and z = false", "always y and not z"},
      {"always x && !y", "always x and not y"},
      {"define d = x\n  and y", "define d = x and\n  y"},
      {"prefer P\n  1. x\n  2. not y", "prefer P\n  x\n  not y"},
      {"prefer P\n  - x\n  * y", "prefer P\n  x\n  y"},
      {"prefer P\n  x\n  if y then x", "prefer P\n  x\n  x if y"},
  };
  for (const auto& [wrong, right] : pairs) {
    EXPECT_GT(errors(problems(head + wrong + "\n")), 0) << wrong;
    EXPECT_EQ(fixed(head + wrong + "\n"), head + right + "\n");
    EXPECT_EQ(errors(problems(head + right + "\n")), 0) << right << problemsOf(head + right + "\n");
  }
}

TEST(Fixes, OfNamesAreProposedNotMade) {
  const std::string text = "conflict \"c\"\nparty P\n  option strike\nprefer P\n  strke\n";
  const auto found = problems(text);
  ASSERT_EQ(found.size(), 1U) << problemsOf(text);
  EXPECT_EQ(edited(text, found[0].fix), "conflict \"c\"\nparty P\n  option strike\nprefer P\n  strike\n");
  EXPECT_FALSE(found[0].fixIsSafe);
  EXPECT_TRUE(withSafeFixes(text, found).made.empty());
}

TEST(Fixes, JoinAHyphenatedNameEverywhere) {
  const std::string wrong = "conflict \"c\"\nparty P\n  option stop-loading\nprefer P\n  not stop-loading\n";
  EXPECT_EQ(errors(problems(wrong)), 1);
  EXPECT_EQ(fixed(wrong), "conflict \"c\"\nparty P\n  option stop_loading\nprefer P\n  not stop_loading\n");
}

TEST(Fixes, ShowEachLineBeforeAndAfter) {
  const auto changed =
      changedLines("one\ntwo two\nthree\n", {{{4, 7}, "2"}, {{8, 11}, "2\n2"}, {{12, 17}, "3"}});
  ASSERT_EQ(changed.size(), 2U);
  EXPECT_EQ(changed[0].line, 2U);
  EXPECT_EQ(changed[0].before, "two two");
  EXPECT_EQ(changed[0].after, "2 2\n2");
  EXPECT_EQ(changed[1].line, 3U);
  EXPECT_EQ(changed[1].after, "3");
}

TEST(Fixes, OfWhatBeginnersWriteLeaveASoundFile) {
  const std::vector<std::pair<std::string, std::string>> pairs{
      {"conflict \"c\"\nparty Port Union\n  option call off\nprefer Port Union\n  not call off\n",
       "conflict \"c\"\nparty Port_Union\n  option call_off\nprefer Port_Union\n  not call_off\n"},
      {"conflict \"c\"\nparty P5+1\n  option go\nprefer P5+1\n  go!\n",
       "conflict \"c\"\nparty P5_1\n  option go\nprefer P5_1\n  go\n"},
      {"conflict \"c\" {\nparty A {\n  option x;\n}\nprefer A {\n  !x;\n}\n}\n",
       "conflict \"c\"\nparty A\n  option x\n\nprefer A\n  not x\n\n\n"},
      {"conflict A war: why; how\nparty \"The Port\"\n  option x\nprefer \"The Port\"\n  x.\n",
       "conflict \"A war: why; how\"\nparty Port \"The Port\"\n  option x\nprefer Port\n  x\n"},
      {"conflict \"c\"\nparty A = x, y\nalways x + y <= 1\nweigh A = 3*x - 0.5*y\n",
       "conflict \"c\"\nparty A\n  option x\n  option y\nalways at most 1 of x, y\nweigh A\n  x 3\n  y "
       "-0.5\n"},
      {"conflict \"c\"\nparty A\n  option x\n  option y\nstatus quo x yes, y no\ncan't x and y\nprefer A\n  "
       "x ~ "
       "y\n",
       "conflict \"c\"\nparty A\n  option x\n  option y\nstatus quo x\nnever x and y\nprefer A\n  x | y\n"},
      {"conflict \"c\"\nparties F are A, B\n  option x\nprefer every F\n  self.x\nexpect nash equilibria == "
       "none\n",
       "conflict \"c\"\nparties F of A, B\n  option x\nprefer each F\n  self.x\nexpect nash = none\n"},
  };
  for (const auto& [wrong, right] : pairs) {
    EXPECT_GT(errors(problems(wrong)), 0) << wrong;
    EXPECT_EQ(fixed(wrong), right);
    EXPECT_EQ(errors(problems(right)), 0) << problemsOf(right);
  }
}

// --- what fixes.txt has

struct Slip {
  std::string head;
  std::string wrong;
  std::string right; ///< empty: it has no one meaning
};

std::vector<Slip> slips() {
  const std::map<std::string, std::string> heads{
      {"[two parties]", "conflict \"c\"\nparty {P} \"First\"\n  option {x} \"One\"\n  option {y} \"Two\"\n"
                        "party {Q} \"Second\"\n  option {z} \"Three\"\n"},
      {"[a family]", "conflict \"c\"\nparties F of {A}, {B}, {C}\n  option {g} \"Go\"\n"
                     "party {Q} \"Second\"\n  option {z} \"Three\"\n"},
      {"[states]",
       "conflict \"c\"\nparty {P} \"First\"\n  option {x} \"One\"\n  option {y} \"Two\"\n"
       "party {Q} \"Second\"\n  option {z} \"Three\"\nstate s = none\nstate t = {x}\nstate u = {y}\n"
       "state v = {x}, {z}\n"},
      {"[nothing]", "conflict \"c\"\n"},
  };
  std::vector<Slip> all;
  std::string head;
  std::string text;
  bool behind = false; // the arrow
  const auto end = [&] {
    if (behind)
      all.back().right = text == "left\n" ? "" : text;
    behind = false;
    text.clear();
  };
  std::ifstream file(fs::path(support::root()) / "tests" / "language" / "fixes.txt");
  for (std::string line; std::getline(file, line);)
    if (line.starts_with('#'))
      continue;
    else if (line.starts_with('['))
      head = heads.at(line);
    else if (line.empty())
      end();
    else if (line == "=>") {
      all.push_back({head, text, ""});
      behind = true;
      text.clear();
    } else
      text += line + '\n';
  end();
  return all;
}

using NamesOfText = std::map<std::string, std::string>;

std::string named(std::string text, const NamesOfText& names) {
  for (const auto& [key, name] : names)
    for (std::size_t at = text.find(key); at != std::string::npos; at = text.find(key, at + name.size()))
      text.replace(at, key.size(), name);
  return text;
}

std::optional<std::string> written(const std::string& text) {
  const Parsed parsed = parse(SourceText("t.conflict", text));
  return parsed.conflict ? std::optional(write(*parsed.conflict)) : std::nullopt;
}

// The worst a fix can do is to leave a sound file that says something else.
TEST(Fixes, SayWhatIsMeantOrLeaveAnError) {
  const NamesOfText plain{{"{P}", "Peru"}, {"{Q}", "Qatar"}, {"{x}", "xen"}, {"{y}", "yap"}, {"{z}", "zoo"},
                          {"{A}", "Ann"},  {"{B}", "Bob"},   {"{C}", "Cem"}, {"{g}", "go"}};
  const std::vector<NamesOfText> words{
      {{"{P}", "A"},
       {"{Q}", "B"},
       {"{x}", "a"},
       {"{y}", "b"},
       {"{z}", "c"},
       {"{A}", "A"},
       {"{B}", "B"},
       {"{C}", "C"},
       {"{g}", "a"}},
      {{"{P}", "The"},
       {"{Q}", "An"},
       {"{x}", "an"},
       {"{y}", "a"},
       {"{z}", "that"},
       {"{A}", "An"},
       {"{B}", "A"},
       {"{C}", "The"},
       {"{g}", "the"}},
      {{"{P}", "I"},
       {"{Q}", "It"},
       {"{x}", "to"},
       {"{y}", "that"},
       {"{z}", "it"},
       {"{A}", "I"},
       {"{B}", "They"},
       {"{C}", "We"},
       {"{g}", "will"}},
      {{"{P}", "Want"},
       {"{Q}", "Must"},
       {"{x}", "then"},
       {"{y}", "want"},
       {"{z}", "must"},
       {"{A}", "Self"},
       {"{B}", "Other"},
       {"{C}", "Others"},
       {"{g}", "them"}},
      {{"{P}", "Then"},
       {"{Q}", "Else"},
       {"{x}", "least"},
       {"{y}", "other"},
       {"{z}", "when"},
       {"{A}", "One"},
       {"{B}", "Two"},
       {"{C}", "Most"},
       {"{g}", "most"}},
      {{"{P}", "Start"},
       {"{Q}", "Order"},
       {"{x}", "start"},
       {"{y}", "order"},
       {"{z}", "together"},
       {"{A}", "Now"},
       {"{B}", "Is"},
       {"{C}", "Are"},
       {"{g}", "are"}},
  };
  const auto all = slips();
  EXPECT_GT(all.size(), 180U);
  for (const Slip& slip : all) {
    const std::string text = named(slip.head + slip.wrong, plain);
    EXPECT_GT(errors(problems(text)), 0) << "nothing is wrong with it:\n" << text;
    const std::string after = fixed(text);
    if (slip.right.empty()) {
      EXPECT_GT(errors(problems(after)), 0) << text << "became\n" << after;
      continue;
    }
    const auto right = written(named(slip.head + slip.right, plain));
    ASSERT_TRUE(right) << named(slip.head + slip.right, plain);
    if (const auto made = written(after)) {
      EXPECT_EQ(*made, *right) << text << "became\n" << after;
    }
  }
  for (const NamesOfText& names : words)
    for (const Slip& slip : all) {
      const std::string text = named(slip.head + slip.wrong, names);
      const std::string after = fixed(text);
      const auto made = written(after);
      const auto right = slip.right.empty() ? std::nullopt : written(named(slip.head + slip.right, names));
      if (!made || after == text) // an error is left, or it says something with these names
        continue;
      EXPECT_EQ(*made, right.value_or("an error")) << text << "became\n" << after;
    }
}

} // namespace
} // namespace stasis::language
