// The stability table of papers: every mark against the definitions, every name safe in LaTeX.

#include "exchange/latex.h"
#include "reading.h"
#include "support/seeded.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace stasis::exchange {
namespace {

using oracle::Game;

Tableau tableauOf(const Game& game, model::Concept concept_) {
  Tableau tableau{.graph = graphOf(game), .stable = {}, .concept_ = concept_};
  for (std::size_t i = 0; i < game.parties(); ++i) {
    auto& own = tableau.stable.emplace_back();
    for (std::size_t s = 0; s < game.size(); ++s)
      own.push_back(game.isStable(concept_, i, s));
  }
  return tableau;
}

std::vector<std::string> linesOf(const std::string& text) {
  std::vector<std::string> all;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);)
    all.push_back(line);
  return all;
}

TEST(Latex, TheEuphratesAsPapersPrintIt) {
  const auto conflict = readGmcr(dataFile("euphrates.gmcr")).conflict.value();
  const Game game(conflict);
  const auto text = writeLatex(conflict, tableauOf(game, model::Concept::seq)).text.value();
  const auto all = linesOf(text);
  std::size_t equilibria = 0;
  std::size_t rows = 0;
  for (const auto& line : all)
    if (line.starts_with(" & x") || line.starts_with(" & E")) {
      ++rows;
      equilibria += static_cast<std::size_t>(std::ranges::count(line, 'E'));
    }
  EXPECT_EQ(rows, 2U);
  EXPECT_EQ(equilibria, 2 * game.equilibria(model::Concept::seq).size());
  EXPECT_EQ(std::ranges::count_if(all, [](const auto& line) { return line.starts_with("Stability"); }), 2);
}

TEST(Latex, MarksAreThoseOfTheDefinitions) {
  support::Kind kind = support::Kind::anything();
  support::forSeeds(60, kind, [](const model::Conflict& conflict) {
    const Game game(conflict);
    if (!(game.size() > 0 && game.size() <= mostPrintedStates))
      return;
    for (const auto& row : model::concepts) {
      const auto text = writeLatex(conflict, tableauOf(game, row.id)).text.value();
      std::size_t rational = 0, sanctioned = 0, unstable = 0;
      for (const auto& line : linesOf(text))
        if (line.starts_with("Stability")) {
          rational += static_cast<std::size_t>(std::ranges::count(line.substr(9), 'r'));
          sanctioned += static_cast<std::size_t>(std::ranges::count(line.substr(9), 's'));
          unstable += static_cast<std::size_t>(std::ranges::count(line.substr(9), 'u'));
        }
      std::size_t nash = 0, stable = 0;
      for (std::size_t i = 0; i < game.parties(); ++i)
        for (std::size_t s = 0; s < game.size(); ++s) {
          nash += game.isStable(model::Concept::nash, i, s) ? 1 : 0;
          stable += game.isStable(row.id, i, s) ? 1 : 0;
        }
      ASSERT_TRUE(rational == nash);
      ASSERT_TRUE(sanctioned == stable - nash);
      ASSERT_TRUE(unstable == game.parties() * game.size() - stable);
    }
  });
}

/// The cells below the ranking of a party that are not empty, over all its tables.
std::size_t improvementsIn(const std::string& text) {
  std::size_t cells = 0;
  bool below = false;
  for (const auto& line : linesOf(text)) {
    below = line.starts_with("UIs") || (below && !line.starts_with("\\hline"));
    for (std::size_t at = line.find(" & "); below && at != std::string::npos; at = line.find(" & ", at + 1))
      cells += line.find_first_not_of(' ', at + 3) != line.find('&', at + 3) &&
                       line.find_first_not_of(' ', at + 3) != line.find("\\\\", at + 3)
                   ? 1
                   : 0;
  }
  return cells;
}

TEST(Latex, EveryImprovementStandsInTheColumnOfItsState) {
  support::forSeeds(60, support::Kind::anything(), [](const model::Conflict& conflict) {
    const Game game(conflict);
    if (!(game.size() > 0 && game.size() <= mostPrintedStates))
      return;
    std::size_t improvements = 0;
    for (std::size_t i = 0; i < game.parties(); ++i)
      for (std::size_t s = 0; s < game.size(); ++s)
        improvements += game.improvements(i, s).size();
    const auto text = writeLatex(conflict, tableauOf(game, model::Concept::nash)).text.value();
    ASSERT_EQ(improvementsIn(text), improvements) << text;
  });
}

TEST(Latex, EveryOptionHasARowOfItsStates) {
  const auto conflict = readGmcr(dataFile("euphrates.gmcr")).conflict.value();
  const Game game(conflict);
  const auto all = linesOf(writeLatex(conflict, tableauOf(game, model::Concept::nash)).text.value());
  for (std::size_t o = 0; o < conflict.options.size(); ++o) {
    std::string row = "\\quad " + conflict.labelOf(model::OptionId(o));
    for (const auto& state : game.feasible())
      row += std::string(" & ") + state.letters()[o];
    EXPECT_EQ(std::ranges::count(all, row + " \\\\"), 1) << row;
  }
}

TEST(Latex, SignsOfLatexAreEscaped) {
  model::Conflict c;
  c.title = "50% & more\nlines";
  c.parties.push_back({.name = "A_1", .label = "R&D {x} \\ ~ ^ #$", .firstOption = 0, .optionCount = 1});
  c.options.push_back({.name = "o", .label = "100%", .owner = model::PartyId(0)});
  const Game game(c);
  const auto text = writeLatex(c, tableauOf(game, model::Concept::nash)).text.value();
  EXPECT_NE(text.find("R\\&D \\{x\\} \\textbackslash{} \\textasciitilde{} \\textasciicircum{} \\#\\$"),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("100\\%"), std::string::npos);
  EXPECT_EQ(text.find("50% & more\nlines"), std::string::npos);
}

} // namespace
} // namespace stasis::exchange
