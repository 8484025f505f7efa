#pragma once

// What the others can bring a party down to, in every orbit of its space:
//
//   low(s) = the least value, rank or high, of the states that a sequence of the others' moves (or
//            improvements) leads to from s, s included
//
// The least solution of low(s) = min(value(s), low(t) over the others' steps s → t), found by taking minima
// until nothing changes. A member of a block has C choices: with w, the histogram of those of its block who
// stay, and all else as it is, the rows w + c of its choices c lie in sight of each other. Such a context is
// taken at once, every row lowered to what its steps lead to. Own choices do not change, so a row is a
// vector: eight lows are compared in one instruction, and a byte says for which of them a step is open.
// Sweeps go through the contexts forwards and backwards in turn, and leave out those whose rows have stayed
// the same; once few change, a queue takes those only.
//
// Exact on orbits: rearranging the members of a block carries steps to steps and leaves values as they are,
// so a sequence between states is one between orbits, and each step between orbits is taken from every state
// of the first by some member.
//
// Cost: C² minima for each context of a block and each time it is taken: two to four times in families whose
// members weigh counts, at most as often as its rows have values to fall through. Memory: 2 bytes an orbit,
// in rows of whole vectors, and C² bytes a context and vector. Tested against the oracle and the explicit
// engine by tests/properties/orbits_test.cpp.

#include "stability/orbits/orbit_ranks.h"

namespace stasis::stability {

/// Lows of a row that are taken at once.
constexpr std::size_t lanesOfVector = 8;

/// Vectors of a row of so many own choices.
constexpr std::size_t vectorsOf(std::size_t choices) { return (choices + lanesOfVector - 1) / lanesOfVector; }

/// The steps of one block's members in the space of a party.
struct BlockSteps {
  std::uint64_t stride = 1; ///< of the block's histograms among the rows
  std::uint32_t size = 0;   ///< its histograms
  std::uint32_t fewer = 0;  ///< those of one member less
  std::size_t choices = 0;
  const OneMore* more = nullptr;
  /// For which lanes a step is open: [context, vector, to c, from b], the context being (above, w, below) in
  /// the order of rows; [c, b] where steps are open everywhere, in all lanes.
  std::vector<std::uint8_t> masks;
  bool everywhere = false;
};

/// Rows of the space and the steps between them.
struct StepGraph {
  std::size_t choices = 1; ///< of a row
  std::uint64_t rows = 0;
  std::vector<BlockSteps> blocks;
};

/// Rows of whole vectors.
struct Lows {
  std::size_t width = 0; ///< of a row
  std::vector<RankCode> values;
};

/// By orbit, from values by orbit; 0 stands for what is not feasible, in both.
Lows lows(const StepGraph& graph, std::span<const RankCode> values, const Errand& errand);

} // namespace stasis::stability
