// Syria and Iraq with strong, unknown and relational preferences, and two prisoners who care for each other.
// Separate code worked the numbers out from the definitions; both the nested loops and the engine must give
// them.

#include "oracle/families.h"
#include "stability/explicit/explicit_engine.h"
#include "support/published.h"

#include <gtest/gtest.h>

namespace stasis::families {
namespace {

using model::Attitude;
using model::Conflict;
using model::PartyId;
using Numbers = std::vector<std::size_t>;

class Solved {
public:
  explicit Solved(Conflict conflict)
      : conflict_(std::move(conflict)), game_(conflict_), definitions_(game_),
        engine_(std::move(stability::openExplicit(conflict_, {}, {}).engine)) {}

  void stable(std::string_view key, std::size_t party, const Numbers& expected) {
    EXPECT_EQ(fromOne(definitions_.stable(key, party)), expected) << key << " by definition";
    EXPECT_EQ(numbers(engine_->stable(*model::findConcept(key), PartyId(party))), expected) << key;
  }
  void equilibria(std::string_view key, const Numbers& expected) {
    EXPECT_EQ(fromOne(definitions_.equilibria(key)), expected) << key << " by definition";
    EXPECT_EQ(numbers(engine_->equilibria(*model::findConcept(key))), expected) << key;
  }

private:
  static Numbers fromOne(Numbers places) {
    for (std::size_t& place : places)
      ++place;
    return places;
  }
  Numbers numbers(stability::StateSet set) {
    Numbers found;
    for (const auto& state : engine_->list(set, 100))
      found.push_back(*engine_->number(state));
    return found;
  }

  Conflict conflict_;
  oracle::Game game_;
  oracle::Families definitions_;
  std::unique_ptr<stability::ExplicitEngine> engine_;
};

TEST(PublishedFamilies, SyriaAndIraqWithStrongPreferences) {
  Conflict c = support::syriaIraq();
  for (auto& party : c.parties)
    std::get<model::Ranking>(party.preference).strongAfter = {2};
  Solved solved(std::move(c));
  solved.stable("strong_gmr", 0, {1, 3, 6});
  solved.stable("strong_gmr", 1, {2, 4, 6});
  solved.stable("strong_smr", 0, {1, 6});
  solved.stable("strong_smr", 1, {2, 4, 6});
  solved.stable("strong_seq", 0, {1, 3, 6});
  solved.stable("strong_seq", 1, {2, 4, 6});
}

TEST(PublishedFamilies, SyriaAndIraqWithUnknownPreferences) {
  Conflict c = support::syriaIraq();
  const auto state = [](std::size_t n) { return model::StateRef{model::StateRef::Kind::number, n, {}}; };
  c.parties[0].unsure.push_back({state(2), state(4), {}});
  c.parties[1].unsure.push_back({state(1), state(5), {}});
  Solved solved(std::move(c));
  for (const char x : {'a', 'b', 'c', 'd'}) {
    const auto key = [&](const char* base) { return std::string(base) + '_' + x; };
    const bool mild = x == 'a' || x == 'b';
    solved.equilibria(key("nash"), {6});
    solved.equilibria(key("gmr"), mild ? Numbers{6} : Numbers{1, 6});
    solved.equilibria(key("smr"), {6});
    solved.equilibria(key("seq"), {6});
    solved.stable(key("gmr"), 1, mild ? Numbers{2, 4, 5, 6} : Numbers{1, 2, 4, 5, 6});
  }
}

Conflict withAttitudes(Conflict c, const std::vector<std::vector<Attitude>>& towards) {
  for (std::size_t i = 0; i < towards.size(); ++i)
    for (std::size_t j = 0; j < towards[i].size(); ++j)
      c.parties[i].attitudes.push_back({PartyId(j), towards[i][j], {}});
  return c;
}

TEST(PublishedFamilies, SyriaAndIraqWithAttitudes) {
  using enum Attitude;
  Solved friends(withAttitudes(support::syriaIraq(), {{for_, for_}, {for_, for_}}));
  friends.equilibria("rnash", {1, 2, 4, 6});
  friends.equilibria("rgmr", {1, 2, 3, 4, 6});
  friends.equilibria("rsmr", {1, 2, 3, 4, 6});
  friends.equilibria("rseq", {1, 2, 4, 6});
  Solved enemies(withAttitudes(support::syriaIraq(), {{for_, against}, {against, for_}}));
  enemies.equilibria("rnash", {5, 6});
  enemies.equilibria("rgmr", {1, 5, 6});
  enemies.equilibria("rsmr", {5, 6});
  enemies.equilibria("rseq", {5, 6});
  Solved oneSided(withAttitudes(support::syriaIraq(), {{for_, against}, {neutral, for_}}));
  oneSided.equilibria("rnash", {6});
  oneSided.equilibria("rgmr", {1, 5, 6});
  oneSided.equilibria("rsmr", {6});
  oneSided.equilibria("rseq", {5, 6});
}

TEST(PublishedFamilies, PrisonersWhoAreForEachOtherHoldEverywhere) {
  using enum Attitude;
  Solved solved(withAttitudes(support::prisonersDilemma(), {{for_, for_}, {for_, for_}}));
  solved.equilibria("rnash", {1, 2, 3, 4});
}

} // namespace
} // namespace stasis::families
