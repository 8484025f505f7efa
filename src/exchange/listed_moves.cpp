#include "exchange/listed_moves.h"

#include "exchange/feasible_states.h"

#include <algorithm>
#include <map>

namespace stasis::exchange {

using model::Direction;
using model::Move;
using model::OptionId;
using model::State;
using model::StateRef;

namespace {

constexpr std::size_t mostStates = std::size_t{1} << 20U;
constexpr std::uint64_t mostSteps = std::uint64_t{1} << 26U;

struct Numbered {
  std::size_t number;
  State state;
};

/// The states a party sees, grouped: states of a group differ only in the party's own options.
class Cells {
public:
  Cells(const model::Conflict& conflict, const model::Party& party) : conflict_(conflict), party_(party) {}

  void add(std::size_t number, const State& state) {
    const std::string& letters = state.letters();
    cells_[letters.substr(0, party_.firstOption) + letters.substr(party_.firstOption + party_.optionCount)]
        .push_back({number, state});
  }

  /// A move is followed by its reverse. None if there are too many.
  std::optional<std::vector<Move>> moves() const {
    std::vector<Move> moves;
    std::uint64_t pairs = 0;
    for (const auto& [others, cell] : cells_)
      for (std::size_t a = 0; a < cell.size(); ++a)
        for (std::size_t b = a + 1; b < cell.size(); ++b) {
          add(cell[a], cell[b], moves);
          add(cell[b], cell[a], moves);
          if (moves.size() > mostListedMoves || ++pairs > mostSteps)
            return std::nullopt;
        }
    return moves;
  }

private:
  const model::Conflict& conflict_;
  const model::Party& party_;
  std::map<std::string, std::vector<Numbered>> cells_;

  void add(const Numbered& from, const Numbered& to, std::vector<Move>& moves) const {
    if (allowed(from.state, to.state))
      moves.push_back({{StateRef::Kind::number, from.number, party_.range},
                       {StateRef::Kind::number, to.number, party_.range}});
  }

  bool allowed(const State& from, const State& to) const {
    for (std::size_t i = party_.firstOption; i < party_.firstOption + party_.optionCount; ++i) {
      const bool before = from.taken(OptionId(i));
      const bool after = to.taken(OptionId(i));
      const Direction direction = conflict_.options[i].direction;
      if (before != after && direction == (after ? Direction::unresumable : Direction::irrevocable))
        return false;
    }
    return true;
  }
};

bool holds(const Cube& cube, const State& state) {
  return std::ranges::all_of(cube, [&](Literal one) { return state.taken(one.option) == one.taken; });
}

} // namespace

std::variant<std::vector<Move>, SeesEverything, TooManyMoves> listMoves(const model::Conflict& conflict,
                                                                        model::PartyId party,
                                                                        const Cubes& infeasible,
                                                                        const Cubes& unseen) {
  Cells cells(conflict, conflict.party(party));
  std::size_t number = 0;
  bool seesAll = true;
  const bool finished =
      forEachStateOutside(infeasible, conflict.options.size(), mostSteps, [&](const State& state) {
        ++number;
        if (std::ranges::any_of(unseen, [&](const Cube& cube) { return holds(cube, state); }))
          seesAll = false;
        else
          cells.add(number, state);
        return number <= mostStates;
      });
  if (!finished)
    return TooManyMoves{};
  if (seesAll)
    return SeesEverything{};
  if (auto moves = cells.moves())
    return std::move(*moves);
  return TooManyMoves{};
}

} // namespace stasis::exchange
