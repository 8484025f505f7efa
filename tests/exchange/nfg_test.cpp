#include "exchange/nfg.h"
#include "exchange/nfg_labels.h"
#include "reading.h"
#include "support/property.h"
#include "support/published.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

namespace stasis::exchange {
namespace {

using model::Concept;
using model::Conflict;
using oracle::Game;

/// A reader of the outcome version of the format, strict and independent: tokens are marks, braces, words and
/// texts in double quotes; white space or a comma stands between them.
class NfgFile {
public:
  struct Outcome {
    std::string name;
    std::vector<int> payoffs;
  };
  std::string title;
  std::string comment;
  std::vector<int> payoffs; ///< of the payoff form, a player each, combination by combination
  std::vector<std::string> players;
  std::vector<std::vector<std::string>> strategies;
  std::vector<Outcome> outcomes;
  std::vector<std::size_t> profiles; ///< outcome numbers from 1

  explicit NfgFile(const std::string& text) : text_(text) {
    expect("NFG");
    expect("1");
    expect("R");
    title = quoted();
    expect("{");
    while (peek() != "}")
      players.push_back(quoted());
    expect("}");
    expect("{");
    while (peek() != "}") {
      expect("{");
      auto& own = strategies.emplace_back();
      while (peek() != "}")
        own.push_back(quoted());
      expect("}");
    }
    expect("}");
    comment = quoted();
    if (peek() != "{") { // the payoff form
      while (!peek().empty())
        payoffs.push_back(std::stoi(next()));
      return;
    }
    expect("{");
    while (peek() != "}") {
      expect("{");
      Outcome one{quoted(), {}};
      while (peek() != "}")
        one.payoffs.push_back(std::stoi(next()));
      expect("}");
      outcomes.push_back(one);
    }
    expect("}");
    while (!peek().empty())
      profiles.push_back(std::stoul(next()));
  }

  /// Outcomes of the profiles from which no player alone gains.
  std::vector<std::string> pureEquilibria() const {
    std::vector<std::string> found;
    for (std::size_t p = 0; p < profiles.size(); ++p)
      if (isEquilibrium(p))
        found.push_back(outcomes[profiles[p] - 1].name);
    return found;
  }

private:
  std::string text_;
  std::size_t at_ = 0;

  std::string next() {
    at_ = std::min(text_.find_first_not_of(" \n,", at_), text_.size());
    const std::size_t begin = at_;
    if (at_ == text_.size())
      return {};
    if (text_[at_] == '"') {
      for (++at_; text_.at(at_) != '"'; ++at_)
        at_ += text_[at_] == '\\';
      ++at_;
    } else if (text_[at_] == '{' || text_[at_] == '}')
      ++at_;
    else
      at_ = std::min(text_.find_first_of(" \n,{}\"", at_), text_.size());
    return text_.substr(begin, at_ - begin);
  }
  std::string peek() {
    const std::size_t before = at_;
    std::string token = next();
    at_ = before;
    return token;
  }
  void expect(const std::string& token) {
    if (next() != token)
      throw std::runtime_error("expected " + token + " before " + text_.substr(at_, 40));
  }
  std::string quoted() {
    const std::string token = next();
    if (token.size() < 2 || token.front() != '"' || token.back() != '"')
      throw std::runtime_error("expected a text, not " + token);
    std::string text;
    for (std::size_t i = 1; i + 1 < token.size(); ++i)
      text += token[i] == '\\' ? token[++i] : token[i];
    return text;
  }

  bool isEquilibrium(std::size_t profile) const {
    std::size_t step = 1;
    for (std::size_t i = 0; i < players.size(); step *= strategies[i++].size()) {
      const std::size_t chosen = profile / step % strategies[i].size();
      for (std::size_t other = 0; other < strategies[i].size(); ++other)
        if (payoff(profile + (other - chosen) * step, i) > payoff(profile, i))
          return false;
    }
    return true;
  }
  int payoff(std::size_t profile, std::size_t player) const {
    return outcomes[profiles[profile] - 1].payoffs[player];
  }
};

TEST(Nfg, EuphratesAsAGame) {
  const auto conflict = readGmcr(dataFile("euphrates.gmcr")).conflict.value();
  const Game game(conflict);
  const NfgFile file(writeNfg(conflict, tableOf(game)).text.value());
  EXPECT_EQ(file.title, "euphrates");
  EXPECT_EQ(file.players, (Words{"Syria", "Iraq"}));
  EXPECT_EQ(file.strategies,
            (std::vector<Words>{{"nothing", "release_water", "escalate"}, {"nothing", "attack"}}));
  ASSERT_EQ(file.outcomes.size(), 7U);                           // six states and `infeasible`
  EXPECT_EQ(file.outcomes[5].payoffs, (std::vector<int>{4, 4})); // third best of six for both
  EXPECT_EQ(file.profiles, (std::vector<std::size_t>{1, 2, 3, 4, 5, 6}));
  EXPECT_EQ(file.pureEquilibria(), (Words{"6"}));
}

TEST(Nfg, StrategiesThatCannotBeAreLeftOut) {
  const auto conflict = readGmcr(dataFile("diversion.gmcr")).conflict.value();
  const Game game(conflict);
  const NfgFile file(writeNfg(conflict, tableOf(game)).text.value());
  EXPECT_EQ(file.profiles.size(), 48U); // 3 × 2 × 2 × 4
  EXPECT_EQ(std::ranges::count(file.profiles, 24U), 48 - 23);
}

/// Where one warning is expected: its message, else nothing.
std::string said(const Written& written) {
  std::string all;
  for (const auto& one : written.diagnostics)
    all += one.message;
  return all;
}

std::string warningOf(std::size_t equilibriaThatAreNoStates) {
  const std::string count = std::to_string(equilibriaThatAreNoStates);
  return equilibriaThatAreNoStates == 0 ? ""
         : equilibriaThatAreNoStates == 1
             ? "a solver will print 1 equilibrium that is no state of the conflict"
             : "a solver will print " + count + " equilibria that are no states of the conflict";
}

// With options free in both directions, the feasible pure equilibria of the game are the Nash equilibria of
// the conflict.
TEST(Nfg, PureEquilibriaAreTheNashEquilibria) {
  support::Kind kind = support::Kind::anything();
  kind.merged = kind.graphForm = kind.directions = false;
  EXPECT_TRUE(support::holdsFor(300, kind, [](const Conflict& conflict) {
    const Game game(conflict);
    const auto written = writeNfg(conflict, tableOf(game));
    const NfgFile file(*written.text);
    RC_ASSERT(file.players.size() == conflict.parties.size());
    RC_ASSERT(file.outcomes.size() == game.size() + 1);
    std::vector<std::string> expected;
    for (const std::size_t s : game.equilibria(Concept::nash))
      expected.push_back(file.outcomes[s].name);
    auto found = file.pureEquilibria();
    const std::size_t noStates = std::erase(found, "infeasible");
    RC_ASSERT(said(written) == warningOf(noStates));
    std::ranges::sort(found);
    std::ranges::sort(expected);
    RC_ASSERT(found == expected);
  }));
}

TEST(Nfg, SignsInNamesStayInsideTheMarks) {
  Conflict conflict = support::prisonersDilemma();
  conflict.title = "  a \"b\"  \\ {\n}\t";
  const std::string text = writeNfg(conflict, tableOf(Game(conflict))).text.value();
  EXPECT_EQ(NfgFile(text).title, "a \"b\" \\ { }");
  EXPECT_EQ(readNfg(language::SourceText("game.nfg", text)).conflict.value().title, "a \"b\" \\ { }");
}

// Gambit 16 refuses blanks at the ends of a label, two blanks in a row, and all that is not printable ASCII.
TEST(Nfg, LabelsAreWhatGambitReads) {
  NfgLabels labels;
  EXPECT_EQ(labels.label("  open \t war ", 3, "outcome 3"), "\"open war\"");
  EXPECT_EQ(labels.label("say \"no\" \\", 1, "outcome 1"), "\"say \\\"no\\\" \\\\\"");
  EXPECT_EQ(labels.numbered(), 0U);
  EXPECT_EQ(labels.label("Übergabe  sofort", 4, "strategy 4 of player 2"), "\"4\"");
  EXPECT_EQ(labels.label("   ", 5, "outcome 5"), "\"5\"");
  EXPECT_EQ(labels.label("a\x7f", 6, "outcome 6"), "\"6\"");
  EXPECT_EQ(labels.numbered(), 3U);
  EXPECT_NE(labels.legend().find("strategy 4 of player 2 = Übergabe sofort;"), std::string::npos);
}

TEST(Nfg, ALabelThatIsNotAsciiIsANumberAndSaidSo) {
  Conflict conflict = support::prisonersDilemma();
  conflict.named.push_back(
      {.name = "peace", .label = "Friede für alle", .state = Game(conflict).feasible()[0]});
  const auto written = writeNfg(conflict, tableOf(Game(conflict)));
  const NfgFile file(written.text.value());
  EXPECT_EQ(file.outcomes[0].name, "1");
  EXPECT_NE(file.comment.find("outcome 1 = 1 Friede für alle"), std::string::npos);
  ASSERT_EQ(written.diagnostics.size(), 1U);
  EXPECT_EQ(written.diagnostics[0].severity, language::Severity::warning);
  EXPECT_EQ(written.diagnostics[0].message,
            "1 label is not printable ASCII and given as a number, since Gambit reads no others");
}

TEST(Nfg, PlayersAndStrategiesThatAreNotAsciiHaveTheirOwnNumbers) {
  Conflict conflict = support::prisonersDilemma();
  for (auto* named : {&conflict.parties[0].name, &conflict.parties[1].name})
    *named += "ё";
  for (auto& option : conflict.options)
    option.name += "ё";
  const NfgFile file(writeNfg(conflict, tableOf(Game(conflict))).text.value());
  EXPECT_EQ(file.players, (std::vector<std::string>{"1", "2"}));
  for (std::size_t i = 0; i < 2; ++i) {
    const std::string player = " of player " + std::to_string(i + 1) + " = ";
    for (std::size_t k = 0; k < file.strategies[i].size(); ++k)
      if (const std::string& name = file.strategies[i][k];
          name.find_first_not_of("0123456789") == name.npos) {
        EXPECT_EQ(name, std::to_string(k + 1));
        EXPECT_NE(file.comment.find("strategy " + name + player), std::string::npos);
      }
  }
  EXPECT_NE(file.comment.find("strategy 2 of player 2 = "), std::string::npos);
}

TEST(Nfg, ANameIsSaidOnce) {
  Conflict conflict = support::prisonersDilemma();
  conflict.statusQuo = Game(conflict).feasible()[0];
  conflict.named.push_back({.name = "today", .label = "status quo", .state = Game(conflict).feasible()[0]});
  EXPECT_EQ(NfgFile(writeNfg(conflict, tableOf(Game(conflict))).text.value()).outcomes[0].name,
            "1 status quo");
}

// The two forms say the same game.
TEST(Nfg, ThePayoffFormIsTheSameGame) {
  support::Kind kind = support::Kind::anything();
  kind.merged = kind.graphForm = kind.directions = false;
  EXPECT_TRUE(support::holdsFor(100, kind, [](const Conflict& conflict) {
    const auto table = tableOf(Game(conflict));
    const NfgFile outcomes(writeNfg(conflict, table).text.value());
    const NfgFile payoffs(writeNfg(conflict, table, NfgForm::payoffs).text.value());
    RC_ASSERT(payoffs.strategies == outcomes.strategies);
    std::vector<int> expected;
    for (const std::size_t outcome : outcomes.profiles)
      for (const int payoff : outcomes.outcomes[outcome - 1].payoffs)
        expected.push_back(payoff);
    RC_ASSERT(payoffs.payoffs == expected);
  }));
}

TEST(Nfg, WhatCannotBeSaid) {
  const auto first = [](const Conflict& conflict) {
    const auto written = writeNfg(conflict, tableOf(Game(conflict)));
    return (written.text ? "written " : "refused ") +
           (written.diagnostics.empty() ? std::string() : std::string(written.diagnostics[0].code));
  };
  EXPECT_EQ(first(support::elmira()), "refused S0711");
  EXPECT_EQ(first(support::elmiraGraphForm()), "refused S0711");
  Conflict directed = support::syriaIraq();
  directed.options[0].direction = model::Direction::irrevocable;
  EXPECT_EQ(first(directed), "written S0712");
  EXPECT_EQ(first(Conflict{}), "refused S0711");
}

TEST(Nfg, StatesWithoutRanksAreRefused) {
  const auto written =
      writeNfg(support::prisonersDilemma(), {Game(support::prisonersDilemma()).feasible(), {}});
  ASSERT_FALSE(written.text.has_value());
  EXPECT_EQ(written.diagnostics[0].code, "S0709");
}

TEST(Nfg, LargeGamesAreRefused) {
  Conflict conflict;
  StateTable table;
  for (std::size_t i = 0; i < 17; ++i) {
    conflict.parties.push_back({.name = "P" + std::to_string(i), .firstOption = i, .optionCount = 1});
    conflict.options.push_back({.name = "o" + std::to_string(i), .owner = model::PartyId(i)});
  }
  table.states = {model::State(17, model::Choice::no), model::State(17, model::Choice::yes)};
  table.ranks.assign(17, {0, 1});
  const auto written = writeNfg(conflict, table);
  ASSERT_FALSE(written.text.has_value());
  EXPECT_EQ(written.diagnostics[0].code, "S0709");
}

} // namespace
} // namespace stasis::exchange
