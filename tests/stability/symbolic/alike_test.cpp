#include "language/parse.h"
#include "stability/engine_suite.h"
#include "stability/explicit/explicit_engine.h"
#include "stability/symbolic/alike.h"
#include "stability/symbolic/symbolic_engine.h"

namespace stasis::properties {
namespace {

Conflict parsed(const std::string& text) {
  const language::SourceText source("t.conflict", text);
  auto parsed = language::parse(source);
  EXPECT_TRUE(parsed.conflict);
  return std::move(*parsed.conflict);
}

const std::string alike = "party Host\n  option open\n"
                          "parties Guests of A, B, C\n  option come\n  option stay irrevocable\n"
                          "never (at least 3 of Guests.come) and not open\n";
const std::string eachWants =
    "prefer each Guests\n  not self.stay or at least 2 of Guests.come\n  self.come iff open\n"
    "  self.stay\n";

std::vector<std::size_t> places(const Conflict& conflict) {
  std::vector<std::size_t> result;
  for (const PartyId party : stability::likeness(conflict, model::ConceptFamily::classical))
    result.push_back(party.index());
  return result;
}

void expectSameAsExplicit(const Conflict& conflict) {
  const auto symbolic = stability::openSymbolic(conflict, {}, {}).engine;
  const auto explicitly = stability::openExplicit(conflict, {}, {}).engine;
  for (const auto& concept_ : model::concepts)
    for (std::size_t i = 0; i < conflict.parties.size(); ++i)
      EXPECT_EQ(members(*symbolic, symbolic->stable(concept_.id, PartyId(i))),
                members(*explicitly, explicitly->stable(concept_.id, PartyId(i))))
          << concept_.name << ' ' << conflict.parties[i].name;
}

TEST(Alike, MembersThatCanBeExchangedAre) {
  const Conflict conflict =
      parsed(alike + "prefer Host\n  at least 2 of Guests.come\n  not open\n" + eachWants);
  EXPECT_EQ(places(conflict), (std::vector<std::size_t>{0, 1, 1, 1}));
  expectSameAsExplicit(conflict);
}

TEST(Alike, WhoIsSpokenOfByNameIsNot) {
  const Conflict wanted = parsed(alike + "prefer Host\n  B.come\n  not open\n" + eachWants);
  EXPECT_EQ(places(wanted), (std::vector<std::size_t>{0, 1, 2, 1}));
  expectSameAsExplicit(wanted);
  const Conflict bound = parsed(alike + "never A.stay and open\nprefer Host\n  open\n" + eachWants);
  EXPECT_EQ(places(bound), (std::vector<std::size_t>{0, 1, 2, 2}));
  expectSameAsExplicit(bound);
}

TEST(Alike, WhoWantsSomethingElseIsNot) {
  const Conflict conflict =
      parsed(alike + "prefer A\n  A.come\nprefer B\n  B.come\nprefer C\n  C.stay\n  C.come\n");
  EXPECT_EQ(places(conflict), (std::vector<std::size_t>{0, 1, 1, 3}));
  expectSameAsExplicit(conflict);
}

} // namespace
} // namespace stasis::properties
