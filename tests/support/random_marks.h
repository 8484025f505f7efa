#pragma once

// Random marks on a conflict: strength (`strongly` on the first lines, `>>` between classes), doubt
// (`perhaps` on other lines, here and there with odds, and on directions; unsure pairs beside rankings) and
// attitudes. The result is sound: strong statements come first, and no unsure pair follows from the rest.

#include "model/conflict.h"
#include "support/dice.h"

namespace stasis::support {

// Each rolls dice only if there is something to mark.
void addStrength(model::Conflict& conflict, Dice& dice);
void addDoubt(model::Conflict& conflict, Dice& dice);
void addAttitudes(model::Conflict& conflict, Dice& dice);
/// All three.
void addMarks(model::Conflict& conflict, Dice& dice);

/// True if some chain of certain steps down the ranking leads from one state of the pair to the other: the
/// definition, by the closure of all certain steps. States are told apart by their places in the ranking.
/// `unsure` has pairs of places. O(states³).
bool followsFromTheRest(const model::Ranking& ranking,
                        const std::vector<std::pair<std::size_t, std::size_t>>& unsure,
                        std::pair<std::size_t, std::size_t> pair);

} // namespace stasis::support
