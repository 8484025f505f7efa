#pragma once

// A party's ranks and stability, cell by cell (count_sets.h): Nash, and the concepts whose sanctions are any
// moves. The counted members change freely and are tied to nobody. So, wherever they start, together they can
// bring about every class of sums that so many members can have; what the singles can bring about does not
// depend on them. The least that a party can be held to is therefore a number for each state of the singles
// and choice of its own. Sanctions by improvements depend on who improves, and so on more than sums.
//
// O(cells · (gates + own choices)), and O(states of the singles · their choices) a round of their moves.
// Tested against the oracle and the other engines in tests/stability/orbits/counts_test.cpp.

#include "stability/orbits/count_numbers.h"
#include "stability/orbits/counted_conditions.h"
#include "stability/reference_checks.h"

namespace stasis::stability {

struct CountedRanks {
  CountSpace space;                       ///< the party is apart if it is a member
  std::vector<std::uint32_t> codes;       ///< by cell; larger is better
  std::uint32_t top = 0;                  ///< the best
  std::vector<StatementRange> statements; ///< for `prefer`: the range of each statement, in the order written
};

/// The cells that the party's preference tells apart; none if it does more with the members than count them,
/// or names states.
std::optional<CountSpace> spaceOfRanks(const CountedConflict& counted, model::PartyId party);

/// The ranks in these cells, or finer ones.
CountedRanks rankCells(const CountedConflict& counted, const CountSets& sets, CountNumbers& numbers,
                       model::PartyId party, CountSpace space, const Errand& errand);

/// The cells that are stable for the party, as rows. The concept must be judged without improvements.
RowWords stableCells(const CountedConflict& counted, const CountSets& sets, CountNumbers& numbers,
                     const CountedRanks& ranks, model::PartyId party, const model::ConceptRow& concept_,
                     const Errand& errand);

} // namespace stasis::stability
