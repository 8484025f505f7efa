// The HTML report, read back as a browser would: every tag is closed, every link has its target, nothing of
// the case is taken for markup, and nothing is requested.
#include "session.h"
#include "support/root.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

namespace stasis::test {
namespace {

namespace fs = std::filesystem;

std::string htmlOf(const std::string& file, const std::string& folder = support::root()) {
  const Ran ran = run("stasis report '" + file + "' 2>/dev/null", folder);
  EXPECT_EQ(ran.status, 0) << file;
  std::string text;
  for (const auto& line : ran.lines)
    text += line + "\n";
  return text;
}

std::set<std::string> all(const std::string& html, const std::string& attribute) {
  std::set<std::string> values;
  const std::regex pattern(" " + attribute + "=\"([^\"]*)\"");
  for (std::sregex_iterator it(html.begin(), html.end(), pattern), end; it != end; ++it)
    values.insert((*it)[1]);
  return values;
}

void expectWellFormed(const std::string& html, const std::string& file) {
  static const std::set<std::string> empty{"meta", "br", "!doctype"};
  std::vector<std::string> open;
  for (std::size_t at = 0; (at = html.find('<', at)) != std::string::npos;) {
    const std::size_t end = html.find('>', at);
    ASSERT_NE(end, std::string::npos) << file;
    const std::string tag = html.substr(at + 1, end - at - 1);
    const std::string name =
        tag.substr(tag.front() == '/' ? 1 : 0, tag.find_first_of(" \n") - (tag.front() == '/' ? 1 : 0));
    if (tag.front() == '/') {
      ASSERT_FALSE(open.empty()) << file << ": " << html.substr(at, 80);
      ASSERT_EQ(open.back(), name) << file << ": " << html.substr(at > 200 ? at - 200 : 0, 280);
      open.pop_back();
    } else if (tag.back() != '/' && !empty.contains(name)) {
      open.push_back(name);
    }
    at = end;
  }
  EXPECT_TRUE(open.empty()) << file << ": " << open.back();
}

void expectAtHome(const std::string& html, const std::string& file) {
  const auto ids = all(html, "id");
  for (const auto& link : all(html, "href")) {
    ASSERT_TRUE(link.starts_with("#")) << file << ": " << link;
    EXPECT_TRUE(ids.contains(link.substr(1))) << file << ": " << link << " leads nowhere";
  }
  for (const std::string outside :
       {"http:", "https:", "url(", "@import", "<script", "<link", "<img", "<iframe", " src="})
    EXPECT_EQ(html.find(outside), std::string::npos) << file << ": " << outside;
  EXPECT_NE(html.find("default-src 'none'"), std::string::npos);
}

TEST(Report, OfEveryConflictOfTheGalleryIsWholeAndAtHome) {
  std::size_t made = 0;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(support::root()) / "conflicts")) {
    const std::string file = entry.path().string();
    if (entry.path().extension() != ".conflict")
      continue;
    const std::string html = htmlOf(file);
    expectWellFormed(html, file);
    expectAtHome(html, file);
    ++made;
  }
  EXPECT_GE(made, 10U);
}

TEST(Report, LinksEveryCitationToItsPassageAndBack) {
  const std::string html = htmlOf("conflicts/foreign-troops/foreign-troops.conflict");
  const auto ids = all(html, "id");
  const auto passages = std::ranges::count_if(ids, [](const auto& id) { return id.starts_with("passage-"); });
  const auto cited = std::ranges::count_if(ids, [](const auto& id) { return id.starts_with("cite-"); });
  EXPECT_GT(passages, 20);
  EXPECT_EQ(passages, cited);
  EXPECT_NE(html.find("<mark>"), std::string::npos);
  EXPECT_NE(html.find("<svg class=\"tree\""), std::string::npos);
}

TEST(Report, SaysOnItsFirstPageWhoWouldDoWhatInLabels) {
  const std::string flagship = htmlOf("conflicts/foreign-troops/foreign-troops.conflict");
  EXPECT_NE(
      flagship.find("Today holds by fear: Russia would rather choose “Accept neutral ground for a meeting”; "
                    "only the fear of what others could do prevents it."),
      std::string::npos);
  // 76 of 1,824 can hold; three of these have a name, and three of the named ones fall.
  EXPECT_NE(flagship.find("and 1,818 outcomes nobody named: 73 can hold"), std::string::npos);
  EXPECT_NE(flagship.find("If Russia could not take back “Accept a settlement”, it would hold by itself."),
            std::string::npos);
}

// The names of concepts stand in the last part alone, for specialists, unless they are asked for.
TEST(Report, NamesNoConceptBeforeItsLastPartUnlessAsked) {
  const std::string file = "conflicts/foreign-troops/foreign-troops.conflict";
  const std::string html = htmlOf(file);
  const std::size_t last = html.find("<section id=\"specialists\"");
  ASSERT_NE(last, std::string::npos);
  // The model's own text names them, in lines of what it expects.
  const std::string before = html.substr(0, html.find("<section id=\"text\""));
  for (const std::string name : {"Nash", "GMR", "SMR", "SEQ", "equilibri"})
    EXPECT_EQ(before.find(name), std::string::npos) << name;
  EXPECT_NE(html.find("GMR, not SEQ", last), std::string::npos);
  const std::string named = htmlOf(file + "' '--concepts");
  EXPECT_NE(named.substr(0, named.find("<section id=\"text\"")).find("Nash"), std::string::npos);
}

TEST(Report, OfTooManyOptionsShowsNoLettersInTheTableAndTheDrawing) {
  const std::string html = htmlOf("conflicts/foreign-troops/full.conflict");
  const std::size_t why = html.find("<section id=\"why\"");
  ASSERT_NE(why, std::string::npos);
  std::string seen = html.substr(0, why);
  for (std::size_t at = 0; (at = seen.find("href=\"", at)) != std::string::npos;) // links are not seen
    seen.erase(at, seen.find('"', at + 6) - at + 1);
  EXPECT_FALSE(std::regex_search(seen, std::regex("[YN]{20}")));
}

TEST(Report, OfTheSameCaseIsTheSameBytes) {
  EXPECT_EQ(htmlOf("conflicts/syria-iraq/syria-iraq.conflict"),
            htmlOf("conflicts/syria-iraq/syria-iraq.conflict"));
}

TEST(Report, TakesNoWordOfTheCaseForMarkup) {
  std::string folder = (fs::temp_directory_path() / "stasis-XXXXXX").string();
  ASSERT_NE(::mkdtemp(folder.data()), nullptr);
  const std::string bad = "</title><script>alert(1)</script><b onclick='x'>&amp;";
  std::ofstream(folder + "/report.txt") << "He said " << bad << " and left.\n";
  std::ofstream(folder + "/m.conflict")
      << "conflict \"" << bad << "\"\nabout \"" << bad << "\"\nsource s \"report.txt\" \"" << bad << "\"\n"
      << "party A \"" << bad << "\"\n  option x \"" << bad << "\"\n    because s \"" << bad << "\"\n"
      << "party B\n  option y\nstatus quo x\nstate z \"" << bad << "\" = x, y\n"
      << "prefer A\n  not y\n  x\nprefer B\n  y if x\n  # " << bad << "\n  not x\n";
  const std::string html = htmlOf("m.conflict", folder);
  expectWellFormed(html, "m.conflict");
  expectAtHome(html, "m.conflict");
  EXPECT_EQ(html.find("<script"), std::string::npos);
  EXPECT_EQ(html.find("<b "), std::string::npos);
  EXPECT_NE(html.find("&lt;script&gt;alert(1)&lt;/script&gt;"), std::string::npos);
  fs::remove_all(folder);
}

} // namespace
} // namespace stasis::test
