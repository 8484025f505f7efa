#include "drafting/draft.h"
#include "evidence/reading/read_report.h"
#include "language/lexing/source_text.h"
#include "language/parse.h"
#include "language/words/expression_text.h"
#include "support/root.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <string>
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

} // namespace
} // namespace stasis::drafting
