#pragma once

// An order of options that places tied options close together: FORCE (Aloul, Markov and Sakallah 2003). Each
// tie repeatedly pulls its options to the middle of their places; the order with the smallest sum of spans is
// kept.
//
// How much a diagram may have to remember at one place of an order is the number of options before it that
// are tied to some behind it (`mostOpen`; a vertex separation). O(options · log options and ties) for each
// of 400 rounds at most. Tested in tests/stability/symbolic/variable_order_test.cpp.

#include "stability/symbolic/ties.h"

namespace stasis::stability {

/// Puts the options of `start` in such an order. The same input gives the same order.
std::vector<model::OptionId> forceOrder(const std::vector<model::OptionId>& start,
                                        const std::vector<Tie>& ties);

/// The largest number of options before some place of the order that are tied to an option after it.
std::size_t mostOpen(const std::vector<model::OptionId>& order, const std::vector<Tie>& ties);

} // namespace stasis::stability
