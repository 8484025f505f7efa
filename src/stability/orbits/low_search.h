#pragma once

// What the others can bring a party down to, in every orbit of its space:
//
//   low(s) = the least value, rank or high, of the states that a sequence of the others' moves (or
//            improvements) leads to from s, s included
//
// Values are gone through upwards, and from the orbits of each a search goes backwards along the others'
// steps through orbits not yet labelled (Dial's buckets): an orbit is labelled once, with its low. The step
// of a block takes one member from choice b to choice c: from the histogram w + b to w + c, w that of the
// members who stay. Own choices do not change, so that a whole row goes in one word: which of its own choices
// a step is open to is a mask, worked out beforehand for each w and the rest.
//
// Exact on orbits: rearranging the members of a block carries steps to steps and leaves values as they are,
// so a sequence between states is one between orbits, and each step between orbits is taken from every state
// of the first by some member.
//
// Cost: for each word of a row and each time labels are added to it, some 2 C steps of a few instructions for
// every block of C choices. Memory: 2 bytes an orbit for the answer, up to 4 for the order, and the masks.

#include "stability/orbits/orbit_ranks.h"

namespace stasis::stability {

/// The others' steps in the space of one party. `Word` has a bit for each own choice, or for 64 of them.
template <class Word> struct BlockSteps {
  std::uint64_t stride = 1; ///< of the block's histograms among the rows
  std::uint32_t size = 0;   ///< its histograms
  std::uint32_t fewer = 0;  ///< those of one member less
  std::size_t choices = 0;
  const OneMore* more = nullptr;
  /// Where a step may be taken: [from b, within to c, within the word of the row it leads to]; one table for
  /// all rows where steps are open everywhere.
  std::vector<Word> masks;
  bool everywhere = false;

  /// Of one member: the choice a step leads to is the digit of the row, and needs no place of its own.
  std::size_t choicesLedTo() const { return fewer == 1 ? 1 : choices; }
};

/// Rows of the space and the steps between them.
template <class Word> struct StepGraph {
  RowShape shape;
  std::uint64_t rows = 0;
  std::vector<BlockSteps<Word>> blocks;
  std::vector<Word> feasible; ///< by word of rows
};

/// A value for every orbit, from 1; or one for all feasible orbits of a row.
struct OrbitValues {
  std::span<const RankCode> values;
  bool byRow = false;
  RankCode top = 0;
};

constexpr RankCode noLow = std::numeric_limits<RankCode>::max();

/// By orbit; `noLow` where it is not feasible.
template <class Word>
std::vector<RankCode> lows(const StepGraph<Word>& graph, const OrbitValues& values, const Errand& errand);

} // namespace stasis::stability
