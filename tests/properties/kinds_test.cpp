#include "language/parse.h"
#include "stability/orbits/kinds.h"

#include <gtest/gtest.h>

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

} // namespace
} // namespace stasis::stability
