#pragma once

// A party's moves in graph form if it does not see every state. It moves from each feasible state it sees to
// each other such state that differs only in its own options, in the directions they allow.
//
// O(feasible states + pairs of them that differ in the party's options only). Tested against all pairs of
// states.

#include "exchange/cube.h"

#include <variant>

namespace stasis::exchange {

inline constexpr std::size_t mostListedMoves = 200'000;

struct SeesEverything {};
struct TooManyMoves {};

/// States are given by number. `unseen` holds in the states the party does not see, `infeasible` in the
/// infeasible ones.
std::variant<std::vector<model::Move>, SeesEverything, TooManyMoves>
listMoves(const model::Conflict& conflict, model::PartyId party, const Cubes& infeasible,
          const Cubes& unseen);

} // namespace stasis::exchange
