#include "analysis/states/open_engine.h"
#include "drafting/draft.h"
#include "drafting/short_name.h"
#include "evidence/citations.h"
#include "evidence/reading/read_report.h"
#include "language/parse.h"
#include "stability/solution.h"
#include "support/dice.h"

#include <gtest/gtest.h>

#include <array>

namespace stasis::drafting {
namespace {

using evidence::Condition;
using evidence::LedgerEntry;
using evidence::Passage;
using evidence::SpeechAct;

// A report of this test's own, and its ledger by hand: who said which words.
class Case {
public:
  explicit Case(std::string text) : text_(std::move(text)) { ledger_.source = "report.txt"; }

  Passage passage(const std::string& words) const {
    const auto begin = text_.find(words);
    EXPECT_NE(begin, std::string::npos) << words;
    return {words, {begin, begin + words.size()}};
  }

  LedgerEntry& said(SpeechAct kind, const std::string& speaker, const std::string& words) {
    LedgerEntry entry;
    entry.id = ledger_.entries.size() + 1;
    entry.source = "report.txt";
    entry.kind = kind;
    entry.speaker = speaker;
    entry.content = passage(words);
    ledger_.entries.push_back(entry);
    return ledger_.entries.back();
  }

  std::vector<LedgerEntry*> all() {
    std::vector<LedgerEntry*> entries;
    for (LedgerEntry& entry : ledger_.entries)
      entries.push_back(&entry);
    return entries;
  }
  model::Range sentenceOf(model::Range words) const {
    const auto before = text_.rfind(". ", words.begin);
    const auto behind = text_.find('.', words.end);
    return {before == std::string::npos ? 0 : before + 2,
            behind == std::string::npos ? text_.size() : behind + 1};
  }

  DraftReport report(const std::string& path, const std::string& date) const {
    DraftReport one{path, text_, ledger_};
    one.ledger.date = date;
    return one;
  }

  Drafted drafted(std::size_t options = fewOptions) const {
    return draft({{"report.txt", text_, ledger_}}, options);
  }

private:
  std::string text_;
  evidence::Ledger ledger_;
};

std::unique_ptr<model::Conflict> sound(const std::string& draftText, const std::string& report) {
  auto parsed = language::parse(language::SourceText("draft", draftText));
  EXPECT_FALSE(language::hasErrors(parsed.diagnostics)) << draftText;
  if (!parsed.conflict)
    return nullptr;
  auto conflict = std::make_unique<model::Conflict>(std::move(*parsed.conflict));
  const auto citations = evidence::checkCitations(
      *conflict, "", [&](const std::string&) { return evidence::SourceContent{report, {}}; });
  for (const auto& one : citations.diagnostics)
    EXPECT_NE(one.severity, language::Severity::error) << one.message << "\n" << draftText << "\n" << report;
  const auto opened = analysis::openEngine(*conflict, {}, {});
  EXPECT_FALSE(language::hasErrors(opened.diagnostics)) << draftText;
  if (opened.engine)
    stability::solve(*opened.engine, {model::Concept::nash, model::Concept::seq});
  return conflict;
}

const std::string portReport = "The dockers will walk out if the port is sold. The company rejected the "
                               "second bid. The ministry asked the "
                               "company to open its books. The company agreed. The company said it would "
                               "open the gate only if the union left.";

TEST(Draft, HasAPartyForEachWhoActsOrIsActedOnAndAnOptionForEachThing) {
  Case port(portReport);
  auto& threat = port.said(SpeechAct::threat, "Dockers", "The dockers will walk out if the port is sold");
  threat.condition = Condition{"if", port.passage("the port is sold")};
  port.said(SpeechAct::refusal, "Company", "the second bid").mention = port.passage("The company");
  auto& asked = port.said(SpeechAct::request, "Ministry", "the company to open its books");
  asked.mention = port.passage("The ministry");
  for (LedgerEntry* entry : port.all())
    entry->sentence = port.sentenceOf(entry->content->range);
  const auto drafted = port.drafted();
  const auto conflict = sound(drafted.text, portReport);
  ASSERT_TRUE(conflict) << drafted.text;
  EXPECT_EQ(conflict->parties.size(), 4U) << drafted.text; // Dockers, Company, Ministry, Events
  EXPECT_NE(drafted.text.find("  walk_out if sell_port\n"), std::string::npos) << drafted.text;
  EXPECT_NE(drafted.text.find("prefer Company\n  not accept_bid\n"), std::string::npos) << drafted.text;
  EXPECT_NE(drafted.text.find("prefer Ministry\n  open_book\n"), std::string::npos) << drafted.text;
}

TEST(Draft, WhatCouldNotBeDecidedIsACommentWithItsReason) {
  Case port(portReport);
  port.said(SpeechAct::threat, "Dockers", "The dockers will walk out").speaker.reset();
  port.said(SpeechAct::accusation, "Company", "The ministry asked");
  const auto drafted = port.drafted();
  EXPECT_TRUE(sound(drafted.text, portReport));
  EXPECT_EQ(drafted.unused, 2U);
  EXPECT_EQ(drafted.wishes, 0U);
  EXPECT_NE(
      drafted.text.find("#   report, line 1, nobody named, speaker not told: The dockers will walk out\n"),
      std::string::npos)
      << drafted.text;
}

TEST(Draft, OnlyIfIsNotWithoutIt) {
  Case port(portReport);
  auto& only = port.said(SpeechAct::offer, "Company", "it would open the gate only if the union left");
  only.condition = Condition{"only if", port.passage("the union left")};
  const std::string text = port.drafted().text;
  EXPECT_NE(text.find("  not open_gate if not leave\n"), std::string::npos) << text;
}

TEST(Draft, WhatNobodyAssertedIsNoWish) {
  for (const auto reality :
       {evidence::Reality::denied, evidence::Reality::negated, evidence::Reality::hypothetical,
        evidence::Reality::asked, evidence::Reality::reported}) {
    Case port(portReport);
    port.said(SpeechAct::commitment, "Company", "it would open the gate").reality = reality;
    EXPECT_EQ(port.drafted().wishes, 0U);
  }
  Case port(portReport);
  port.said(SpeechAct::commitment, "Company", "it would open the gate");
  EXPECT_EQ(port.drafted().wishes, 1U);
}

TEST(Draft, TheLaterReportOfTheSameSpeakerHoldsWhateverTheOrderGiven) {
  Case monday("The company said it would open the gate.");
  monday.said(SpeechAct::commitment, "Company", "it would open the gate");
  Case friday("The company said it would not open the gate.");
  friday.said(SpeechAct::refusal, "Company", "it would not open the gate");
  const auto early = monday.report("monday.txt", "2025-03-03");
  const auto late = friday.report("friday.txt", "2025-03-07");
  for (const auto& reports : {std::vector{early, late}, std::vector{late, early}}) {
    const auto drafted = draft(reports);
    EXPECT_EQ(drafted.options, 1U) << drafted.text;
    EXPECT_EQ(drafted.wishes, 1U) << drafted.text;
    EXPECT_NE(drafted.text.find("  not open_gate\n"), std::string::npos) << drafted.text;
    EXPECT_NE(drafted.text.find("monday, line 1, Company, said otherwise later: it would open the gate"),
              std::string::npos)
        << drafted.text;
  }
}

std::string draftOf(const std::string& text) {
  return draft({{"report.txt", text, evidence::readReport(text, "report.txt")}}).text;
}

TEST(Draft, WhatIsNobodysActCannotBeWithoutWhatItHangsOn) {
  const std::string only = draftOf("The truce will begin only after Suria withdraws, Norland said.\n");
  EXPECT_NE(only.find("\nnever begin_truce and not withdraw\n"), std::string::npos) << only;
  const std::string until =
      draftOf("The talks cannot start until Suria withdraws its guns, Norland's minister said.\n");
  EXPECT_NE(until.find("\nnever start_talks and not withdraw_gun\n"), std::string::npos) << until;
  for (const char* other : {"Norland said the truce would not begin only because Suria withdrew.\n",
                            "Norland said the truce would begin even if Suria did not withdraw.\n",
                            "The truce will begin, Norland said, after the feast.\n"})
    EXPECT_EQ(draftOf(other).find("\nnever "), std::string::npos) << other;
}

TEST(Draft, OneThingInsteadOfAnotherIsNeverBoth) {
  const std::string text = draftOf("Norland said it would pay a fine instead of closing the port.\n");
  EXPECT_NE(text.find("\nnever pay_fine and close_port\n"), std::string::npos) << text;
  EXPECT_EQ(text.find("\n  not pay_fine"), std::string::npos) << text;
  EXPECT_EQ(draftOf("Norland said it would not pay a fine instead of closing the port.\n").find("\nnever "),
            std::string::npos);
}

TEST(Draft, WhatGoesOnAlreadyIsTheStatusQuo) {
  for (const char* goesOn :
       {"Norland will continue to shell the port unless Suria withdraws, its minister said.\n",
        "Norland said it would stop shelling the port if Suria withdrew.\n",
        "Norland said it would never stop shelling the port.\n"})
    EXPECT_NE(draftOf(goesOn).find("\nstatus quo shell_port\n"), std::string::npos) << goesOn;
  for (const char* not_ : {"Norland said it would shell the port if Suria armed.\n",
                           "Norland said it would start shelling the port if Suria armed.\n"})
    EXPECT_NE(draftOf(not_).find("\nstatus quo none\n"), std::string::npos) << not_;
}

TEST(Draft, TodayIsAStateThatCanBe) {
  const std::string text =
      draftOf("Norland said it would continue to shell the port. Norland said it would shell the "
              "port instead of attacking the town. Norland said it would stop attacking the town.\n");
  const auto parsed = language::parse(language::SourceText("draft", text));
  EXPECT_FALSE(language::hasErrors(parsed.diagnostics)) << text;
  EXPECT_EQ(text.find("\nnever shell_port and attack_town\n"), std::string::npos) << text;
}

TEST(Draft, OptionsAreBounded) {
  Case port(portReport);
  port.said(SpeechAct::commitment, "Company", "it would open the gate");
  port.said(SpeechAct::threat, "Dockers", "The dockers will walk out");
  EXPECT_EQ(port.drafted().options, 2U);
  EXPECT_EQ(port.drafted(1).options, 1U);
  EXPECT_EQ(port.drafted(1).unused, 1U);
  EXPECT_TRUE(sound(port.drafted(0).text, portReport));
}

TEST(Draft, WhatIsSaidTwiceTakesOneOption) {
  Case port(portReport);
  for (int i = 0; i < 30; ++i)
    port.said(SpeechAct::threat, "Dockers", "The dockers will walk out");
  const auto drafted = port.drafted(1);
  EXPECT_EQ(drafted.options, 1U);
  EXPECT_EQ(drafted.wishes, 1U);
  EXPECT_EQ(drafted.unused, 0U);
}

// Whatever is read from any report drafts a model that parses, whose citations are found, and that can be
// solved.
TEST(Draft, OfAnyReportIsSound) {
  static constexpr std::array pieces{"“",
                                     "”",
                                     "\"",
                                     " said ",
                                     "Mina Orr",
                                     " the union ",
                                     "Russia",
                                     " will ",
                                     "strike",
                                     " if ",
                                     "unless ",
                                     ", ",
                                     ". ",
                                     "\n\n",
                                     "rejected the offer",
                                     "demanded that ",
                                     "offered to talk",
                                     "\xFF",
                                     "\xC2\xA0",
                                     "…",
                                     "[",
                                     "\\",
                                     "they must ",
                                     "26 banks had pledged ",
                                     "<p>",
                                     "&amp;",
                                     "#",
                                     "party",
                                     "'",
                                     "’",
                                     "we refuse to sign",
                                     "threatened to leave",
                                     "24",
                                     "–",
                                     "not ",
                                     "Events",
                                     "because "};
  support::SeededDice dice(7);
  for (int run = 0; run < 60; ++run) {
    std::string text;
    for (std::size_t n = dice.roll(80); n > 0; --n)
      text += pieces[dice.roll(pieces.size())];
    std::erase(text, '\0');
    const auto ledger = evidence::readReport(text, "report.txt");
    const auto drafted = draft({{"report.txt", text, ledger}}, 6);
    ASSERT_TRUE(sound(drafted.text, text)) << text;
    // Whatever is said, by whom and how, about these same bytes.
    if (text.size() < 4)
      continue;
    evidence::Ledger wild{"report.txt", std::nullopt, {}};
    for (std::size_t n = dice.roll(6); n > 0; --n) {
      const auto any = [&] {
        const std::size_t begin = dice.roll(text.size() - 1);
        const std::size_t end = begin + 1 + dice.roll(text.size() - begin - 1);
        return Passage{text.substr(begin, end - begin), {begin, end}};
      };
      LedgerEntry entry;
      entry.source = "report.txt";
      entry.kind = static_cast<SpeechAct>(dice.roll(10));
      entry.content = any();
      if (dice.chance(4, 5))
        entry.speaker = any().text;
      if (dice.chance(1, 3))
        entry.addressee = any().text;
      if (dice.chance(1, 2))
        entry.condition = Condition{dice.chance(1, 2) ? "if" : "only if", any()};
      wild.entries.push_back(entry);
    }
    ASSERT_TRUE(sound(draft({{"report.txt", text, wild}}, 8).text, text)) << text;
  }
}

TEST(ShortName, IsWhatCarriesMeaning) {
  EXPECT_EQ(shortName("we assume they will be legitimate targets for defeat", "act"),
            "legitimate_targets_defeat");
  EXPECT_EQ(shortName("and so on", "act"), "act");
  EXPECT_DOUBLE_EQ(likeness("close the port", "the port closes"), 1.0 / 3);
  EXPECT_EQ(labelOf("a <b>bold</b>\n\tmove\xFF,"), "a bold move");
}

} // namespace
} // namespace stasis::drafting
