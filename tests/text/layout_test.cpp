#include "evidence/text/document.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <sstream>

namespace stasis::evidence {
namespace {

std::string textOf(const std::string& bytes) { return Document(bytes).text(); }

struct Layout {
  std::string name;
  std::string bytes;
  std::string text; ///< one line a paragraph
};

std::string nameOf(const testing::TestParamInfo<Layout>& layout) { return layout.param.name; }

class Layouts : public testing::TestWithParam<Layout> {};

TEST_P(Layouts, AreRead) { EXPECT_EQ(textOf(GetParam().bytes), GetParam().text); }

INSTANTIATE_TEST_SUITE_P(
    Plain, Layouts,
    testing::Values(
        Layout{
            "TwoWrappedLines",
            "Orr said the union would stop all loading if the council leased\nthe quay to a private firm.\n",
            "Orr said the union would stop all loading if the council leased the quay to a private firm."},
        Layout{
            "ACutWord",
            "The town council would close the ferry if the coun-\ncil of the isle took part in the sale.\n",
            "The town council would close the ferry if the council of the isle took part in the sale."},
        Layout{"AWordWithItsHyphen",
               "It was a self-\nimposed limit, the well-known judge of the island said on Monday.\n",
               "It was a self-imposed limit, the well-known judge of the island said on Monday."},
        Layout{
            "AHyphenThatStandsElsewhere",
            "The cease-fire holds. Nobody on the island knows how long the cease-\nfire will last, she "
            "said.\n",
            "The cease-fire holds. Nobody on the island knows how long the cease-fire will last, she said."},
        Layout{"ASoftHyphen", "The gov\u00ADern\u00ADment of the isle will re\u00AD\nsign, he said.\n",
               "The government of the isle will resign, he said."},
        Layout{"Ligatures", "The o\uFB03ce re\uFB02ected and o\uFB00ered to talk.\n",
               "The office reflected and offered to talk."},
        Layout{"UnwrappedLines",
               "Harbour vote put off\nBy Our Correspondent\nThe council put off its vote on the harbour on "
               "Monday evening.\n"
               "Nobody was told why the vote was put off again and again.\n",
               "Harbour vote put off\nBy Our Correspondent\nThe council put off its vote on the harbour on "
               "Monday evening.\n"
               "Nobody was told why the vote was put off again and again."},
        Layout{
            "AShortBlockWhoseLineEndsWithAnArticle",
            "Fisheries\n\nThe board met\nat noon\nof course.\n\nMr Crane: I beg to move that the bill be "
            "read. "
            "The\nGovernment will withdraw it.\n",
            "Fisheries\nThe board met at noon of course.\nMr Crane: I beg to move that the bill be read. The "
            "Government will withdraw it."},
        Layout{"Bullets",
               "The union wants three things:\n\n- a vote in May\n- no sale of\n  the quay\n* more pay\n",
               "The union wants three things:\na vote in May\nno sale of the quay\nmore pay"},
        Layout{"QuotedMail",
               "On Mon, 4 May 2031, Ana Lind wrote:\n\n> We will close the bridge if the\n> river "
               "rises.\n>\n> Ana\n",
               "On Mon, 4 May 2031, Ana Lind wrote:\nWe will close the bridge if the river rises.\nAna"},
        Layout{"APageNumberInASentence",
               "The union will walk out if the council signs\n\n- 12 -\n\nthe sale of the quay.\n",
               "The union will walk out if the council signs the sale of the quay."},
        Layout{"RunningHeads",
               "Report of the Harbour Board   1\n\nThe first page has a sentence that goes on for\nlonger "
               "than the page, if the reader\n\f"
               "Report of the Harbour Board   2\n\nturns it, said Ana Lind of the harbour board, and\nhas an "
               "end.\n",
               "The first page has a sentence that goes on for longer than the page, if the reader turns it, "
               "said Ana Lind "
               "of the harbour board, and has an end."},
        Layout{
            "ABlockQuote",
            "Orr said:\n\n    We will walk out\n    at once.\n\n    We mean it.\n\nThe talks went on.\n",
            "Orr said: \u201CWe will walk out at once.\u201D\n\u201CWe mean it.\u201D\nThe talks went on."},
        Layout{"AQuoteBelow", "In a statement, the union said:\n\n\u201CWe will walk out.\u201D\n",
               "In a statement, the union said: \u201CWe will walk out.\u201D"}),
    nameOf);

INSTANTIATE_TEST_SUITE_P(
    Marks, Layouts,
    testing::Values(
        Layout{"BracketedNotes", "She would[12] not sign.[3] The [new] quay is closed.[citation needed]\n",
               "She would not sign. The [new] quay is closed."},
        Layout{"RaisedNotes", "She would\u00B9 not sign.\u00B2\u00B3 It has 12 km\u00B2.\n",
               "She would not sign. It has 12 km\u00B2."},
        Layout{"GluedNotes",
               "\u201CWe will not sign,\u201D1 said Orr. The strike went on.2 Velm3 did not move.\n",
               "\u201CWe will not sign,\u201D said Orr. The strike went on. Velm did not move."},
        Layout{"NumbersStay", "The G7 met at 10.30 for $1.2 billion, vol.3 of act no.7, in 2031.\n",
               "The G7 met at 10.30 for $1.2 billion, vol.3 of act no.7, in 2031."},
        Layout{"YearsInBracketsStay", "She said \u201Cthat [2031] was the year\u201D of it.\n",
               "She said \u201Cthat [2031] was the year\u201D of it."},
        Layout{"Links",
               "[Mina Orr](https://velm.example/a_b) said **no**, and _never_ ~~ever~~ again "
               "<https://velm.example/>.\n",
               "Mina Orr said no, and never  again."},
        Layout{"Entities", "Orr said: &ldquo;We won&#8217;t sign &amp; go.&rdquo;\n",
               "Orr said: \u201CWe won\u2019t sign & go.\u201D"},
        Layout{"Escapes", "Orr said \\\"no\\\" to file\\_name.\n", "Orr said \"no\" to file_name."}),
    nameOf);

INSTANTIATE_TEST_SUITE_P(
    Pages, Layouts,
    testing::Values(
        Layout{"LineEnds", "<p>The mayor said the city would close<br>if the river rose.</p>",
               "The mayor said the city would close if the river rose."},
        Layout{"QuotesAndStruckOut", "<p>Orr said: <q>We will <del>not</del> never sell</q>.</p>",
               "Orr said: \u201CWe will never sell\u201D."},
        Layout{"Hidden",
               "<p>Yes.</p><p hidden>No.</p><div style='display: "
               "none'>No.</div><nav>No.</nav><aside><p>No.</p></aside>"
               "<figcaption>No.</figcaption><script>var no;</script><style>p{}</style><footer>No.</footer>",
               "Yes."},
        Layout{"Entities", "<p>Caf&eacute; &amp; AT&T &#8217;s &copy2031 &lt;b&gt;</p>",
               "Caf\u00E9 & AT&T \u2019s \u00A92031 <b>"},
        Layout{"Notes", "<p>She would<sup>[1]</sup> not sign<sup>2</sup> on the 4<sup>th</sup>.</p>",
               "She would not sign on the 4th."},
        Layout{"ABlockQuote",
               "<p>Orr said:</p><blockquote><p>We go.</p><p>And stay.</p></blockquote><p>So it was.</p>",
               "Orr said: \u201CWe go.\u201D\n\u201CAnd stay.\u201D\nSo it was."},
        Layout{"Labels", "<dl><dt>Orr</dt><dd>We go.</dd><dt>Lind:</dt><dd><p>We stay.</p></dd></dl>",
               "Orr: We go.\nLind:\nWe stay."},
        Layout{"AListAlone", "<dl><dt>Orr</dt><dd>We go.</dd></dl>", "Orr: We go."},
        Layout{"ClosedBadly", "<p>One <b>two<p>three</b> four<div>five", "One two\nthree four\nfive"},
        Layout{"WindowsEntities", "<p>It&#146;s &#147;so&#148;</p>", "It\u2019s \u201Cso\u201D"}),
    nameOf);

TEST(Layout, FactsOfAPage) {
  const std::string page =
      "<!DOCTYPE html><html lang=en><head><title>Site</title><meta property='og:title' content='The vote'>"
      "<script type='application/ld+json'>{\"datePublished\": \"2031-05-03\"}</script>"
      "<meta property='article:published_time' content='2031-05-04T08:00:00Z'></head>"
      "<body><time datetime='2030-01-01'>then</time><p>It was put off.</p></body></html>";
  const Document document(page);
  EXPECT_EQ(document.facts().date, "2031-05-04");
  EXPECT_EQ(document.facts().title, "The vote");
}

TEST(Layout, DatesOfJsonAndTimeCountWhereNothingSurerIs) {
  EXPECT_EQ(Document("<html><script "
                     "type='application/ld+json'>{\"datePublished\":\"2031-05-03\"}</script><p>x</p></html>")
                .facts()
                .date,
            "2031-05-03");
  EXPECT_EQ(Document("<p><time datetime='2030-01-01'>then</time></p>").facts().date, "2030-01-01");
}

/// Every paragraph is found at its bytes: what was left out between its words aside.
TEST(Layout, RangesLeadToTheFile) {
  const std::string page = "<div><p>One &amp; <b>two</b></p>\n<p>Three</p></div>";
  const Document document(page);
  const auto at = document.text().find("two");
  const model::Range range = document.original({at, at + 3});
  EXPECT_EQ(page.substr(range.begin, range.end - range.begin), "two");
  const auto sign = document.text().find('&');
  const model::Range entity = document.original({sign, sign + 1});
  EXPECT_EQ(page.substr(entity.begin, entity.end - entity.begin), "&amp;");
}

/// Words without capitals or marks, so that nothing but the margin decides.
std::string randomProse() {
  static const std::vector<std::string> words = {
      "the",   "council", "of", "harbours", "will",   "sign", "no",    "contract", "unless", "unions",
      "agree", "to",      "it", "before",   "friday", "and",  "ships", "may",      "leave",  "again"};
  std::string text = "The";
  for (int i = *rc::gen::inRange(20, 120); i > 0; --i)
    text += ' ' + words[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(words.size())))];
  return text + '.';
}

std::string wrapped(const std::string& text, std::size_t margin, const std::string& before) {
  std::istringstream stream(text);
  std::string out;
  std::string line = before;
  for (std::string word; stream >> word;) {
    if (line.size() > before.size() && line.size() + 1 + word.size() > margin) {
      out += line + '\n';
      line = before;
    }
    line += (line.size() > before.size() ? " " : "") + word;
  }
  return out + line + '\n';
}

RC_GTEST_PROP(Layout, AWrappedTextIsItsUnwrappedOne, ()) {
  std::string plain;
  std::string broken;
  const auto margin = static_cast<std::size_t>(*rc::gen::inRange(40, 100));
  const std::string before = *rc::gen::element<std::string>("", "> ", "  ", ">> ");
  for (int i = *rc::gen::inRange(1, 5); i > 0; --i) {
    const std::string one = randomProse();
    plain += (plain.empty() ? "" : "\n") + one;
    broken += wrapped(one, margin, before) + "\n";
  }
  RC_ASSERT(textOf(broken) == plain);
}

/// A map byte by byte, as slow as it is plain.
RC_GTEST_PROP(Layout, MapsLeadBack, ()) {
  CleanText text;
  std::vector<model::Range> from;
  std::size_t at = 0;
  for (int i = *rc::gen::inRange(1, 30); i > 0; --i) {
    const auto length = static_cast<std::size_t>(*rc::gen::inRange(1, 6));
    const int kind = *rc::gen::inRange(0, 3);
    at += static_cast<std::size_t>(*rc::gen::inRange(0, 3)); // bytes that are left out
    if (kind == 0) {
      text.copy(std::string(length, 'c'), at);
      for (std::size_t k = 0; k < length; ++k)
        from.push_back({at + k, at + k + 1});
      at += length;
    } else if (kind == 1) {
      text.copy(std::string(length, 'w'), at, 2);
      for (std::size_t k = 0; k < length; ++k)
        from.push_back({at + 2 * k, at + 2 * k + 2});
      at += 2 * length;
    } else {
      text.put(std::string(length, 'p'), {at, at + 7});
      for (std::size_t k = 0; k < length; ++k)
        from.push_back({at, at + 7});
      at += 7;
    }
  }
  const auto begin = static_cast<std::size_t>(*rc::gen::inRange<int>(0, static_cast<int>(from.size())));
  const auto end = static_cast<std::size_t>(
      *rc::gen::inRange<int>(static_cast<int>(begin) + 1, static_cast<int>(from.size()) + 1));
  RC_ASSERT(text.original({begin, end}) == (model::Range{from[begin].begin, from[end - 1].end}));
}

TEST(Layout, BadPagesAreRefusedOrRead) {
  std::string deep;
  for (int i = 0; i < 1000000; ++i)
    deep += "<div>";
  EXPECT_NE(Document(deep).problem(), "");
  std::string fonts = "<p>";
  for (int i = 0; i < 900; ++i)
    fonts += "<font a" + std::to_string(i) + "=1><p>x";
  Document(fonts).text();
  EXPECT_EQ(textOf("<p>cut <b>off &am"), "cut off &am");
  EXPECT_EQ(textOf("<p>cut <a href=\"x"), "cut");
  EXPECT_EQ(textOf(""), "");
}

TEST(Layout, ALineOfMegabytesIsRead) {
  const std::string line(std::size_t{20} << 20U, 'a');
  EXPECT_EQ(Document(line).text().size(), line.size());
}

TEST(Layout, ATextThatIsNoReportIsRefusedAtOnce) {
  const std::string longer(longestText + 1, 'a');
  const Document document(longer);
  EXPECT_NE(document.problem().find("32 MiB"), std::string::npos);
  EXPECT_EQ(document.text(), "");
}

} // namespace
} // namespace stasis::evidence
