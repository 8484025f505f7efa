// Marks: strength, doubt and attitudes, what they mean, and that their words stay names.

#include "language/resolving/doubts.h"
#include "language/words/format.h"
#include "language/words/write.h"
#include "parse_examples.h"
#include "support/random_marks.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace stasis::language {
namespace {

using model::Attitude;
using model::Conflict;
using model::Mark;
using model::PartyId;

Conflict read(const std::string& text) {
  const SourceText source("marks.conflict", text);
  Parsed parsed = parse(source);
  EXPECT_EQ(told(source, parsed.diagnostics), "") << text;
  return parsed.conflict.value_or(Conflict());
}

const std::string head = "conflict \"Marks\"\n"
                         "parties Allies of France, Britain\n  option ground\n"
                         "party Iraq\n  option attack\n"
                         "prefer each Allies\n  self.ground\n"
                         "allow S0411, S0412, S0413, S0414\n";

TEST(Marks, AMarkIsThatOfItsLine) {
  const Conflict c = read(head + "prefer Iraq\n"
                                 "  strongly attack | France.ground\n"
                                 "  not Britain.ground\n"
                                 "  perhaps any of Allies.ground | not (attack)\n");
  const auto& said = std::get<model::Prioritised>(c.parties[2].preference);
  ASSERT_EQ(said.tiers.size(), 3U);
  const std::array marks{Mark::strongly, Mark::none, Mark::perhaps};
  for (std::size_t t = 0; t < 3; ++t)
    for (const auto& statement : said.tiers[t])
      EXPECT_EQ(statement.mark, marks[t]) << t;
  EXPECT_TRUE(c.speaksOfStrength());
  EXPECT_TRUE(c.speaksOfDoubt());
  EXPECT_FALSE(c.speaksOfAttitudes());
}

TEST(Marks, StandBesideThePartyAndInFamilies) {
  const Conflict c =
      read("conflict \"Marks\"\nsource s \"p\"\nparties Allies of France, Britain\n  option ground\n"
           "  option sea\nprefer each Allies strongly self.ground\n  perhaps not any of self.*\n"
           "    because s \"words\"\n  self.sea if not self.ground\nallow S0411, S0412, S0418\n");
  for (const model::Party& party : c.parties) {
    const auto& said = std::get<model::Prioritised>(party.preference);
    ASSERT_EQ(said.tiers.size(), 3U);
    EXPECT_EQ(said.tiers[0][0].mark, Mark::strongly);
    EXPECT_EQ(said.tiers[1][0].mark, Mark::perhaps);
    EXPECT_EQ(said.tiers[1][0].because.size(), 1U);
    EXPECT_EQ(said.tiers[2][0].mark, Mark::none);
  }
}

TEST(Marks, OddsStandBehindPerhaps) {
  const Conflict c = read("conflict \"Odds\"\nparties Allies of France, Britain\n"
                          "  option ground \"On land\" perhaps irrevocable\n"
                          "  option sea perhaps 0.250 unresumable\n"
                          "prefer each Allies perhaps 0.7 self.ground | self.sea\n  perhaps self.sea\n"
                          "  perhaps 1 not self.ground\nallow S0411, S0412, S0418\n");
  for (const model::Option& option : c.options) {
    EXPECT_EQ(option.direction, model::Direction::both);
    ASSERT_TRUE(option.doubt);
  }
  EXPECT_EQ(c.options[0].doubt->direction, model::Direction::irrevocable);
  EXPECT_FALSE(c.options[0].doubt->odds);
  EXPECT_EQ(c.options[1].doubt->direction, model::Direction::unresumable);
  EXPECT_EQ(c.options[1].doubt->odds->billionths, 250'000'000);
  const auto& said = std::get<model::Prioritised>(c.parties[1].preference);
  EXPECT_EQ(said.tiers[0][1].odds->billionths, 700'000'000);
  EXPECT_FALSE(said.tiers[1][0].odds);
  EXPECT_EQ(said.tiers[2][0].odds->billionths, 1'000'000'000);
  const std::string written = write(c);
  EXPECT_NE(written.find("\"On land\" perhaps irrevocable\n"), std::string::npos) << written;
  EXPECT_NE(written.find("sea              perhaps 0.25 unresumable\n"), std::string::npos) << written;
  EXPECT_NE(written.find("  perhaps 0.7 self.ground | self.sea\n"), std::string::npos) << written;
  EXPECT_NE(written.find("  perhaps 1 not self.ground\n"), std::string::npos) << written;
  EXPECT_EQ(write(read(written)), written);
}

TEST(Marks, MuchBetterStandsBetweenClassesOnAnyLine) {
  const std::string states =
      "states\n  s1 N N\n  s2 Y N\n  s3 N Y\n  s4 Y Y\nparty A\n  option a\nparty B\n  option b\n"
      "conflict \"Ranks\"\nprefer B\n  b\nallow S0411\n";
  for (const std::string line : {"rank A s1 > s2 >> s3 ~ s4", "rank A\n  s1 >\n  s2 >>\n  s3 ~\n  s4",
                                 "rank A s1\n  > s2 >> s3 ~ s4"}) {
    const SourceText source("ranks.conflict", states + line + "\n");
    const Parsed parsed = parse(source);
    if (!parsed.conflict) {
      EXPECT_NE(line.find("\n  >"), std::string::npos) << told(source, parsed.diagnostics);
      continue;
    }
    const auto& ranking = std::get<model::Ranking>(parsed.conflict->parties[0].preference);
    EXPECT_EQ(ranking.classes.size(), 3U);
    EXPECT_EQ(ranking.strongAfter, std::vector<std::size_t>{1});
  }
}

TEST(Marks, UnsurePairsAreOfTheRankingBesideThem) {
  const std::string text = "conflict \"Doubt\"\nparty A\n  option a\nparty B\n  option b\nprefer B\n  b\n"
                           "allow S0411\nrank A\n  s1 > s2 > YY > s3\n";
  for (const std::string line : {"unsure A s2 ? s1, s3 ? YY\n", "unsure A\n  s2 ? s1\n  s3 ?\n  YY\n",
                                 "unsure A s2 ? s1\nunsure A s3 ? YY\n"}) {
    const Conflict c = read(text + line);
    ASSERT_EQ(c.parties[0].unsure.size(), 2U) << line;
    EXPECT_EQ(c.parties[0].unsure[0].one.value, 2U);
    EXPECT_EQ(c.parties[0].unsure[0].other.value, 1U);
    EXPECT_EQ(c.parties[0].unsure[1].one.value, 3U);
    EXPECT_EQ(c.parties[0].unsure[1].other.kind, model::StateRef::Kind::named);
    EXPECT_TRUE(c.speaksOfDoubt());
  }
}

TEST(Marks, AFamilyStandsForItsMembersOnBothSides) {
  const Conflict c =
      read(head + "prefer Iraq\n  attack\n"
                  "attitude Allies for Allies, against Iraq\nattitude each Allies neutral self\n"
                  "attitude Iraq\n  for Allies\n  against self\n");
  const PartyId france(0);
  const PartyId britain(1);
  const PartyId iraq(2);
  EXPECT_EQ(c.attitude(france, britain), Attitude::for_);
  EXPECT_EQ(c.attitude(britain, france), Attitude::for_);
  EXPECT_EQ(c.attitude(france, france), Attitude::neutral);
  EXPECT_EQ(c.attitude(britain, iraq), Attitude::against);
  EXPECT_EQ(c.attitude(iraq, britain), Attitude::for_);
  EXPECT_EQ(c.attitude(iraq, iraq), Attitude::against);
  EXPECT_TRUE(c.speaksOfAttitudes());
  const Conflict plain = read(head + "prefer Iraq\n  attack\n");
  EXPECT_EQ(plain.attitude(iraq, iraq), Attitude::for_);
  EXPECT_EQ(plain.attitude(iraq, france), Attitude::neutral);
  EXPECT_FALSE(plain.speaksOfStrength() || plain.speaksOfDoubt() || plain.speaksOfAttitudes());
}

// Words of the language in one place are names in all others.

constexpr std::array<std::string_view, 10> placeWords{"unsure", "attitude", "unaware", "blind",    "allow",
                                                      "for",    "against",  "neutral", "strongly", "perhaps"};

std::string replaced(std::string text, std::string_view mark, std::string_view word) {
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + word.size()))
    text.replace(at, mark.size(), word);
  return text;
}

TEST(Marks, WordsOfOnePlaceAreNamesOfOptions) {
  const std::string text =
      "conflict \"Names\"\nparty A\n  option @ \"Label\"\n  option b\nparty C\n  option c irrevocable\n"
      "always @ or b or c or not @\nnever @ and b and c\ndefine d = @\nstatus quo @\n"
      "state whole = @, b\nstate one = @\n"
      "prefer A\n  @\n  @ and b\n  @ | b\nprefer C\n  @ if c\n  perhaps @\n  not @\n"
      "  @.b\nallow S0411, S0412, S0418\nexpect 6 states\n";
  for (const auto word : placeWords) {
    const std::string own = replaced(text, "@.b", "A." + std::string(word));
    const Conflict c = read(replaced(own, "@", word));
    ASSERT_EQ(c.options.size(), 3U) << word;
    EXPECT_EQ(c.options[0].name, word);
    EXPECT_EQ(std::get<model::Prioritised>(c.parties[1].preference).tiers[1][0].mark, Mark::perhaps) << word;
    const std::string written = write(c);
    EXPECT_EQ(write(read(written)), written) << written;
  }
}

TEST(Marks, WordsOfOnePlaceAreNamesOfPartiesAndStates) {
  const std::string text =
      "conflict \"Names\"\nparty @\n  option a\nparty B\n  option b\nstates\n"
      "  @  Y N\n  attack N Y\n  N1 NN \"nothing\"\nallow S0411\n"
      "rank @\n  attack >\n  @ >> N1\nrank B\n  @ ~ attack > N1\nunsure @ attack ? @\n"
      "unsure B @ ? N1, attack ? N1\n"
      "attitude @ for B, against @\nattitude B\n  neutral @\n"
      "move @\n  @ -> attack, N1 <-> @\nexpect @ is stable for @ under nash\nexpect nash = @\n";
  for (const auto word : placeWords) {
    const SourceText source("names.conflict", replaced(text, "@", word));
    const Parsed parsed = parse(source);
    EXPECT_FALSE(hasErrors(parsed.diagnostics)) << source.text() << told(source, parsed.diagnostics);
    if (!parsed.conflict)
      continue;
    const Conflict& c = *parsed.conflict;
    EXPECT_EQ(c.listed.size(), 3U);
    EXPECT_EQ(c.parties[0].unsure.size(), 1U);
    EXPECT_EQ(c.parties[1].unsure.size(), 2U);
    EXPECT_EQ(c.attitude(PartyId(0), PartyId(0)), Attitude::against);
    EXPECT_EQ(c.attitude(PartyId(1), PartyId(0)), Attitude::neutral);
    EXPECT_EQ(c.parties[0].moves->size(), 3U);
    const std::string written = write(c);
    const Parsed again = parse(SourceText("written", written));
    ASSERT_TRUE(again.conflict) << written;
    EXPECT_EQ(write(*again.conflict), written);
    const auto laidOut = format(source).text.value_or("");
    EXPECT_EQ(format(SourceText("laid out", laidOut)).text.value_or(""), laidOut);
    EXPECT_NE(laidOut.find("\n  " + std::string(word) + "  "), std::string::npos) << laidOut; // still listed
  }
}

TEST(Marks, AreLaidOut) {
  const std::string text =
      "conflict   \"x\"\nunsure  A   s1?s2 ,s2?s3\nattitude each F  for  B\nattitude A for F,\nagainst B\n"
      "prefer B\n    strongly   b|c\n";
  EXPECT_EQ(
      format(SourceText("x", text)).text.value_or(""),
      "conflict \"x\"\nunsure A        s1 ? s2, s2 ? s3\nattitude each F for B\nattitude A      for F,\n"
      "                against B\nprefer B\n  strongly b | c\n");
}

// Pairs that follow from the rest, against the closure of all certain steps.

TEST(Marks, APairThatFollowsFromTheRestIsFound) {
  std::size_t sound = 0;
  std::size_t unsound = 0;
  for (std::uint64_t seed = 0; seed < 1200; ++seed) {
    support::SeededDice dice(seed);
    model::Ranking ranking;
    std::vector<std::pair<std::size_t, std::size_t>> places;
    const std::size_t n = 2 + dice.roll(6);
    for (std::size_t s = 1; s <= n; ++s) {
      if (ranking.classes.empty() || dice.chance(3, 4))
        ranking.classes.emplace_back();
      ranking.classes.back().push_back({model::StateRef::Kind::number, s, {}});
    }
    const auto classOf = [&](std::size_t place) {
      std::size_t k = 0;
      for (; place >= ranking.classes[k].size(); ++k)
        place -= ranking.classes[k].size();
      return k;
    };
    std::vector<model::UnsurePair> pairs;
    for (std::size_t a = 0; a < n; ++a)
      for (std::size_t b = a + 1; b < n; ++b)
        if (classOf(a) != classOf(b) && dice.chance(2, 3)) {
          places.emplace_back(a, b);
          pairs.push_back(
              {{model::StateRef::Kind::number, b + 1, {}}, {model::StateRef::Kind::number, a + 1, {}}, {}});
        }
    const auto name = [](const model::StateRef& s) { return std::to_string(s.value); };
    const bool told = !doubtProblems(ranking, pairs, {name, name}).empty();
    const bool follows = std::ranges::any_of(
        places, [&](const auto& pair) { return support::followsFromTheRest(ranking, places, pair); });
    ASSERT_EQ(told, follows) << seed;
    (follows ? unsound : sound) += places.empty() ? 0 : 1;
  }
  EXPECT_GT(sound, 100U);
  EXPECT_GT(unsound, 100U);
}

} // namespace
} // namespace stasis::language
