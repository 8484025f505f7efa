#pragma once

// A short list of statements that orders a party's states as its answers say. Of two states the list puts
// that one first in which the first statement holds that tells them apart; states that none tells apart are
// alike. The list fits what is known if it puts no state above another that is known to be at least as good,
// and tells apart all that are known not to be the same. Where the answers leave an order open, it chooses
// one.
//
// Method: among the conditions of statement_columns.h, those are admissible that part no group of states
// still together against what is known. Parting groups further makes no admissible condition inadmissible, so
// taking any of them never bars a list: if there is one of these conditions, it is found. What is taken first
// (what settles most of the order for its words) decides only how long the list gets; several weights of
// words are tried, what is not needed is taken out, and the shortest list counts.
//
// Cost: for each statement, conditions × states² / 64. Tested by tests/elicit on random rankings against an
// order by nested loops.

#include "analysis/elicit/known_order.h"
#include "model/conflict.h"

#include <optional>
#include <vector>

namespace stasis::analysis {

struct StatementList {
  std::vector<model::Expression> statements; ///< most important first
  std::vector<std::vector<Place>> classes;   ///< the order that they make: classes of equals, best first
};

/// None if no list of such conditions fits, or nothing is known that would need one.
std::optional<StatementList> statementList(const model::Conflict& conflict,
                                           const std::vector<model::Pattern>& states,
                                           const KnownOrder& order);

} // namespace stasis::analysis
