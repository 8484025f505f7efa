#pragma once

// Which sets of used choices belong to a row, in two forms.
//
// As sums: a row is the sum of `all used choices are among A`, each times a whole number (Möbius inversion
// over supersets; Rota 1964). So the states of a row are counted by ways that keep to A. As intervals: a row
// is the union of `L is used, and nothing outside A`. So whether a row can be completed shows on ways that
// keep to A, after one member for each choice of L.
//
// O(choices · 2^choices) for sums; O(2^choices) a look for intervals. Tested in
// tests/stability/orbits/counts_test.cpp.

#include "stability/orbits/capped_sums.h"

#include <map>

namespace stasis::stability {

struct UseInterval {
  ChoiceSet least = 0; ///< all of these are used
  ChoiceSet most = 0;  ///< nothing else is used

  friend auto operator<=>(const UseInterval&, const UseInterval&) = default;
};

/// The bits of a row: whether a set of used choices belongs to it, by number.
using UseBits = std::vector<bool>;

/// By A: how many times `all used choices are among A` is taken.
std::map<ChoiceSet, long> asSums(const UseBits& row);
std::vector<UseInterval> asIntervals(const UseBits& row);

} // namespace stasis::stability
