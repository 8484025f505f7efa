#pragma once

// The lowest point to which the others can bring a party, in every orbit of its space:
//
//   low(s) = the least value, rank or high, of the states that a sequence of the others' moves (or
//            improvements) leads to from s, s included
//
// This is the least solution of low(s) = min(value(s), low(t) over the others' steps s → t). It is found by
// taking minima until nothing changes. A member of a block has C choices. Let w be the histogram of the
// members of its block who stay. All else being equal, the rows w + c for its choices c are in sight of each
// other: they are a context. A context is taken at once: every row is lowered to what its steps lead to. Own
// choices do not change, so a row is a vector; one instruction compares eight lows, and a byte says for which
// of them a step is open. Sweeps go through the contexts forwards and backwards in turn, and skip those whose
// rows have not changed. Once few rows change, a queue takes only these.
//
// The search is exact on orbits: rearranging the members of a block carries steps to steps and leaves values
// as they are. So a sequence between states is one between orbits, and each step between orbits can be taken
// from every state of the first by some member.
//
// Cost: C² minima for each context of a block each time it is taken. That is two to four times in families
// whose members weigh counts, and at most as often as its rows have values to fall through. Memory: 2 bytes
// an orbit, in rows of whole vectors, and C² bytes a context and vector. Tested against the oracle and the
// explicit engine by tests/stability/orbits/orbits_test.cpp.

#include "stability/orbits/orbit_ranks.h"

namespace stasis::stability {

/// The number of lows of a row that are taken at once.
constexpr std::size_t lanesOfVector = 8;

/// The number of vectors in a row of this many own choices.
constexpr std::size_t vectorsOf(std::size_t choices) { return (choices + lanesOfVector - 1) / lanesOfVector; }

/// The steps of one block's members in the space of a party.
struct BlockSteps {
  std::uint64_t stride = 1; ///< between neighbouring histograms of the block, in rows
  std::uint32_t size = 0;   ///< the number of the block's histograms
  std::uint32_t fewer = 0;  ///< the number of those with one member less
  std::size_t choices = 0;
  const OneMore* more = nullptr;
  /// The lanes for which a step is open: [context, vector, to c, from b], where contexts are (above, w,
  /// below) in the order of rows. If every step is open in all lanes or in none: [c, b].
  std::vector<std::uint8_t> masks;
  bool everywhere = false;
};

/// Rows of the space and the steps between them.
struct StepGraph {
  std::size_t choices = 1; ///< in a row
  std::uint64_t rows = 0;
  std::vector<BlockSteps> blocks;
};

/// Rows of whole vectors.
struct Lows {
  std::size_t width = 0; ///< of a row, in lows
  std::vector<RankCode> values;
};

/// Lows by orbit, from values by orbit; in both, 0 stands for an orbit that is not feasible.
Lows lows(const StepGraph& graph, std::span<const RankCode> values, const Errand& errand);

} // namespace stasis::stability
