#pragma once

// A weighted sum over sets of states: where each bit of the sum is 1, and where the sum exceeds a bound.
//
// With the first terms decided, whether the sum exceeds a bound is a function of the rest and of what is left
// of the bound; a bit of the sum is one of the rest and of what these terms have come to, modulo the next
// power of two (pseudo-Boolean constraints as diagrams: Eén and Sörensson 2006). Where the terms depend on
// options one behind another, every such function is made once, from the last term upwards. Cost: for each
// term as many steps as the sums of the terms before it (or behind it) have values. Tested in
// tests/stability/symbolic/weighted_sum_test.cpp against sums in every state.

#include "stability/symbolic/diagram.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace stasis::stability {

/// Counts in a sum where the set holds.
struct Term {
  std::uint64_t number;
  Diagram where;
};

/// Least important bit first. `width`: at least as many bits as the largest sum has, at most 63. Where terms
/// mix options, or sums have too many values, the numbers are added one after the other. Throws LimitReached.
std::vector<Diagram> sumBits(std::vector<Term> terms, std::size_t width);
/// For each of these bounds, ascending: where the sum, below 2^63, exceeds it. None if terms mix options or
/// what is left of the bounds has too many values. Throws LimitReached.
std::optional<std::vector<Diagram>> sumAbove(std::vector<Term> terms, std::vector<std::uint64_t> bounds);

} // namespace stasis::stability
