#include "evidence/passage.h"
#include "support/processor_time.h"
#include "support/property.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace stasis::evidence {
namespace {

using model::Range;

std::string normal(std::string_view text) { return NormalText(text).text(); }

TEST(NormalText, WhiteSpace) {
  EXPECT_EQ(normal("a  b\t\r\n c"), "a b c");
  EXPECT_EQ(normal("  a\u00A0b\u202Fc\u3000d "), "a b c d ");
  EXPECT_EQ(normal("soft\u00ADhyphen\u200B\uFEFF"), "softhyphen");
  EXPECT_EQ(normal(""), "");
}

TEST(NormalText, MarksAndDashes) {
  EXPECT_EQ(normal("‘a’ “b” «c» \"d\" 'e'"), "'a' 'b' 'c' 'd' 'e'");
  EXPECT_EQ(normal("a – b—c -- d‑e"), "a-b-c-d-e");
  EXPECT_EQ(normal("a… b"), "a... b");
}

TEST(NormalText, OtherCharactersStandForThemselves) {
  EXPECT_EQ(normal("Türkiye Отказ 北京"), "Türkiye Отказ 北京");
  EXPECT_EQ(normal("bad \xff\xfe\x80 bytes"), "bad \xff\xfe\x80 bytes");
}

TEST(NormalText, BytesKnowWhereTheyCameFrom) {
  const std::string text = "a\u00A0 “bé” — c";
  const NormalText normalText(text);
  EXPECT_EQ(normalText.text(), "a 'bé'-c");
  const auto at = [&](std::size_t begin, std::size_t end) {
    const Range r = normalText.original({begin, end});
    return text.substr(r.begin, r.end - r.begin);
  };
  EXPECT_EQ(at(0, 1), "a");
  EXPECT_EQ(at(2, 3), "“");
  EXPECT_EQ(at(2, 7), "“bé”");
  EXPECT_EQ(at(6, 9), "” — c");
}

TEST(Quotation, IsCutAtGaps) {
  using Pieces = std::vector<std::string>;
  EXPECT_EQ(Quotation("one two").pieces(), (Pieces{"one two"}));
  EXPECT_EQ(Quotation("one […] two [...] three … four ... five").pieces(),
            (Pieces{"one", "two", "three", "four", "five"}));
  EXPECT_EQ(Quotation("… one [ … ] two....").pieces(), (Pieces{"one", "two"}));
  EXPECT_EQ(Quotation("[sic] one.. two").pieces(), (Pieces{"[sic] one.. two"}));
  EXPECT_EQ(Quotation("").pieces(), Pieces{});
  EXPECT_EQ(Quotation(" … . […] !").pieces(), Pieces{});
}

std::string found(std::string_view quotation, const std::string& source) {
  const auto result = find(Quotation(quotation), NormalText(source));
  return result.found ? source.substr(result.found->begin, result.found->end - result.found->begin)
                      : "missing " + std::to_string(result.missing);
}

const std::string report = "The minister said:\n“If any troops appear there, especially during\nthe ongoing "
                           "hostilities, we’ll assume\u00A0they are targets — for\u00ADeign or not.”\n";

TEST(Find, WordsEqualUpToPrint) {
  EXPECT_EQ(found("If any troops appear there", report), "If any troops appear there");
  EXPECT_EQ(found("during the ongoing hostilities, we'll assume they are targets - foreign or not", report),
            "during\nthe ongoing hostilities, we’ll assume\u00A0they are targets — for\u00ADeign or not");
  EXPECT_EQ(found("said: 'If any", report), "said:\n“If any");
}

TEST(Find, CaseAndWholeWordsCount) {
  EXPECT_EQ(found("if any troops", report), "missing 0");
  EXPECT_EQ(found("any troop", report), "missing 0");
  EXPECT_EQ(found("ny troops", report), "missing 0");
  EXPECT_EQ(found("art", "party art."), "art");
  EXPECT_EQ(found("party", "partys party"), "party");
}

TEST(Find, SignsAreNoPartOfWords) {
  EXPECT_EQ(found("paid 40", "paid 40€ť"), "paid 40") << "beside a currency sign";
  EXPECT_EQ(found("paid 40€", "paid 40€ť now"), "paid 40€") << "the words end where the sign does";
  EXPECT_EQ(found("Dupr", "Dupré"), "missing 0");
  EXPECT_EQ(found("ré", "Dupré"), "missing 0");
}

TEST(Find, GapsSkipWordsInBetween) {
  EXPECT_EQ(found("any troops […] hostilities", report),
            "any troops appear there, especially during\nthe ongoing hostilities");
  EXPECT_EQ(found("hostilities … any troops", report), "missing 1");
  EXPECT_EQ(found("a … b … c", "a a b a b c b c"), "a b c") << "as little as possible is skipped";
  EXPECT_EQ(found("targets…foreign", report), "targets — for\u00ADeign");
}

// By brute force: a quotation is found exactly if it is a run of words of a random text, or, with gaps
// between all its words, a subsequence.
TEST(Find, RandomTexts) {
  EXPECT_TRUE(rc::check([] {
    const auto word = rc::gen::element<std::string>("a", "b", "ab");
    const auto words = *rc::gen::container<std::vector<std::string>>(word);
    const auto wanted = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(word));
    const auto joined = [](const std::vector<std::string>& list, const char* by) {
      std::string text;
      for (const auto& one : list)
        text += (text.empty() ? "" : by) + one;
      return text;
    };
    const std::string text = joined(words, "\n ");
    const bool isThere = !std::ranges::search(words, wanted).empty();
    RC_ASSERT(find(Quotation(joined(wanted, " ")), NormalText(text)).found.has_value() == isThere);
    std::size_t next = 0;
    for (const auto& one : words)
      next += next < wanted.size() && one == wanted[next] ? 1 : 0;
    const auto withGaps = find(Quotation(joined(wanted, "…")), NormalText(text));
    RC_ASSERT(withGaps.found.has_value() == (next == wanted.size()));
  }));
}

std::string near(std::string_view piece, const std::string& source) {
  const auto at = nearest(piece, NormalText(source));
  return at ? source.substr(at->begin, at->end - at->begin) : "nothing";
}

TEST(NearestPassage, FindsWhatWasMeant) {
  EXPECT_EQ(near("If some troops appear there during the ongoing hostilities", report),
            "If any troops appear there, especially during\nthe ongoing hostilities");
  EXPECT_EQ(near("any troops apear there", report), "any troops appear there") << "a misspelt word";
  EXPECT_EQ(near("IF ANY TROOPS APPEAR", report), "If any troops appear");
  EXPECT_EQ(near("hostilites", report), "hostilities");
  const std::string letter = "Dear all. We will never close the mill. Yours";
  EXPECT_EQ(near("We shall never shut the works", letter), "We will never close the mill")
      << "another last word";
  EXPECT_EQ(near("You will never close the mill, ever", letter), "We will never close the mill")
      << "and a first";
  EXPECT_EQ(near("never close the works", "“We will never close the mill,” said Mina Orr."),
            "never close the mill")
      << "nor of the quotation";
  EXPECT_EQ(near("never close the mill in the town", letter), "never close the mill")
      << "not beyond the sentence";
  EXPECT_EQ(near("there will be peace in our time", report), "nothing");
  EXPECT_EQ(near("anything", ""), "nothing");
}

// Rare words weigh more than frequent ones, wherever they stand.
TEST(NearestPassage, PrefersRareWords) {
  std::string source;
  for (int i = 0; i < 100; ++i)
    source += "and then the of it was in the end of the day to be. ";
  source += "Uniroyal accepts the original control order. ";
  EXPECT_EQ(near("Uniroyal accepts the control order", source),
            "Uniroyal accepts the original control order");
}

class Large : public testing::Test {
protected:
  static constexpr std::size_t size = 10'000'000;
  ~Large() override {
    EXPECT_LT(support::processorSeconds() - started_, 30); // under sanitizers
  }

private:
  double started_ = support::processorSeconds();
};

TEST_F(Large, SourceOfTenMegabytes) {
  std::string source;
  for (std::size_t i = 0; source.size() < size; ++i)
    source += "word" + std::to_string(i % 100'000) + (i % 12 == 0 ? ".\n" : " ");
  source += "the very last words of it";
  const NormalText text(source);
  const auto result = find(Quotation("the very last words"), text);
  ASSERT_TRUE(result.found.has_value());
  EXPECT_EQ(result.found->end, source.size() - 6);
  EXPECT_FALSE(find(Quotation("the very lost words"), text).found.has_value());
  const auto near = nearest("the very lost words", text);
  ASSERT_TRUE(near.has_value());
  EXPECT_EQ(near->end, source.size() - 6);
}

TEST_F(Large, PeriodicTextsAndQuotations) {
  const std::string source(size, 'a');
  const NormalText text(source);
  EXPECT_FALSE(find(Quotation(std::string(5000, 'a')), text).found.has_value());
  std::string spaced;
  while (spaced.size() < size)
    spaced += "a ";
  const std::string wanted = spaced.substr(0, 20'000) + "b";
  const NormalText spacedText(spaced);
  EXPECT_FALSE(find(Quotation(wanted), spacedText).found.has_value());
  EXPECT_TRUE(nearest(wanted, spacedText).has_value());
  EXPECT_TRUE(find(Quotation("a…a…a"), spacedText).found.has_value());
}

} // namespace
} // namespace stasis::evidence
