#include "drafting/draft.h"
#include "evidence/reading/read_report.h"
#include "language/lexing/source_text.h"
#include "language/parse.h"
#include "language/words/expression_text.h"
#include "support/root.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::drafting {
namespace {

struct TableCase {
  std::string text;
  std::vector<std::string> wishes; ///< `Norland: not attack_port`
};

std::vector<TableCase> casesOf(const std::string& path) {
  std::vector<TableCase> cases;
  std::ifstream file(path);
  bool open = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("= ")) {
      cases.back().wishes.push_back(line.substr(2));
    } else if (line.empty() || line.starts_with("#")) {
      open = false;
    } else {
      if (!open)
        cases.emplace_back();
      cases.back().text += line + '\n';
      open = true;
    }
  }
  return cases;
}

/// Every preference of a draft, as the language reads it.
std::vector<std::string> wishesOf(const std::string& text) {
  std::vector<std::string> wishes;
  const auto ledger = evidence::readReport(text, "case.txt");
  const auto drafted = draft({{"case.txt", text, ledger}});
  const auto parsed = language::parse(language::SourceText("draft", drafted.text));
  EXPECT_TRUE(parsed.conflict) << drafted.text;
  if (parsed.conflict)
    for (const auto& party : parsed.conflict->parties)
      if (const auto* block = std::get_if<model::Prioritised>(&party.preference))
        for (const auto& tier : block->tiers)
          for (const auto& one : tier)
            wishes.push_back(party.name + ": " + language::text(one.wanted, *parsed.conflict));
  return wishes;
}

std::string opposite(const std::string& wish) {
  const auto colon = wish.find(": ");
  const std::string party = wish.substr(0, colon + 2);
  const std::string rest = wish.substr(colon + 2);
  return rest.starts_with("not ") ? party + rest.substr(4) : party + "not " + rest;
}

// An analyst can add what a draft leaves out, but is misled by what it has the wrong way round. So the first
// may happen, the second never.
TEST(DraftTable, NineOfTenAreWholeAndNoneIsTheWrongWayRound) {
  std::vector<TableCase> cases;
  for (const std::string name : {"who_wants_what", "turned_round"})
    for (TableCase& one : casesOf(support::root() + "/tests/drafting/tables/" + name + ".table"))
      cases.push_back(std::move(one));
  ASSERT_GT(cases.size(), 25U);
  std::size_t whole = 0;
  for (const TableCase& one : cases) {
    auto wishes = wishesOf(one.text);
    auto expected = one.wishes;
    for (const std::string& wish : expected)
      EXPECT_EQ(std::ranges::count(wishes, opposite(wish)), 0) << one.text << wish;
    EXPECT_TRUE(!expected.empty() || wishes.empty()) << one.text << (wishes.empty() ? "" : wishes.front());
    std::ranges::sort(wishes);
    std::ranges::sort(expected);
    whole += wishes == expected ? 1 : 0;
    if (wishes != expected) {
      std::cout << one.text;
      for (const std::string& wish : wishes)
        std::cout << "  has " << wish << '\n';
    }
  }
  std::cout << whole << " of " << cases.size() << " whole\n";
  EXPECT_GE(whole * 10, cases.size() * 9);
}

/// A way to say that the port will be closed (1) or will not (-1).
struct Way {
  std::string_view words;
  int sign;
};

constexpr std::array ways{Way{"said it would close the port", 1},
                          Way{"said it would not close the port", -1},
                          Way{"promised to close the port", 1},
                          Way{"promised not to close the port", -1},
                          Way{"refused to close the port", -1},
                          Way{"threatened to close the port", 1},
                          Way{"threatened not to close the port", -1},
                          Way{"vowed never to close the port", -1},
                          Way{"ruled out closing the port", -1},
                          Way{"said it had no intention of closing the port", -1},
                          Way{"said it would never close the port", -1},
                          Way{"said it would no longer close the port", -1},
                          Way{"agreed to close the port", 1},
                          Way{"said the port would be closed", 1},
                          Way{"said the port would not be closed", -1},
                          Way{"said it was not willing to close the port", -1},
                          Way{"decided not to close the port", -1},
                          Way{"said it would refrain from closing the port", -1},
                          Way{"said it would not hesitate to close the port", 1}};

constexpr std::array conditions{Way{"", 0},
                                Way{" if Pelland withdrew its guns", 1},
                                Way{" if Pelland did not withdraw its guns", -1},
                                Way{" unless Pelland withdrew its guns", -1},
                                Way{" if the guns were withdrawn", 1},
                                Way{" if the guns were not withdrawn", -1},
                                Way{" unless the guns were withdrawn", -1},
                                Way{" if Pelland refused to withdraw its guns", -1},
                                Way{" if Pelland failed to withdraw its guns", -1},
                                Way{" provided that Pelland withdrew its guns", 1},
                                Way{" as long as Pelland did not withdraw its guns", -1},
                                Way{" once Pelland had withdrawn its guns", 1},
                                Way{" if no guns were withdrawn", -1},
                                Way{" if Pelland never withdrew its guns", -1}};

// Every way to say it with every condition: a wish may be missing, never be turned round, nor its condition.
TEST(DraftTable, KeepsThePolarityOfEveryVerbWithEveryCondition) {
  std::size_t found = 0;
  for (const Way& way : ways)
    for (const Way& condition : conditions) {
      const std::string text = "Kestra " + std::string(way.words).append(condition.words) + ".\n";
      const std::string not_ = "not ";
      std::string right = "Kestra: " + (way.sign < 0 ? not_ : "") + "close_port";
      if (condition.sign != 0)
        right += " if " + (condition.sign < 0 ? not_ : "") + "withdraw_gun";
      for (const std::string& wish : wishesOf(text)) {
        if (wish.find("close_port") == std::string::npos)
          continue; // what a threat hangs on
        EXPECT_EQ(wish, right) << text;
        ++found;
      }
    }
  EXPECT_GE(found * 10, ways.size() * conditions.size() * 8);
}

/// Two acts under one verb, with what is said of each.
struct Pair {
  std::string_view words;
  int first;  ///< of closing the port; 0: nothing
  int second; ///< of expelling the envoy
};

constexpr std::array pairs{
    Pair{"said it would close the port and expel the envoy", 1, 1},
    Pair{"said it would not close the port or expel the envoy", -1, -1},
    Pair{"said it would close the port but not expel the envoy", 1, -1},
    Pair{"said it would not close the port but would expel the envoy", -1, 1},
    Pair{"said it would neither close the port nor expel the envoy", -1, -1},
    Pair{"promised to close the port and to expel the envoy", 1, 1},
    Pair{"promised to close the port and not to expel the envoy", 1, -1},
    Pair{"promised not to close the port and to expel the envoy", -1, 1},
    Pair{"promised not to close the port or expel the envoy", -1, -1},
    Pair{"promised not to close the port but to expel the envoy", -1, 1},
    Pair{"vowed never to close the port or expel the envoy", -1, -1},
    Pair{"refused to close the port or to expel the envoy", -1, -1},
    Pair{"refused to close the port and promised to expel the envoy", -1, 1},
    Pair{"refused to close the port and said it would expel the envoy", -1, 1},
    Pair{"ruled out closing the port or expelling the envoy", -1, -1},
    Pair{"said it had no intention of closing the port or expelling the envoy", -1, -1},
    Pair{"said it would refrain from closing the port and expel the envoy", -1, 1},
    Pair{"said it would never close the port and would expel the envoy", -1, 1},
    Pair{"agreed to stop closing the port and to expel the envoy", -1, 1},
    Pair{"said it would close the port instead of expelling the envoy", 1, -1},
    Pair{"urged Pelland to close the port and not to expel the envoy", 1, -1},
    Pair{"urged Pelland not to close the port but to expel the envoy", -1, 1},
    Pair{"warned Pelland against closing the port or expelling the envoy", -1, -1},
    Pair{"warned Pelland not to close the port or expel the envoy", -1, -1},
    Pair{"demanded that Pelland not close the port or expel the envoy", -1, -1},
    Pair{"asked Pelland neither to close the port nor to expel the envoy", -1, -1},
    Pair{"denied that it would close the port and promised to expel the envoy", 0, 1}};

TEST(DraftTable, KeepsThePolarityOfTwoActsUnderOneVerb) {
  std::size_t found = 0;
  for (const Pair& pair : pairs)
    for (const std::string& wish : wishesOf("Kestra " + std::string(pair.words) + ".\n")) {
      const bool first = wish.ends_with("close_port");
      EXPECT_TRUE(first || wish.ends_with("expel_envoy")) << pair.words << ": " << wish;
      EXPECT_EQ(wish.find("not ") == std::string::npos ? 1 : -1, first ? pair.first : pair.second)
          << pair.words << ": " << wish;
      ++found;
    }
  EXPECT_GE(found * 10, pairs.size() * 2 * 6);
}

} // namespace
} // namespace stasis::drafting
