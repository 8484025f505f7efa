#pragma once

// Random marks on a conflict: `strongly` and `perhaps` on statements, `>>` and unsure pairs beside rankings,
// attitudes. What is made is sound: strong statements come first, and no unsure pair follows from the rest.

#include "model/conflict.h"
#include "support/dice.h"

namespace stasis::support {

/// Draws only where there is something to mark, so that a conflict without marks costs no dice.
void addMarks(model::Conflict& conflict, Dice& dice);

/// True if some chain of certain steps down the ranking leads from one state of the pair to the other: the
/// definition, by the closure of all certain steps. States are told apart by their places in the ranking.
/// `unsure` has pairs of places. O(states³).
bool followsFromTheRest(const model::Ranking& ranking,
                        const std::vector<std::pair<std::size_t, std::size_t>>& unsure,
                        std::pair<std::size_t, std::size_t> pair);

} // namespace stasis::support
