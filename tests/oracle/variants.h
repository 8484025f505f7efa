#pragma once

// Every conflict that differs from another in one or two things its author may have assumed wrongly, by
// definition. Each change is made to the text of the model itself, with one loop for each kind of change. A
// conflict that two pairs of changes give is kept once. Shares no code with src/. Tested against lists
// written by hand in tests/robust.

#include "model/conflict.h"

#include <vector>

namespace stasis::oracle {

/// Gives every statement, class and constraint its own range, which identifies it in variants. Replaces every
/// number of a state by a name, since a variant may number its states differently.
model::Conflict marked(model::Conflict conflict);

/// The variants of a marked conflict, in this order: each statement or weight left out; each two neighbours
/// by importance (tiers, or classes of a ranking) exchanged; each directed option made free; each free one
/// made irrevocable, unless its party's moves are listed; each constraint left out, unless states are listed.
std::vector<model::Conflict> oneChange(const model::Conflict& conflict);

/// The variants with two changes, each once, without those that one change or no change gives.
std::vector<model::Conflict> twoChanges(const model::Conflict& conflict);

} // namespace stasis::oracle
