#include "language/parse.h"
#include "stability/orbits/kinds.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <set>

namespace stasis::stability {
namespace {

model::Conflict parsed(const std::string& text) {
  const language::SourceText source("t.conflict", text);
  auto parsed = language::parse(source);
  EXPECT_TRUE(parsed.conflict);
  return std::move(*parsed.conflict);
}

std::vector<std::size_t> sizes(const std::string& text) {
  std::vector<std::size_t> found;
  const model::Conflict conflict = parsed(text);
  for (const Parties& kind : kindsOf(conflict, {}))
    found.push_back(kind.size());
  return found;
}

using Sizes = std::vector<std::size_t>;

const std::string guests =
    "party Host\n  option open\nparties Guests of A, B, C\n  option come\n  option stay\n";
const std::string wants = "prefer each Guests\n  self.come iff at least 2 of Guests.come\n  self.stay\n";

TEST(Kinds, MembersWhoCanBeExchangedAreOne) {
  EXPECT_EQ(sizes(guests + wants + "prefer Host\n  any of Guests.come\n"), (Sizes{1, 3}));
}

TEST(Kinds, ANameAStatementOrADirectionTellsApart) {
  EXPECT_EQ(sizes(guests + wants + "prefer Host\n  B.come\n"), (Sizes{1, 2, 1}));
  EXPECT_EQ(sizes(guests + wants + "never A.stay and open\n"), (Sizes{1, 1, 2}));
  EXPECT_EQ(sizes(guests + "prefer A\n  A.come\nprefer B\n  B.come\nprefer C\n  C.stay\n"), (Sizes{1, 2, 1}));
}

// An implication is not read the other way round; a count is, in any order.
TEST(Kinds, OrderMattersWhereItDoes) {
  EXPECT_EQ(sizes(guests + wants + "prefer Host\n  A.come implies B.come\n"), (Sizes{1, 1, 1, 1}));
  EXPECT_EQ(sizes(guests + wants + "prefer Host\n  exactly 1 of B.come, A.come, C.come\n"), (Sizes{1, 3}));
}

TEST(Kinds, FamiliesStandBesideEachOtherAndWeightsCount) {
  const std::string two = "parties Hosts of X, Y\n  option open\nparties Guests of A, B, C\n  option come\n";
  EXPECT_EQ(sizes(two + "prefer each Hosts\n  self.open iff any of Guests.come\n"), (Sizes{2, 3}));
  EXPECT_EQ(sizes(two + "weigh X\n  A.come 1\n  B.come 1\n  C.come 2\n"), (Sizes{1, 1, 2, 1}));
}

// Those in a list are alike among themselves, and so are the others.
TEST(Kinds, AConditionSplitsThem) {
  const model::Conflict conflict = parsed(guests + wants);
  const auto kinds = kindsOf(conflict, {});
  const auto come = [&](std::size_t member) {
    return model::Expression::option(model::OptionId(conflict.parties[member].firstOption));
  };
  const auto parts = splitBy(model::Expression::join(model::Expression::Op::conjunction, {come(1), come(3)}),
                             kinds, conflict);
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_EQ(parts[1], (Parties{model::PartyId(1), model::PartyId(3)}));
}

// The two of a pair want the same, and what no other pair wants.
TEST(Kinds, AThousandPairsAreFound) {
  constexpr std::size_t pairs = 1000, bits = 10;
  std::string text = "party Clock\n";
  for (std::size_t b = 0; b < bits; ++b)
    text += "  option b" + std::to_string(b) + '\n';
  std::string wanted;
  for (std::size_t p = 0; p < 2 * pairs; ++p) {
    const std::string own = std::to_string(p);
    text += "party P" + own + "\n  option x" + own + '\n';
    wanted += "prefer P" + own + "\n";
    for (std::size_t b = 0; b < bits; ++b)
      wanted +=
          (p / 2 >> b) % 2 == 0 ? "  b" + std::to_string(b) + '\n' : "  not b" + std::to_string(b) + '\n';
    const std::size_t first = p - p % 2;
    wanted += "  any of x" + std::to_string(first) + ", x" + std::to_string(first + 1) + "\n  x" + own + '\n';
  }
  Sizes expected(pairs, 2);
  expected.insert(expected.begin(), 1);
  EXPECT_EQ(sizes(text + wanted), expected);
}

/// A conflict as lines of words: what is infeasible, and what each party wants.
struct Lines {
  std::multiset<std::string> never;
  std::vector<std::vector<std::string>> wants;

  std::string text() const {
    std::string all;
    for (std::size_t p = 0; p < wants.size(); ++p)
      all += "party P" + std::to_string(p) + "\n  option x" + std::to_string(p) + '\n';
    for (const std::string& line : never)
      all += "never " + line + '\n';
    for (std::size_t p = 0; p < wants.size(); ++p) {
      all += "prefer P" + std::to_string(p) + '\n';
      for (const std::string& line : wants[p])
        all += "  " + line + '\n';
    }
    return all;
  }

  /// The definition: with the two called by each other's names, every line is there as before.
  bool areAlike(std::size_t a, std::size_t b) const {
    const auto renamed = [&](std::string line) {
      for (char& c : line)
        c = c == char('0' + a) ? char('0' + b) : c == char('0' + b) ? char('0' + a) : c;
      return line;
    };
    std::multiset<std::string> others;
    for (const std::string& line : never)
      others.insert(renamed(line));
    for (std::size_t p = 0; p < wants.size(); ++p)
      for (std::size_t k = 0; k < wants[p].size(); ++k) {
        const auto& there = wants[p == a ? b : p == b ? a : p];
        if (there.size() != wants[p].size() || there[k] != renamed(wants[p][k]))
          return false;
      }
    return others == never;
  }
};

/// Few lines over few names, so that parties are often alike.
Lines randomLines(std::mt19937& random) {
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  Lines lines;
  const std::size_t parties = 2 + below(4);
  const auto line = [&](std::size_t one) {
    const std::string x = "x" + std::to_string(one);
    const std::string y = "x" + std::to_string(below(parties));
    const std::array<std::string, 4> forms{x, "not " + x, x + " implies " + y, y + " implies " + x};
    return forms[below(4)];
  };
  for (std::size_t k = below(3); k > 0; --k)
    lines.never.insert(line(below(parties)));
  for (std::size_t p = 0; p < parties; ++p) {
    lines.wants.emplace_back();
    for (std::size_t k = below(2); k > 0; --k)
      lines.wants[p].push_back(below(4) > 0 ? "not x" + std::to_string(p) : line(p));
    lines.wants[p].push_back("x" + std::to_string(p));
  }
  return lines;
}

TEST(Kinds, AreThoseOfTheDefinition) {
  std::mt19937 random(7);
  std::size_t alike = 0, told = 0;
  for (int run = 0; run < 2000; ++run) {
    const Lines lines = randomLines(random);
    const model::Conflict conflict = parsed(lines.text());
    std::vector<std::size_t> kindOf(conflict.parties.size());
    const auto kinds = kindsOf(conflict, {});
    for (std::size_t k = 0; k < kinds.size(); ++k)
      for (const model::PartyId party : kinds[k])
        kindOf[party.index()] = k;
    for (std::size_t a = 0; a < kindOf.size(); ++a)
      for (std::size_t b = a + 1; b < kindOf.size(); ++b) {
        ASSERT_EQ(kindOf[a] == kindOf[b], lines.areAlike(a, b)) << lines.text() << a << ' ' << b;
        ++(kindOf[a] == kindOf[b] ? alike : told);
      }
  }
  EXPECT_GT(alike, 1000U);
  EXPECT_GT(told, 1000U);
}

} // namespace
} // namespace stasis::stability
