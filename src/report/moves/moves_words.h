#pragma once

// What text and Markdown of `moves` share: which parties share an entry, the moves they list, and the words
// for each.

#include "report/moves/moves.h"

namespace stasis::report {

struct MovesGroup {
  std::vector<model::PartyId> parties; ///< one, or members of a family whose moves are alike
  const analysis::MovesOfParty* first = nullptr;
};

std::vector<MovesGroup> movesGroups(const MovesView& view);
/// `Iraq: 2 moves, 1 of them an improvement`.
std::string groupHeading(const MovesView& view, const MovesGroup& group);
/// How many moves are not listed; empty if all are.
std::string unlisted(const MovesView& view, const MovesGroup& group);
/// `From 1 status quo: 3 moves, 1 of them an improvement`; counts the parties asked about.
std::string movesHeading(const MovesView& view);

} // namespace stasis::report
