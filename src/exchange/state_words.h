#pragma once

// Names of a state in drawings and games: its own name, and the options taken in it.

#include "model/conflict.h"
#include "model/joined.h"

#include <string>
#include <vector>

namespace stasis::exchange {

/// The name or number of the state at `position` in the table, from 0: `s9`, `6`.
std::string numberOf(const model::Conflict& conflict, std::size_t position);
/// Labels (else names) given to it, `status quo` last; of a merged state those of its members.
std::vector<std::string> titlesOf(const model::Conflict& conflict, std::size_t position,
                                  const model::Pattern& state);
/// What one party does in it, by label; an option left open is `… or not`.
std::vector<std::string> takenBy(const model::Conflict& conflict, model::PartyId party,
                                 const model::Pattern& state);

using model::joined;

} // namespace stasis::exchange
