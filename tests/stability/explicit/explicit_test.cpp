#include "stability/engine_suite.h"
#include "stability/explicit/explicit_engine.h"

namespace stasis::properties {
namespace {

using stability::ExplicitWay;

std::unique_ptr<stability::ExplicitEngine> opened(const Conflict& conflict,
                                                  ExplicitWay way = ExplicitWay::automatic) {
  auto result = stability::openExplicit(conflict, {}, {}, way);
  for (const auto& d : result.diagnostics)
    EXPECT_EQ(d.severity, language::Severity::warning) << d.message;
  return std::move(result.engine);
}

/// The engine's own choice: conflicts as small as these are lists.
struct Explicit {
  static std::unique_ptr<Engine> open(const Conflict& conflict) {
    return opened(conflict, ExplicitWay::list);
  }

  static std::vector<support::Kind> kinds() {
    support::Kind large = support::Kind::optionForm();
    large.maxOptions = 9;
    large.weights = true;
    return {support::Kind::anything(), support::Kind::optionForm(), support::Kind::mergedStates(),
            support::Kind::graphOnly(), large};
  }

  static constexpr int runs = 400;
};

INSTANTIATE_TYPED_TEST_SUITE_P(Explicit, EngineSuite, Explicit);

/// The states as a cube, however few of its numbers are states.
struct Cube {
  static std::unique_ptr<Engine> open(const Conflict& conflict) {
    auto engine = opened(conflict, ExplicitWay::cube);
    const bool taken =
        conflict.listed.empty() &&
        std::ranges::all_of(conflict.parties, [](const auto& party) { return party.optionCount <= 8; });
    EXPECT_TRUE(!taken || engine->way().find("cube") != std::string::npos);
    return engine;
  }

  static std::vector<support::Kind> kinds() {
    support::Kind large = support::Kind::optionForm();
    large.maxOptions = 9;
    large.weights = large.rankings = true;
    support::Kind crowd = large; // up to eight parties
    crowd.minParties = 4;
    crowd.maxParties = 8;
    support::Kind pair = large; // two, of which one may have all options
    pair.minParties = pair.maxParties = 2;
    return {support::Kind::optionForm(), large, crowd, pair};
  }

  static constexpr int runs = 500;
};

INSTANTIATE_TYPED_TEST_SUITE_P(Cube, EngineSuite, Cube);

class BothWays : public testing::TestWithParam<ExplicitWay> {};
INSTANTIATE_TEST_SUITE_P(ExplicitEngine, BothWays, testing::Values(ExplicitWay::list, ExplicitWay::cube));

TEST_P(BothWays, MovesFromAStateAreTheOracles) {
  EXPECT_TRUE(support::holdsFor(500, support::Kind::anything(), [](const Conflict& conflict) {
    const oracle::Game game(conflict);
    const auto engine = opened(conflict, GetParam());
    std::size_t moves = 0;
    std::size_t improvements = 0;
    for (std::size_t i = 0; i < conflict.parties.size(); ++i)
      for (oracle::Place s = 0; s < game.size(); ++s) {
        oracle::Places reached;
        for (const auto q : engine->movesFrom(PartyId(i), stability::StateIndex(s)))
          reached.push_back(q.index());
        RC_ASSERT(reached == game.moves(i, s));
        moves += reached.size();
        improvements += game.improvements(i, s).size();
      }
    const auto traffic = engine->traffic();
    RC_ASSERT(traffic.has_value());
    RC_ASSERT(traffic->moves == moves);
    RC_ASSERT(traffic->improvements == improvements);
  }));
}

TEST_P(BothWays, NumbersAndPlacesAreTheOracles) {
  EXPECT_TRUE(support::holdsFor(500, support::Kind::anything(), [](const Conflict& conflict) {
    const oracle::Game game(conflict);
    const auto engine = opened(conflict, GetParam());
    for (oracle::Place s = 0; s < game.size(); ++s) {
      const auto& state = game.feasible()[s];
      RC_ASSERT(engine->number(state) == std::optional<stability::StateNumber>(s + 1));
      RC_ASSERT(engine->state(s + 1) == std::optional(state));
      for (const auto& member : game.members(s))
        RC_ASSERT(engine->number(member) == std::optional<stability::StateNumber>(s + 1));
    }
    RC_ASSERT(!engine->state(0));
    RC_ASSERT(!engine->state(game.size() + 1));
    for (std::size_t i = 0; i < conflict.parties.size(); ++i)
      for (oracle::Place s = 0; s < game.size(); ++s)
        for (oracle::Place q = 0; q < game.size(); ++q)
          RC_ASSERT((*engine->place(PartyId(i), game.feasible()[s]) <
                     *engine->place(PartyId(i), game.feasible()[q])) == game.prefers(i, s, q));
  }));
}

/// Option form with so many options that cells fill many tiles and both cores work. The oracle is too slow
/// here.
Conflict largeConflict(std::size_t options, std::uint64_t seed) {
  support::SeededDice dice(seed);
  support::Kind kind = support::Kind::optionForm();
  kind.weights = true;
  kind.minParties = 3;
  kind.constraints = seed % 2 == 0;
  kind.maxOptions = options;
  for (;;) {
    Conflict conflict = support::randomConflict(kind, dice);
    if (conflict.options.size() + 1 >= options)
      return conflict;
  }
}

/// The same with every move of every party listed.
Conflict inGraphForm(const Conflict& conflict, stability::ExplicitEngine& engine) {
  Conflict listed = conflict;
  for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
    auto& moves = listed.parties[i].moves.emplace();
    for (std::size_t s = 0; s < engine.stateCount(); ++s)
      for (const auto q : engine.movesFrom(PartyId(i), stability::StateIndex(s)))
        moves.push_back(
            {{model::StateRef::Kind::number, s + 1, {}}, {model::StateRef::Kind::number, q.index() + 1, {}}});
  }
  return listed;
}

void expectSame(Engine& a, Engine& b, const Conflict& conflict) {
  for (const auto& concept_ : model::concepts)
    for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
      const auto inA = a.stable(concept_.id, PartyId(i));
      const auto inB = b.stable(concept_.id, PartyId(i));
      ASSERT_EQ(a.count(inA), b.count(inB)) << concept_.name << support::show(conflict);
      ASSERT_EQ(members(a, inA), members(b, inB)) << concept_.name << support::show(conflict);
    }
}

// Cells and sweeps against lists of moves and legal sequences: nothing but ranks is shared.
TEST(ExplicitEngine, CellsAndListedMovesAgreeOnThousandsOfStates) {
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const Conflict conflict = largeConflict(12, seed);
    const auto cells = opened(conflict);
    const Conflict graph = inGraphForm(conflict, *cells);
    const auto arcs = opened(graph);
    expectSame(*cells, *arcs, conflict);
    EXPECT_EQ(cells->traffic()->moves, arcs->traffic()->moves);
    EXPECT_EQ(cells->traffic()->improvements, arcs->traffic()->improvements);
  }
}

// Other orders put the states of a cell elsewhere: other tiles, other runs through memory.
TEST(ExplicitEngine, OrderChangesNothingOnTensOfThousandsOfStates) {
  for (std::uint64_t seed = 11; seed <= 14; ++seed) {
    const Conflict conflict = largeConflict(16, seed);
    support::SeededDice dice(seed);
    const Reordered other(conflict, dice);
    const auto before = opened(conflict);
    const auto after = opened(other.conflict);
    for (const auto& concept_ : model::concepts)
      for (std::size_t i = 0; i < conflict.parties.size(); ++i) {
        const auto set = after->stable(concept_.id, PartyId(other.partyAt[i]));
        const auto old = members(*before, before->stable(concept_.id, PartyId(i)));
        ASSERT_EQ(after->count(set), old.size()) << concept_.name << support::show(conflict);
        for (const auto& state : old)
          ASSERT_TRUE(after->contains(set, other.renamed(state)));
      }
  }
}

// More statements than a word has bits, more than one digit has room for, and a tier longer than a word: the
// last statement still decides. Returns a party's places in the four states of a conflict of two options,
// from worst to best as 0, 1, …
std::vector<std::uint64_t> ranksOf(const Conflict& conflict, ExplicitWay way) {
  const auto engine = opened(conflict, way);
  std::vector<std::uint64_t> places;
  for (const auto& state : members(*engine, engine->feasible()))
    places.push_back(*engine->place(PartyId(0), state));
  const std::uint64_t last = *std::ranges::max_element(places);
  for (std::uint64_t& place : places)
    place = last - place;
  return places;
}

TEST_P(BothWays, AnyNumberOfStatementsIsRankedExactly) {
  Conflict conflict = support::prisonersDilemma();
  using E = model::Expression;
  const auto a = E::option(model::OptionId(0));
  const auto b = E::option(model::OptionId(1));
  const auto same = E::join(E::Op::disjunction, {a, E::negation(a)});
  for (const std::size_t before : {1U, 27U, 63U, 64U, 65U, 200U}) {
    model::Prioritised tiers;
    for (std::size_t k = 0; k < before; ++k)
      tiers.tiers.push_back({{.wanted = same}});
    tiers.tiers.push_back({{.wanted = a}});
    tiers.tiers.push_back(std::vector<model::Statement>(before, {.wanted = b}));
    conflict.parties[0].preference = tiers;
    // Worst to best: nothing, b, a, both.
    EXPECT_EQ(ranksOf(conflict, GetParam()), (std::vector<std::uint64_t>{0, 2, 1, 3})) << before;
  }
}

TEST_P(BothWays, WeightsAddUpExactly) {
  Conflict conflict = support::prisonersDilemma();
  const std::int64_t large = 1'000'000'000'000'000'000;
  conflict.parties[0].preference =
      model::Weights{.weights = {{.wanted = model::Expression::option(model::OptionId(0)), .units = large},
                                 {.wanted = model::Expression::option(model::OptionId(1)), .units = 1}}};
  EXPECT_EQ(ranksOf(conflict, GetParam()), (std::vector<std::uint64_t>{0, 2, 1, 3}));
  conflict.parties[0].preference =
      model::Weights{.weights = {{.wanted = model::Expression::option(model::OptionId(0)), .units = -large},
                                 {.wanted = model::Expression::option(model::OptionId(1)), .units = large}}};
  EXPECT_EQ(ranksOf(conflict, GetParam()), (std::vector<std::uint64_t>{1, 0, 2, 1}));
}

} // namespace
} // namespace stasis::properties
