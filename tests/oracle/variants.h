#pragma once

// Every conflict that differs from another in one thing its author may have believed wrongly, or in two, by
// definition: each change is made to the text of the model itself, one loop a kind of change, and what two
// changes give is kept once. Shares no code with src/. Tested against lists written out by hand in
// tests/robust.

#include "model/conflict.h"

#include <vector>

namespace stasis::oracle {

/// Every statement, class and constraint gets a range of its own, by which it is known in variants; every
/// number by which a state is called becomes a name, since a variant may number its states otherwise.
model::Conflict marked(model::Conflict conflict);

/// Of a marked conflict, in this order: each statement or weight left out; each two neighbours by importance
/// (tiers, or classes of a ranking) exchanged; each directed option made free, then each free one
/// irrevocable, unless its party's moves are listed; each constraint left out, unless states are listed.
std::vector<model::Conflict> oneChange(const model::Conflict& conflict);

/// Those with two changes, each once, and none that one change or no change gives.
std::vector<model::Conflict> twoChanges(const model::Conflict& conflict);

} // namespace stasis::oracle
