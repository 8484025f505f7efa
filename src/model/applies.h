#pragma once

// Which concepts a conflict can have at all, whatever the engine. SIM puts choices of options together, so it
// has no meaning where moves are listed or states are merged; limited moves are defined for two parties.
//
// O(parties + listed states). Tested in tests/stability and by the sessions of tests/cli.

#include "model/conflict.h"

#include <string>

namespace stasis::model {

/// Why the conflict cannot have this concept, as a sentence without its full stop; none if it can.
std::optional<std::string> whyNot(const Conflict& conflict, Concept concept_);

/// The Stackelberg concepts of this conflict, one for each party as leader; empty unless it has two.
std::vector<Concept> ledConceptsOf(const Conflict& conflict);

} // namespace stasis::model
