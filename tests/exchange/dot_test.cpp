#include "exchange/dot.h"
#include "reading.h"
#include "support/property.h"
#include "support/published.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace stasis::exchange {
namespace {

using model::Conflict;
using model::OptionId;
using oracle::Game;

std::size_t count(const std::string& text, const std::string& piece) {
  std::size_t n = 0;
  for (auto at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1))
    ++n;
  return n;
}

std::string drawn(const Conflict& conflict, bool otherMoves) {
  return writeDot(conflict, graphOf(Game(conflict)), {otherMoves}).text.value();
}

/// Whether Graphviz itself reads the text without complaint.
bool isReadByGraphviz(const std::string& text) {
  const auto path =
      std::filesystem::temp_directory_path() / ("stasis_dot_test_" + std::to_string(::getpid()) + ".dot");
  std::ofstream(path) << text;
  const int status =
      std::system(("dot -Tcanon '" + path.string() + "' -o /dev/null 2>" + path.string() + ".err").c_str());
  const bool silent = std::filesystem::file_size(path.string() + ".err") == 0;
  std::filesystem::remove(path);
  std::filesystem::remove(path.string() + ".err");
  return status == 0 && silent;
}

bool hasGraphviz() { return std::system("command -v dot >/dev/null 2>&1") == 0; }

// Six states, 18 moves, 9 of them improvements, one state an equilibrium of every concept and one of GMR:
// Hipel, Kilgour & Kinsara 2014.
TEST(Dot, DrawsStatesAndImprovements) {
  Conflict conflict = support::syriaIraq();
  conflict.statusQuo = model::State(3, model::Choice::no);
  const std::string text = drawn(conflict, false);
  EXPECT_EQ(count(text, "[label=<<B>"), 6U);
  EXPECT_EQ(count(text, " -> "), 9U);
  EXPECT_EQ(count(text, "fillcolor=\"#E3F4E1\""), 2U);
  EXPECT_EQ(count(text, "peripheries=2"), 1U);
  EXPECT_EQ(count(text, "Nash GMR SMR SEQ SSEQ"), 1U);
  EXPECT_EQ(text, drawn(conflict, false));
}

// By hand: the move from 2 to 3 drops the mover's first option and takes its second, and leaves the other
// party's alone.
TEST(Dot, AMoveSaysWhatIsTakenAndDropped) {
  const Conflict conflict = support::syriaIraq();
  const std::string first = conflict.labelOf(OptionId(0)), second = conflict.labelOf(OptionId(1));
  const std::string text = drawn(conflict, false);
  const auto begin = text.find("  s2 -> s3 ");
  ASSERT_NE(begin, std::string::npos);
  const std::string line = text.substr(begin, text.find('\n', begin) - begin);
  EXPECT_EQ(count(line, "not " + first + ", " + second + "<"), 1U) << line;
  EXPECT_EQ(count(line, ": not " + first + ", " + second + ">]"), 1U) << line;
}

TEST(Dot, DrawsOtherMovesDashed) {
  const std::string text = drawn(support::syriaIraq(), true);
  EXPECT_EQ(count(text, " -> "), 18U);
  EXPECT_EQ(count(text, "style=dashed"), 9U);
}

TEST(Dot, IndifferentMovesBackAndForthAreOneLine) {
  Conflict conflict = support::prisonersDilemma();
  for (auto& party : conflict.parties)
    party.preference = {};
  EXPECT_EQ(count(drawn(conflict, true), "dir=both"), 4U);
  EXPECT_EQ(count(drawn(conflict, true), " -> "), 4U);
}

TEST(Dot, AnyNamesAreReadByGraphviz) {
  if (!hasGraphviz())
    GTEST_SKIP() << "Graphviz is not installed";
  Conflict conflict = support::syriaIraq();
  conflict.title = "<b>A & \"B\" \\N \\\" -> {}</b>";
  conflict.parties[0].label = "Łódź \"& sons\" <x>\x01\n";
  conflict.options[0].label = "]]>--><!-- ;";
  conflict.options[1].label = " ";
  EXPECT_TRUE(isReadByGraphviz(drawn(conflict, true)));
  EXPECT_FALSE(isReadByGraphviz("digraph {")) << "the test sees errors";
}

// Graphviz 2.43 puts the node's name for \N in an HTML-like label.
TEST(Dot, BackslashesAreDoubled) {
  Conflict conflict = support::syriaIraq();
  conflict.options[0].label = R"(share\New)";
  const std::string text = drawn(conflict, false);
  EXPECT_GT(count(text, R"(share\\New)"), 0U);
  EXPECT_EQ(count(text, R"(share\New)"), 0U);
}

TEST(Dot, RandomConflictsAreReadByGraphviz) {
  if (!hasGraphviz())
    GTEST_SKIP() << "Graphviz is not installed";
  EXPECT_TRUE(support::holdsFor(5, support::Kind::anything(), [](const Conflict& conflict) {
    const Game game(conflict);
    const auto graph = graphOf(game);
    const std::string text = drawn(conflict, false);
    RC_ASSERT(count(text, " -> ") ==
              static_cast<std::size_t>(std::ranges::count_if(graph.arcs, &Arc::improvement)));
    RC_ASSERT(isReadByGraphviz(drawn(conflict, true)));
  }));
}

TEST(Dot, TooLargeIsAnError) {
  StateGraph graph;
  graph.table.states.resize(mostDrawnStates + 1);
  graph.equilibria.resize(mostDrawnStates + 1);
  auto written = writeDot(support::prisonersDilemma(), graph);
  EXPECT_FALSE(written.text.has_value());
  EXPECT_EQ(written.diagnostics.at(0).code, "S0709");
  graph.table.states.resize(4);
  graph.equilibria.clear();
  EXPECT_FALSE(writeDot(support::prisonersDilemma(), graph).text.has_value())
      << "nothing is known of the states";
  graph = graphOf(Game(support::prisonersDilemma()));
  graph.arcs.assign(mostDrawnMoves + 1, {model::PartyId(0), 0, 1, true});
  EXPECT_FALSE(writeDot(support::prisonersDilemma(), graph).text.has_value());
}

} // namespace
} // namespace stasis::exchange
