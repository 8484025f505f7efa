// The page itself, on any conflict: it can be told of every state, in every form, and nests nothing.

#include "language/words/write.h"
#include "oracle/oracle_engine.h"
#include "report/brief/brief.h"
#include "support/property.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace stasis::report {
namespace {

using model::Conflict;

std::unique_ptr<stability::Engine> openOracle(const Conflict& conflict) {
  return std::make_unique<oracle::OracleEngine>(conflict);
}

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
      for (const std::string& sentence : sentencesOf(story)) {
        RC_ASSERT(sentence.find("without (") == std::string::npos);
        RC_ASSERT(sentence.find("not (“") == std::string::npos);
        RC_ASSERT(depthOf(sentence) < 3); // an owner, inside what an outcome is
      }
    }
  }));
}

} // namespace
} // namespace stasis::report
