#pragma once

// A party's moves in graph form where it does not see every state: from each feasible state it sees to each
// that differs in its own options only, in the directions they allow, and that it sees as well.
//
// O(feasible states + pairs of them that differ in the party's options only). Tested against all pairs of
// states.

#include "exchange/cube.h"

#include <variant>

namespace stasis::exchange {

inline constexpr std::size_t mostListedMoves = 200'000;

struct SeesEverything {};
struct TooManyMoves {};

/// States are meant by their numbers. `unseen` holds in the states the party does not see, `infeasible` in
/// those that cannot be.
std::variant<std::vector<model::Move>, SeesEverything, TooManyMoves>
listMoves(const model::Conflict& conflict, model::PartyId party, const Cubes& infeasible,
          const Cubes& unseen);

} // namespace stasis::exchange
