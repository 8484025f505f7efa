// The page itself, on any conflict: it can be told of every state, in every form, and nests nothing.

#include "language/parse.h"
#include "language/words/write.h"
#include "oracle/open_oracle.h"
#include "oracle/oracle_engine.h"
#include "report/brief/brief.h"
#include "report/explain/outcome_in_words.h"
#include "support/property.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace stasis::report {
namespace {

using model::Conflict;
using oracle::openOracle;

BriefStory storyOf(stability::Engine& engine, const model::Pattern& state, const language::SourceText& source,
                   std::vector<std::string>& pages) {
  const auto& today = engine.conflict().statusQuo;
  const analysis::BriefQuestion question{
      .state = state, .isToday = today && state.covers(*today), .outcomes = 4, .limits = {}, .threads = 1};
  const auto brief = analysis::makeBrief(engine, question, openOracle, {});
  const auto coverage = evidence::coverage(engine.conflict());
  BriefView view{engine, brief, source, coverage};
  view.speaker = [](const model::Citation&) { return std::string("Somebody"); };
  pages = {briefText(view, Look{}), briefMarkdown(view), briefHtml(view), briefJson(view)};
  return briefStory(view);
}

std::vector<std::string> sentencesOf(const BriefStory& story) {
  std::vector<std::string> all;
  for (const BriefSection& section : story.sections) {
    all.push_back(section.opening);
    for (const BriefParagraph& paragraph : section.paragraphs) {
      all.push_back(paragraph.lead + " " + paragraph.text);
      all.insert(all.end(), paragraph.points.begin(), paragraph.points.end());
    }
  }
  return all;
}

/// The deepest nesting of parentheses.
int depthOf(const std::string& text) {
  int depth = 0;
  int deepest = 0;
  for (const char c : text) {
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    deepest = std::max(deepest, depth);
  }
  return deepest;
}

TEST(Story, NestsNothingAndIsToldInEveryForm) {
  EXPECT_TRUE(support::holdsFor(25, support::Kind::anything(), [](const Conflict& conflict) {
    oracle::OracleEngine engine(conflict);
    const language::SourceText source("t", language::write(conflict));
    for (const auto& state : engine.list(engine.feasible(), 2)) {
      std::vector<std::string> pages;
      const BriefStory story = storyOf(engine, state, source, pages);
      for (const std::string& page : pages)
        RC_ASSERT(!page.empty());
      for (const BriefSection& section : story.sections) // what is missed is told of those who gain nothing
        for (const BriefParagraph& p : section.paragraphs)
          if (section.part == BriefPart::reasons && p.text.find(" that about alone") != std::string::npos)
            RC_ASSERT(p.text.find("would gain nothing by acting alone") != std::string::npos);
      for (const std::string& sentence : sentencesOf(story)) {
        RC_ASSERT(sentence.find("without (") == std::string::npos);
        RC_ASSERT(sentence.find("not (“") == std::string::npos);
        RC_ASSERT(depthOf(sentence) < 3);                   // an owner, inside a part of a condition
        RC_ASSERT(sentence.find('`') == std::string::npos); // no words of the file, no command
        RC_ASSERT(sentence.find("..") == std::string::npos && sentence.find("  ") == std::string::npos);
      }
    }
  }));
}

// The page has no marks of another form, and the longer one leaves nothing out.
TEST(Story, LeavesNothingOutIfAllIsAskedFor) {
  EXPECT_TRUE(support::holdsFor(25, support::Kind::optionForm(), [](const Conflict& conflict) {
    oracle::OracleEngine engine(conflict);
    const language::SourceText source("t", language::write(conflict));
    const auto state = engine.list(engine.feasible(), 1).front();
    const auto brief = analysis::makeBrief(
        engine, {.state = state, .isToday = false, .outcomes = 40, .limits = {}, .threads = 1}, openOracle,
        {});
    const auto coverage = evidence::coverage(conflict);
    BriefView view{engine, brief, source, coverage};
    const std::string page = briefHtml(view);
    view.all = true;
    const BriefStory story = briefStory(view);
    RC_ASSERT(!story.leavesOut);
    RC_ASSERT(page.find('`') == std::string::npos);
    for (const std::string& sentence : sentencesOf(story))
      RC_ASSERT(sentence.find(" more wish") == std::string::npos);
  }));
}

// Upland would fill the dam; filling it and no more could be answered by the sabotage, which a rule bars if
// it shares its measurements, too. Labels may begin with a small letter, sentences do not.
TEST(Story, AnswersInGeneralAndBeginsSentencesWithACapital) {
  const std::string text =
      "conflict \"t\"\nabout \"Will the dam be filled this year?\"\n"
      "party Upland\n  option fill \"fill the dam\" irrevocable\n  option share \"share\"\n"
      "party Lowland\n  option complain \"complain\"\n  option sabotage \"cut the line\"\n"
      "party Bank \"the Bank\"\n  option loan \"pay the loan\"\n"
      "state shared = Upland.share, Bank.loan\nstatus quo none\n"
      "never fill and share and sabotage\nnever loan and not (share or fill)\n"
      "prefer Upland\n  not sabotage\n  loan\n  fill\n  not share if not loan\n"
      "prefer Lowland\n  not fill\n  share\n  not sabotage\n  complain if fill and not share\n"
      "prefer Bank\n  not (complain or sabotage)\n  loan if share\n  not loan\n";
  const language::SourceText source("t", text);
  const auto parsed = language::parse(source);
  ASSERT_TRUE(parsed.conflict);
  oracle::OracleEngine engine(*parsed.conflict);
  std::vector<std::string> pages;
  const BriefStory story = storyOf(engine, *parsed.conflict->statusQuo, source, pages);
  const std::string& answer = story.sections[0].paragraphs[1].text; // after what it means to hold
  EXPECT_TRUE(answer.starts_with("The model's answer: in ") &&
              answer.find(" hold by themselves Upland would choose “fill the dam”; today that is not so. ") !=
                  std::string::npos)
      << answer;
  EXPECT_NE(
      pages[1].find("To choose “fill the dam” and no more may meet an answer: Lowland could choose “cut the "
                    "line”"),
      std::string::npos)
      << pages[1];
  for (const std::string& sentence : sentencesOf(story)) {
    std::size_t at = 0;
    do {
      while (at < sentence.size() && sentence[at] == ' ')
        ++at;
      EXPECT_FALSE(at < sentence.size() && sentence[at] >= 'a' && sentence[at] <= 'z') << sentence.substr(at);
      at = sentence.find(". ", at);
    } while (at != std::string::npos && ++at < sentence.size());
  }
}

// Every outcome that is told has a name, or is told by what is otherwise in it; none has a letter.
TEST(Story, TellsOutcomesWithoutANameByWhatIsOtherwise) {
  EXPECT_TRUE(support::holdsFor(25, support::Kind::optionForm(), [](const Conflict& conflict) {
    oracle::OracleEngine engine(conflict);
    const language::SourceText source("t", language::write(conflict));
    const auto state = engine.list(engine.feasible(), 1).front();
    std::vector<std::string> pages;
    const BriefStory story = storyOf(engine, state, source, pages);
    const auto brief = analysis::makeBrief(
        engine, {.state = state, .isToday = false, .outcomes = 4, .limits = {}, .threads = 1}, openOracle,
        {});
    for (const auto& outcome : brief.outcomes) {
      const std::string name = outcomeInWords(conflict, outcome.state).substr(1); // behind a capital or not
      const auto sentences = sentencesOf(story);
      RC_ASSERT(std::ranges::any_of(sentences, [&](const std::string& sentence) {
        return sentence.find(name) != std::string::npos || sentence.starts_with("Today ");
      }));
    }
  }));
}

// Ways to hold are explained before any outcome is said to hold; of what the question names, wishes without a
// source are told at once.
TEST(Story, ExplainsFirstAndSaysWhoseWishIsAssumed) {
  const std::string text = "conflict \"t\"\nabout \"Will there be an accord?\"\n"
                           "source s \"report.txt\"\n"
                           "party A\n  option sign\n  option call\nparty B\n  option join\n  option wait\n"
                           "define accord = sign and join\n"
                           "status quo none\n"
                           "state signed = sign, join\nstate both = sign, call, join\n"
                           "prefer A\n  accord\n  call iff sign\n"
                           "prefer B\n  join if sign\n    because s \"we join\"\n  accord\n";
  const language::SourceText source("t", text);
  const auto parsed = language::parse(source);
  ASSERT_TRUE(parsed.conflict);
  oracle::OracleEngine engine(*parsed.conflict);
  std::vector<std::string> pages;
  const BriefStory story = storyOf(engine, *parsed.conflict->statusQuo, source, pages);
  ASSERT_GE(story.sections[0].paragraphs.size(), 3U);
  EXPECT_TRUE(story.sections[0].paragraphs[0].text.starts_with("Of 16 possible outcomes")) << pages[0];
  EXPECT_NE(pages[0].find("The wish for “accord” is assumed of A and B: no source is cited for it."),
            std::string::npos)
      << pages[0];
}

} // namespace
} // namespace stasis::report
