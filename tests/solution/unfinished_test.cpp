// An answer that was cut short says so and claims nothing it does not know, in every format.

#include "language/parse.h"
#include "oracle/oracle_engine.h"
#include "report/solution/equilibria_shown.h"
#include "report/solution/next_command.h"
#include "report/solution/solution.h"
#include "support/published.h"

#include <gtest/gtest.h>

namespace stasis::report {
namespace {

/// Of the concepts asked, only the first `known` are finished.
stability::Solution cutShort(stability::Engine& engine, std::size_t known) {
  stability::Solution solution = stability::solve(engine, stability::everyConcept());
  for (std::size_t c = known; c < solution.concepts.size(); ++c) {
    solution.concepts[c].equilibria.reset();
    for (auto& set : solution.concepts[c].stable)
      set.reset();
  }
  if (known < solution.concepts.size())
    solution.stopped = stability::Stopped{stability::Limit::timeout, "the time of 2 s is over"};
  return solution;
}

struct Told {
  std::string text, md, csv, json;
};

Told told(std::size_t known, bool withStatusQuo) {
  auto conflict = support::elmira();
  if (withStatusQuo && !conflict.statusQuo)
    conflict.statusQuo = conflict.listed.empty() ? model::State(conflict.options.size(), model::Choice::no)
                                                 : conflict.listed.front().pattern;
  oracle::OracleEngine engine(conflict);
  const auto solution = cutShort(engine, known);
  SolutionView view{engine, solution, {}, {}};
  view.file = "model.conflict";
  return {solutionText(view, {}), solutionMarkdown(view, {}), solutionCsv(view), solutionJson(view)};
}

bool says(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

TEST(Unfinished, WithNothingKnownNothingIsClaimed) {
  const Told all = told(0, true);
  EXPECT_FALSE(says(all.text, "No state is an equilibrium")) << all.text;
  EXPECT_FALSE(says(all.text, "does not hold under any")) << all.text;
  EXPECT_TRUE(says(all.text, "which states are equilibria under Nash, GMR, SMR, SEQ, SSEQ is not known"))
      << all.text;
  EXPECT_TRUE(says(all.text, "is not known.")) << all.text;
  EXPECT_TRUE(
      says(all.md, "**Not finished: the time of 2 s is over.** Which states are equilibria under Nash"))
      << all.md;
  EXPECT_TRUE(says(all.csv, "?")) << all.csv;
  EXPECT_TRUE(says(all.json, "\"stopped\"")) << all.json;
  EXPECT_TRUE(says(all.json, "\"equilibria\": {}")) << all.json;
}

TEST(Unfinished, WhatIsKnownIsTold) {
  const Told all = told(2, true);
  EXPECT_TRUE(says(all.text, "which states are equilibria under SMR, SEQ, SSEQ is not known")) << all.text;
  EXPECT_TRUE(says(all.text, "whether it does under SMR, SEQ, SSEQ is not known") ||
              says(all.text, "whether it holds under SMR, SEQ, SSEQ is not known"))
      << all.text;
  EXPECT_TRUE(says(all.md, "Which states are equilibria under SMR, SEQ, SSEQ is not known.")) << all.md;
}

TEST(Unfinished, AFinishedAnswerClaimsWhatItKnows) {
  const Told all = told(5, true);
  EXPECT_FALSE(says(all.text, "not known.")) << all.text;
}

TEST(Shown, NamedAndReachedOutcomesComeFirst) {
  // `trap` holds but nobody would go there; `deal` is reached by improvements alone.
  const auto parsed = language::parse(language::SourceText(
      "t",
      "conflict \"t\"\nparty A\n  option give\n  option quit irrevocable\nparty B\n  option take\n"
      "never give and quit\nstatus quo none\nprefer A\n  not quit\n  give if not take\n  take\nprefer B\n"
      "  not quit\n  take iff give\n"));
  ASSERT_TRUE(parsed.conflict);
  oracle::OracleEngine engine(*parsed.conflict);
  const auto solution = stability::solve(engine, stability::everyConcept());
  SolutionView view{engine, solution, {}, {}};
  view.reached = engine.matching({*model::Pattern::parse("YNY"), *model::Pattern::parse("YNN")});
  const auto rows = equilibriaShown(view, anyEquilibrium(engine, solution), 8);
  ASSERT_FALSE(rows.empty());
  EXPECT_EQ(rows.front().pattern.letters(), "YNY");
}

TEST(Next, IsACommandThatAShellTakes) {
  auto conflict = support::elmira();
  oracle::OracleEngine engine(conflict);
  const auto solution = stability::solve(engine, stability::everyConcept());
  SolutionView view{engine, solution, {}, {}};
  EXPECT_EQ(nextCommand(view), "");
  view.file = "-";
  EXPECT_EQ(nextCommand(view), "");
  view.file = "my 'own' model.conflict";
  EXPECT_TRUE(says(nextCommand(view), "'my '\\''own'\\'' model.conflict'")) << nextCommand(view);
  view.file = "-odd.conflict";
  EXPECT_TRUE(says(nextCommand(view), " ./-odd.conflict")) << nextCommand(view);
}

} // namespace
} // namespace stasis::report
