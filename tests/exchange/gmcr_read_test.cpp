#include "language/words/expression_text.h"
#include "reading.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace stasis::exchange {
namespace {

using model::Concept;
using model::Direction;
using oracle::Game;
using oracle::Places;

model::Conflict read(const std::string& name) {
  const auto source = dataFile(name);
  auto parsed = readGmcr(source);
  EXPECT_EQ(lines(parsed.diagnostics, source), Words{}) << name;
  return parsed.conflict.value();
}

/// Equilibria by the definitions, as state numbers from 1.
std::vector<std::size_t> equilibria(const Game& game, Concept concept_) {
  auto places = game.equilibria(concept_);
  for (auto& place : places)
    ++place;
  return places;
}

using Numbers = std::vector<std::size_t>;

// Hipel, Kilgour & Kinsara 2014, tables 1 to 3.
TEST(GmcrRead, EuphratesByStatements) {
  const auto conflict = read("euphrates.gmcr");
  EXPECT_EQ(conflict.title, "euphrates");
  ASSERT_EQ(conflict.parties.size(), 2U);
  EXPECT_EQ(conflict.parties[0].name, "Syria");
  EXPECT_EQ(conflict.parties[1].firstOption, 2U);
  EXPECT_EQ(conflict.options[0].name, "release_water");
  EXPECT_EQ(conflict.options[0].label, "Release Water");
  ASSERT_EQ(conflict.constraints.size(), 1U);
  const Game game(conflict);
  EXPECT_EQ(letters(game.feasible()), (Words{"NNN", "YNN", "NYN", "NNY", "YNY", "NYY"}));
  const Places syria{0, 2, 5, 1, 3, 4}; // 1 > 3 > 6 > 2 > 4 > 5
  const Places iraq{1, 3, 5, 0, 4, 2};  // 2 > 4 > 6 > 1 > 5 > 3
  for (std::size_t k = 1; k < 6; ++k) {
    EXPECT_TRUE(game.prefers(0, syria[k - 1], syria[k]));
    EXPECT_TRUE(game.prefers(1, iraq[k - 1], iraq[k]));
  }
  EXPECT_EQ(equilibria(game, Concept::nash), (Numbers{6}));
  EXPECT_EQ(equilibria(game, Concept::gmr), (Numbers{1, 6}));
  EXPECT_EQ(equilibria(game, Concept::seq), (Numbers{6}));
}

TEST(GmcrRead, PrisonersWithoutConstraints) {
  const auto conflict = read("two_prisoners.gmcr");
  const Game game(conflict);
  EXPECT_EQ(equilibria(game, Concept::nash), (Numbers{1}));
  EXPECT_EQ(equilibria(game, Concept::seq), (Numbers{1, 4}));
}

// Hipel & Fraser 1980: 23 states; ties and an indifferent commission. The equilibria of the definitions
// (a party may move again after another has moved) are those worked out for the gallery.
TEST(GmcrRead, DiversionRankedByHand) {
  const auto conflict = read("diversion.gmcr");
  const Game game(conflict);
  EXPECT_EQ(letters(game.feasible()),
            (Words{"NYNNNYNNN", "NNYNNYNNN", "YNNYNYNNN", "NYNYNYNNN", "NYNNYYNNN", "NNYNYYNNN",
                   "YNNYYYNNN", "NYNYYYNNN", "NYNNNNYNN", "NNYNNNYNN", "NYNYNNYNN", "NYNNYNYNN",
                   "NNYNYNYNN", "YNNYYNYNN", "NYNYYNYNN", "NYNNYNNYN", "NNYNYNNYN", "YNNYYNNYN",
                   "NYNYYNNYN", "NYNNYNNNY", "NNYNYNNNY", "YNNYYNNNY", "NYNYYNNNY"}));
  EXPECT_EQ(equilibria(game, Concept::nash), (Numbers{2, 3, 11, 17, 18, 21, 22}));
  EXPECT_EQ(equilibria(game, Concept::gmr), (Numbers{2, 3, 4, 6, 8, 10, 11, 13, 14, 15, 17, 18, 19, 21, 22}));
  // Of 18 conditions, 11 say that of each of two groups of options exactly one is taken.
  EXPECT_EQ(conflict.constraints.size(), 9U);
}

// Hipel, Fang, Kilgour & Haight 1993, the abandoned states not merged: directed options, ties.
TEST(GmcrRead, GroundwaterWithDirections) {
  const auto conflict = read("groundwater.gmcr");
  EXPECT_EQ(conflict.options[0].direction, Direction::irrevocable);
  EXPECT_EQ(conflict.options[1].direction, Direction::unresumable);
  EXPECT_EQ(conflict.options[2].direction, Direction::both);
  ASSERT_EQ(conflict.constraints.size(), 1U);
  EXPECT_EQ(conflict.constraints[0].holds.root().op, model::Expression::Op::exactly);
  const Game game(conflict);
  EXPECT_EQ(equilibria(game, Concept::nash), (Numbers{5, 6, 7, 10, 11, 12}));
  EXPECT_EQ(equilibria(game, Concept::gmr), (Numbers{1, 4, 5, 6, 7, 10, 11, 12}));
}

// Fraser & Hipel 1984, chapter 1: statements joined by or.
TEST(GmcrRead, MissilesWithCompoundStatements) {
  const auto conflict = read("missiles.gmcr");
  const Game game(conflict);
  const Places us{4, 6, 5, 7, 2, 1, 3, 0, 11, 9, 10, 8};
  const Places ussr{0, 4, 6, 2, 5, 1, 7, 3, 11, 9, 10, 8};
  for (std::size_t k = 1; k < 12; ++k) {
    EXPECT_TRUE(game.prefers(0, us[k - 1], us[k])) << k;
    EXPECT_TRUE(game.prefers(1, ussr[k - 1], ussr[k])) << k;
  }
  EXPECT_EQ(equilibria(game, Concept::seq), (Numbers{5, 6, 7}));
}

TEST(GmcrRead, OldKeysAndOptionsOutOfOrder) {
  const auto conflict = read("old_keys.gmcr");
  EXPECT_EQ(conflict.options[0].name, "early"); // First's own option comes first, whatever its position
  EXPECT_EQ(conflict.options[0].direction, Direction::irrevocable);
  EXPECT_EQ(conflict.options[1].name, "late");
  const Game game(conflict);
  EXPECT_TRUE(game.prefers(0, 3, 1)); // 4 > 2 ~ 3 > 1
  EXPECT_FALSE(game.prefers(0, 1, 2));
  EXPECT_FALSE(game.prefers(0, 2, 1));
  EXPECT_TRUE(game.prefers(0, 2, 0));
}

TEST(GmcrRead, OddNamesBecomeIdentifiersWithTheOriginalAsLabel) {
  const auto source = dataFile("odd_names.gmcr");
  const auto parsed = readGmcr(source);
  EXPECT_EQ(lines(parsed.diagnostics, source),
            (Words{"wS0708 92:3 coalitions are not read: every decision maker acts for itself"}));
  const auto& conflict = parsed.conflict.value();
  EXPECT_EQ(conflict.parties[0].name, "Turkiye");
  EXPECT_EQ(conflict.parties[0].label, "Türkiye");
  EXPECT_EQ(conflict.parties[1].name, "Cote_d_Ivoire_Lodz");
  Words names;
  for (const auto& option : conflict.options)
    names.push_back(option.name);
  EXPECT_EQ(names, (Words{"say_no", "Отказ", "not_", "_2nd_try", "say_no"}));
  EXPECT_EQ(conflict.options[0].label, "Say \"no\"");
  EXPECT_EQ(conflict.options[1].label, "") << "its name says it";
  EXPECT_EQ(conflict.constraints.size(), 1U) << "a condition that stands twice";
  EXPECT_EQ(std::get<model::Prioritised>(conflict.parties[0].preference).tiers.size(), 2U);
  EXPECT_TRUE(std::holds_alternative<std::monostate>(conflict.parties[1].preference));
}

TEST(GmcrRead, OptionsOfNobodyNeverMove) {
  const auto source = dataFile("nobodys_options.gmcr");
  const auto parsed = readGmcr(source);
  EXPECT_EQ(lines(parsed.diagnostics, source),
            (Words{"wS0710 6:12 2 options belong to no decision maker, this one among them"}));
  const auto& conflict = parsed.conflict.value();
  ASSERT_EQ(conflict.parties.size(), 2U);
  EXPECT_EQ(conflict.options[0].name, "build");
  EXPECT_EQ(conflict.options[1].name, "flood");
  EXPECT_EQ(conflict.options[2].name, "drought");
  const Game game(conflict);
  ASSERT_EQ(game.size(), 6U);
  for (std::size_t s = 0; s < game.size(); ++s) {
    EXPECT_EQ(game.moves(0, s).size(), 1U);
    EXPECT_TRUE(game.moves(1, s).empty());
  }
}

// By hand: of the eight states, Blind sees those where not both b and c are taken: 1 NNN, 2 YNN, 3 NYN,
// 4 YYN, 5 NNY, 6 YNY. It can take and drop a, and take b for good.
TEST(GmcrRead, UnseenStatesLeaveTheMovesBetweenTheOthers) {
  const auto source = dataFile("unseen_states.gmcr");
  const auto parsed = readGmcr(source);
  EXPECT_EQ(
      lines(parsed.diagnostics, source),
      (Words{
          "wS0718 33:22 `Blind` does not see every state, so its moves are listed: 10 between the states "
          "that it sees, none from or to the others; in its view these states are not there for anybody"}));
  const auto& conflict = parsed.conflict.value();
  ASSERT_TRUE(conflict.parties[0].moves.has_value());
  EXPECT_FALSE(conflict.parties[1].moves.has_value());
  Words moves;
  for (const auto& move : *conflict.parties[0].moves)
    moves.push_back(std::to_string(move.from.value) + ">" + std::to_string(move.to.value));
  std::ranges::sort(moves);
  ASSERT_EQ(parsed.views.size(), 1U);
  EXPECT_EQ(parsed.views.front().of, model::PartyId(0));
  ASSERT_EQ(parsed.views.front().blind.size(), 1U);
  EXPECT_EQ(language::text(std::get<model::Expression>(parsed.views.front().blind.front().what), conflict),
            "b and c");
  EXPECT_EQ(moves, (Words{"1>2", "1>3", "1>4", "2>1", "2>3", "2>4", "3>4", "4>3", "5>6", "6>5"}));
}

} // namespace
} // namespace stasis::exchange
