#pragma once

// Cells of a party with more choices than vectors compare one with another (`mostChoices`), all of which lead
// to each other. A comparison of every two choices is then too slow. Instead a cell's values are collected
// rank by rank, best first: what a state gains is the greatest value among all better ranks.
//
// A frame is read lane by lane, so that one cell lies together. Cost: O(choices + ranks) a cell; if there are
// many more ranks than choices, O(choices · log choices). Memory: six numbers a lane of one frame, for each
// thread. Tested through the engine in tests/stability/cube/cube_test.cpp.

#include "stability/cube/lanes.h"

#include <cstdint>
#include <vector>

namespace stasis::stability::cube {

/// A frame of lanes: `choices` columns, `stride` lanes apart.
struct WideFrame {
  std::size_t stride;
  std::size_t choices;
  std::size_t bound; ///< every rank is below this
};

/// Along which order of ranks values are passed on: to worse states, or to better ones.
enum class Toward : std::uint8_t { worse, better };

/// For each state: the greatest value among its own and those of all better choices (`Toward::better`: of all
/// worse ones), in place. `second` may be null. Marks the choices whose values changed in `changed`, one byte
/// each.
template <class U>
void improveWide(U* first, U* second, const U* rank, const WideFrame& frame, Toward toward,
                 std::vector<std::uint8_t>& changed);
/// The greatest value of the cell goes to every state. `alive`: ranks in which holes are marked, or null.
template <class U>
void spreadWide(U* values, const U* alive, const WideFrame& frame, std::vector<std::uint8_t>& changed);
/// The number of pairs of a state and a better one in its cell; and of a state and any other.
template <class U> std::uint64_t countBetterWide(const U* rank, const WideFrame& frame);
template <class U> std::uint64_t countMovesWide(const U* rank, const WideFrame& frame);

// NOLINTBEGIN(bugprone-macro-parentheses): a type
#define STASIS_WIDE(U)                                                                                       \
  extern template void improveWide(U*, U*, const U*, const WideFrame&, Toward, std::vector<std::uint8_t>&);  \
  extern template void spreadWide(U*, const U*, const WideFrame&, std::vector<std::uint8_t>&);               \
  extern template std::uint64_t countBetterWide(const U*, const WideFrame&);                                 \
  extern template std::uint64_t countMovesWide(const U*, const WideFrame&);
// NOLINTEND(bugprone-macro-parentheses)
STASIS_WIDE(std::uint8_t)
STASIS_WIDE(std::uint16_t)
STASIS_WIDE(std::uint32_t)
#undef STASIS_WIDE

} // namespace stasis::stability::cube
