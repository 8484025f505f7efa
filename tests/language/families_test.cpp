#include "parse_examples.h"

namespace stasis::language {
namespace {

using model::Conflict;
using model::OptionId;
using model::PartyId;
using Op = model::Expression::Op;

const std::string guarantors = R"(conflict "Guarantors"
source report "report.txt"
parties Guarantors "Those who came" of France "French Republic", Britain,
  Germany
  because report "the gathering"
  option ground "Troops on the ground" irrevocable
    because report "on the ground"
  option sea
party Russia
  option peace
prefer each Guarantors
  not any of self.* or peace
  self.ground iff at least 2 of Guarantors.ground
    because report "five or more"
  self.sea | not Britain.sea
prefer Russia
  at most one of Guarantors.*
  France.ground
)";

TEST(Families, MembersArePartiesWithTheSameOptions) {
  const Conflict c = conflictOf(guarantors);
  ASSERT_EQ(c.families.size(), 1U);
  EXPECT_EQ(c.families[0].name, "Guarantors");
  EXPECT_EQ(c.families[0].label, "Those who came");
  EXPECT_EQ(c.families[0].members, (std::vector{PartyId(0), PartyId(1), PartyId(2)}));
  ASSERT_EQ(c.parties.size(), 4U);
  EXPECT_EQ(c.parties[0].label, "French Republic");
  EXPECT_EQ(c.parties[2].name, "Germany");
  ASSERT_EQ(c.options.size(), 7U);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(c.parties[i].family, model::FamilyId(0));
    EXPECT_EQ(c.parties[i].firstOption, 2 * i);
    EXPECT_EQ(c.parties[i].optionCount, 2U);
    EXPECT_EQ(c.options[2 * i].name, "ground");
    EXPECT_EQ(c.options[2 * i].label, "Troops on the ground");
    EXPECT_EQ(c.options[2 * i].direction, model::Direction::irrevocable);
    EXPECT_EQ(c.options[2 * i].owner, PartyId(i));
  }
  EXPECT_FALSE(c.parties[3].family);
}

TEST(Families, CitationsAreCopiedToEveryMember) {
  const Conflict c = conflictOf(guarantors);
  for (std::size_t i = 0; i < 3; ++i) {
    ASSERT_EQ(c.parties[i].because.size(), 1U);
    ASSERT_EQ(c.options[2 * i].because.size(), 1U);
    EXPECT_TRUE(c.options[2 * i + 1].because.empty());
    const auto& said = std::get<model::Prioritised>(c.parties[i].preference);
    ASSERT_EQ(said.tiers[1][0].because.size(), 1U);
    EXPECT_EQ(said.tiers[1][0].because[0].words, "five or more");
  }
  EXPECT_TRUE(c.parties[3].because.empty());
}

TEST(Families, EachMemberSaysItOfItself) {
  const Conflict c = conflictOf(guarantors);
  const auto o = [](std::size_t i) { return model::Expression::option(OptionId(i)); };
  for (std::size_t i = 0; i < 3; ++i) {
    const auto& tiers = std::get<model::Prioritised>(c.parties[i].preference).tiers;
    ASSERT_EQ(tiers.size(), 3U);
    using model::Expression;
    EXPECT_EQ(tiers[0][0].wanted,
              Expression::join(
                  Op::disjunction,
                  {Expression::negation(Expression::count(Op::atLeast, 1, {o(2 * i), o(2 * i + 1)})), o(6)}));
    EXPECT_EQ(tiers[1][0].wanted,
              Expression::join(Op::iff, {o(2 * i), Expression::count(Op::atLeast, 2, {o(0), o(2), o(4)})}));
    EXPECT_EQ(tiers[2][0].wanted, o(2 * i + 1));
    EXPECT_EQ(tiers[2][1].wanted, Expression::negation(o(3)));
  }
}

TEST(Families, CopiesShareTheirPlace) {
  const Conflict c = conflictOf(guarantors);
  const auto& first = std::get<model::Prioritised>(c.parties[0].preference);
  const auto& last = std::get<model::Prioritised>(c.parties[2].preference);
  EXPECT_EQ(first.range, last.range);
  for (std::size_t t = 0; t < first.tiers.size(); ++t)
    EXPECT_EQ(first.tiers[t][0].range, last.tiers[t][0].range);
}

TEST(Families, AllOptionsOfAllMembers) {
  const Conflict c = conflictOf(guarantors);
  const auto& said = std::get<model::Prioritised>(c.parties[3].preference);
  EXPECT_EQ(said.tiers[0][0].wanted.root().operands, 6U);
  EXPECT_EQ(said.tiers[1][0].wanted.options(), std::vector{OptionId(0)});
}

TEST(Families, ListsOfOptionsTakenMayNameThem) {
  const Conflict c =
      conflictOf("conflict \"t\"\nparties F of A, B\n  option x\n  option y\nparty P\n  option z\n"
                 "status quo F.x, z\nstate every = F.*\nstate mine = A.*, B.y\nexactly 2 of F.x\n"
                 "prefer each F\n  self.x\n  self.y\nprefer P\n  z\n");
  EXPECT_EQ(c.statusQuo->letters(), "YNYNY");
  EXPECT_EQ(c.named[0].state.letters(), "YYYYN");
  EXPECT_EQ(c.named[1].state.letters(), "YYNYN");
}

TEST(Families, ANameUniqueInAFamilyOfOneNeedsNoParty) {
  const Conflict c = conflictOf("conflict \"t\"\nparties F of A\n  option x\nprefer each F\n  x\n");
  EXPECT_EQ(std::get<model::Prioritised>(c.parties[0].preference).tiers[0][0].wanted.options(),
            std::vector{OptionId(0)});
}

TEST(Families, MembersCanHavePreferencesOneByOne) {
  const Conflict c = conflictOf(
      "conflict \"t\"\nparties F of A, B\n  option x\nprefer A\n  A.x\nrank B\n  s1 > s2 > s3 > s4\n");
  EXPECT_TRUE(std::holds_alternative<model::Ranking>(c.parties[1].preference));
}

/// A family of this many members, with these words in it.
std::string largeFamily(std::size_t members, const std::string& option, const std::string& wish) {
  std::string text = "conflict \"t\"\nsource s \"s.txt\"\nparties F of m0";
  for (std::size_t i = 1; i < members; ++i)
    text += ", m" + std::to_string(i);
  return text + "\n  option x " + option + "\nprefer each F\n  self.x " + wish + "\n";
}

// Each member has a copy of labels and citations: half a gigabyte of 100 kB in the text.
TEST(Families, WordsCopiedToEveryMemberAreCounted) {
  const std::string words = '"' + std::string(100'000, 'w') + '"';
  for (const std::string& text : {largeFamily(5'000, words, ""), largeFamily(5'000, "because s " + words, ""),
                                  largeFamily(5'000, "", "because s " + words)}) {
    const Parsed parsed = parse(SourceText("large.conflict", text));
    EXPECT_FALSE(parsed.conflict);
    ASSERT_EQ(parsed.diagnostics.size(), 1U);
    EXPECT_EQ(parsed.diagnostics.front().code, "S0601");
  }
  EXPECT_TRUE(parse(SourceText("fits.conflict", largeFamily(100, words, "because s " + words))).conflict);
}

} // namespace
} // namespace stasis::language
