#pragma once

// Whether the comparison of two states can still change an equilibrium. It can where two rankings that fit
// what is known compare them differently, compare all other states alike (those known to be the same as one
// of the two go with it), and have different equilibria. In both the two then stand side by side.
//
// Where no pair is decisive alone, the equilibria may still hang on ties of three states or more; `unsettled`
// finds two rankings with different equilibria as long as there are any.
//
// Method: examples at random first, then all cases by backtracking over the comparisons that a stake depends
// on, cut where the verdict is plain. After `effort` cases the answer is yes: a question too many, never one
// too few. Tested against tests/oracle/ over all rankings.

#include "analysis/elicit/stakes.h"

#include <optional>

namespace stasis::analysis {

struct SearchEffort {
  std::size_t examples = 8;
  std::size_t cases = 4000; ///< for each stake
};

/// Whether the stake depends on how these two, or states that are the same as they, compare.
bool concerns(const Stakes& stakes, std::size_t stake, const KnownOrder& order, Place one, Place other);

/// The pair must be open.
bool isDecisive(const Stakes& stakes, const KnownOrder& order, Place one, Place other,
                const SearchEffort& effort, const stability::Errand& errand);

/// A stake that some of these rankings make an equilibrium and others do not.
std::optional<std::size_t> unsettled(const Stakes& stakes, const KnownOrder& order,
                                     const SearchEffort& effort, const stability::Errand& errand);

} // namespace stasis::analysis
