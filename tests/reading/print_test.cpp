#include "evidence/normal_text.h"
#include "reading/gold.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace stasis::evidence {
namespace {

/// What an entry says, without its places: texts in the form in which words are compared.
std::string tellingOf(const LedgerEntry& e) {
  const auto normal = [](const std::optional<Passage>& p) {
    return p ? NormalText(p->text).text() : std::string("-");
  };
  const auto words = [](const std::optional<std::string>& w) {
    return w ? NormalText(*w).text() : std::string("-");
  };
  std::string all = normal(e.quote) + " | " + normal(e.content) + " | " + words(e.speaker) + " | " + e.how +
                    " | " + e.rule + " | " + words(e.principal) + " | " + words(e.addressee) + " | " +
                    std::to_string(static_cast<int>(e.kind)) + std::to_string(static_cast<int>(e.confidence));
  if (e.condition)
    all += " | " + e.condition->marker + " " + normal(e.condition->clause);
  return all;
}

std::vector<std::string> tellingsOf(const std::string& text) {
  std::vector<std::string> all;
  for (const LedgerEntry& entry : readReport(text, "x").entries)
    all.push_back(tellingOf(entry));
  return all;
}

/// The first entry that differs, or nothing.
std::string difference(const std::string& one, const std::string& other) {
  const std::vector<std::string> a = tellingsOf(one);
  const std::vector<std::string> b = tellingsOf(other);
  for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i)
    if (i >= a.size() || i >= b.size() || a[i] != b[i])
      return (i < a.size() ? a[i] : "nothing") + "\n" + (i < b.size() ? b[i] : "nothing");
  return {};
}

void replaceAll(std::string& text, const std::string& what, const std::string& with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

/// A report in plain text, whichever the number says.
GoldReport plainReport(std::size_t number) {
  static const std::vector<GoldReport> plain = [] {
    std::vector<GoldReport> some = goldReports();
    std::erase_if(some, [](const GoldReport& r) { return r.path.extension() != ".txt"; });
    return some;
  }();
  return plain[number % plain.size()];
}

/// Double marks and apostrophes from straight to curly, by what stands on their left; or back.
std::string curly(const std::string& text) {
  std::string made;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool opens = i == 0 || text[i - 1] == ' ' || text[i - 1] == '\n' || text[i - 1] == '(';
    if (text[i] == '"')
      made += opens ? "\u201C" : "\u201D";
    else if (text[i] == '\'')
      made += opens ? "\u2018" : "\u2019";
    else
      made += text[i];
  }
  return made;
}

std::string straight(std::string text) {
  for (const char* mark : {"\u201C", "\u201D"})
    replaceAll(text, mark, "\"");
  for (const char* mark : {"\u2018", "\u2019"})
    replaceAll(text, mark, "'");
  return text;
}

RC_GTEST_PROP(Print, CurlyMarksOrStraightOnesReadTheSame, (std::size_t number)) {
  const std::string plain = straight(plainReport(number).text);
  RC_ASSERT(difference(curly(plain), plain) == "");
}

RC_GTEST_PROP(Print, CarriageReturnsChangeNothing, (std::size_t number)) {
  const std::string text = plainReport(number).text;
  std::string windows = text;
  replaceAll(windows, "\n", "\r\n");
  RC_ASSERT(difference(windows, text) == "");
}

RC_GTEST_PROP(Print, SpacesOfAnyKindAndNumberAreOne, (std::size_t number)) {
  const std::string text = plainReport(number).text;
  std::string spaced;
  for (const char c : text) {
    if (c != ' ') {
      spaced += c;
      continue;
    }
    const int kind = *rc::gen::inRange(0, 8);
    spaced += kind == 0 ? "  " : kind == 1 ? "\u00A0" : kind == 2 ? "\u2009 " : " ";
  }
  RC_ASSERT(difference(spaced, text) == "");
}

RC_GTEST_PROP(Print, ADroppedClosingMarkCostsAtMostItsParagraph, (std::size_t number)) {
  const std::string text = straight(plainReport(number).text);
  std::vector<std::size_t> closing;
  for (std::size_t i = 1; i < text.size(); ++i)
    if (text[i] == '"' && text[i - 1] != ' ' && text[i - 1] != '\n' && text[i - 1] != '(')
      closing.push_back(i);
  RC_PRE(!closing.empty());
  const std::size_t dropped = closing[*rc::gen::inRange<std::size_t>(0, closing.size())];
  const std::size_t begin = text.rfind('\n', dropped) == std::string::npos ? 0 : text.rfind('\n', dropped);
  const std::size_t end = std::min(text.find('\n', dropped), text.size());
  const auto outside = [&](const std::string& of, std::size_t shift) {
    std::vector<std::string> quotes;
    for (const LedgerEntry& e : readReport(of, "x").entries)
      if (e.quote && (e.quote->range.end <= begin || e.quote->range.begin + shift >= end))
        quotes.push_back(e.quote->text);
    return quotes;
  };
  std::string broken = text;
  broken.erase(dropped, 1);
  RC_ASSERT(outside(broken, 1) == outside(text, 0));
}

/// The words of a stretch of a page: tags go, and the entities that the reports of these tests use are
/// decoded.
std::string withoutTags(std::string stretch) {
  for (std::size_t at = stretch.find('<'); at != std::string::npos; at = stretch.find('<', at))
    stretch.erase(at, stretch.find('>', at) + 1 - at);
  const std::vector<std::pair<std::string, std::string>> entities = {
      {"&rsquo;", "\u2019"}, {"&ldquo;", "\u201C"}, {"&rdquo;", "\u201D"},
      {"&#8220;", "\u201C"}, {"&#8221;", "\u201D"}, {"&#8217;", "\u2019"},
      {"&amp;", "&"},        {"&quot;", "\""},      {"&nbsp;", "\u00A0"}};
  for (const auto& [entity, character] : entities)
    replaceAll(stretch, entity, character);
  return NormalText(stretch).text();
}

void expectTextAtRange(const GoldReport& report, const std::optional<Passage>& passage) {
  if (!passage)
    return;
  EXPECT_LE(passage->range.end, report.text.size());
  const std::string there =
      report.text.substr(passage->range.begin, passage->range.end - passage->range.begin);
  if (report.path.extension() == ".html")
    EXPECT_EQ(withoutTags(there), NormalText(passage->text).text());
  else
    EXPECT_EQ(there, passage->text);
}

TEST(Print, EveryTextIsTheBytesOfItsRange) {
  for (const GoldReport& report : goldReports())
    for (const LedgerEntry& e : readReport(report.text, "x").entries) {
      for (const auto* passage : {&e.mention, &e.quote, &e.content, &e.consequence})
        expectTextAtRange(report, *passage);
      if (e.condition)
        expectTextAtRange(report, e.condition->clause);
      EXPECT_LE(e.sentence.begin, e.said().range.begin) << report.path << ": " << e.said().text;
    }
}

/// The same report as a page of HTML says the same.
RC_GTEST_PROP(Print, APageSaysWhatItsTextSays, (std::size_t number)) {
  const std::string text = plainReport(number).text;
  RC_PRE(text.find('&') == std::string::npos);
  std::string page = "<!DOCTYPE html><html><head><title>x</title></head><body>\n<p>";
  page += text;
  replaceAll(page, "\n\n", "</p>\n<p>");
  replaceAll(page, "\u201C", "&ldquo;");
  replaceAll(page, "\u2019", "&#8217;");
  page += "</p></body></html>";
  RC_PRE(text.find("\n\n") != std::string::npos);
  const std::vector<std::string> ofPage = tellingsOf(page);
  const std::vector<std::string> ofText = tellingsOf(text);
  RC_ASSERT(ofPage == ofText);
}

TEST(Print, ATagBeforeASentenceIsNoHeadingAndNobody) {
  const Ledger ledger =
      readReport("15:40\n#BREAKING The clerks will not be harmed, Strand tells state radio.\n", "x");
  ASSERT_EQ(ledger.entries.size(), 1U);
  EXPECT_EQ(ledger.entries[0].speaker, "Strand");
  EXPECT_EQ(ledger.entries[0].said().read(), "The clerks will not be harmed");
}

} // namespace
} // namespace stasis::evidence
