#pragma once

// The vector code of the cube. It works on whole rows of states at once, with the same result on every
// instruction set. A *lane* holds the value of one state. A *column* is as many neighbouring states as fill
// 64 bytes. A *frame* is a party's whole cell for each state of a column: one column for each of the party's
// choices, `stride` lanes apart.
//
// Ranks are stored with the top bit flipped, so that signed comparison orders them. `hole` marks a number
// that is no state. Values passed from state to state are complements, so every fold is a maximum and 0 means
// "nothing yet". The code is compiled three times (plain, AVX2, AVX-512); which copy runs is chosen once, at
// the first use. Tested through the engine in tests/stability, with every instruction set that the processor
// has.

#include <cstddef>
#include <cstdint>

namespace stasis::stability::cube {

/// Bytes of a column.
inline constexpr std::size_t columnBytes = 64;
/// The most choices of a party that vectors compare one with another.
inline constexpr std::size_t mostChoices = 256;
/// The most choices of a party of a cube. More than `mostChoices` only if all of them lead to each other
/// (wide_cells.h).
inline constexpr std::size_t mostWideChoices = 8192;

template <class U> inline constexpr std::size_t columnLanes = columnBytes / sizeof(U);
/// The stored rank of a hole. It is above every other rank; with its top bit flipped it is all ones.
template <class U> inline constexpr U hole = static_cast<U>(~U{0}) >> 1;
template <class U> inline constexpr U topBit = static_cast<U>(~hole<U>);

/// Some of a party's choices.
struct Choices {
  std::uint64_t words[mostChoices / 64] = {};

  bool has(std::size_t c) const { return (words[c / 64] >> c % 64 & 1) != 0; }
  void add(std::size_t c) { words[c / 64] |= std::uint64_t{1} << c % 64; }
  bool any() const { return (words[0] | words[1] | words[2] | words[3]) != 0; }
};

/// Choices that can be left for the same others, because their directed options have changed equally far.
struct LikeChoices {
  const std::uint16_t* members;
  std::uint32_t memberCount;
  std::uint32_t sourceCount;
  const std::uint16_t*
      sources; ///< the choices from which this group can be reached, its own members included
  const std::uint32_t* further; ///< groups one step further, by place; all of them come before this one
  std::uint32_t furtherCount;
};

/// A party's moves among its choices, in groups; the group with the largest advance comes first.
struct MovesView {
  const LikeChoices* groups;
  std::uint32_t groupCount;
  std::uint32_t choices;
};

/// Functions on columns whose lanes have one width. Pointers are aligned to a column; strides are in lanes.
template <class U> struct LaneKernels {
  /// Copies `from[r * fromStride + c]` to `to[c * toStride + r]`. Both counts are multiples of 16.
  void (*transpose)(const U* from, std::size_t fromStride, std::size_t rows, std::size_t columns, U* to,
                    std::size_t toStride);

  /// For each state of a frame: the greatest value among its own and those of the choices that the party
  /// likes better, in place. Only `active` choices are read. The two arrays may be the same. Choices whose
  /// values changed are added to `changed`.
  void (*improve)(U* first, U* second, const U* rank, std::size_t stride, const MovesView& moves,
                  const Choices& active, Choices& changed);
  /// The same over all choices that the party can move to. `alive`: ranks in which holes are marked, or null
  /// if there are none.
  void (*spread)(U* values, const U* alive, std::size_t stride, const MovesView& moves, Choices& changed);

  /// Writes the complement of the rank into `first`, and that of the best rank within reach into `second`.
  void (*begin)(U* first, U* second, const U* rank, std::size_t stride, const MovesView& moves);
  /// Turns the complement of low into all ones where the state is stable, and 0 where it is not.
  void (*judge)(U* values, const U* rank, std::size_t stride, const MovesView& moves);
  /// Turns the complement of low into that of the greater of the rank and of the best that the party can be
  /// sure of within reach: where a look two moves further ahead begins.
  void (*lookFurther)(U* values, const U* rank, std::size_t stride, const MovesView& moves);
  /// All ones where the complement of the rank stands.
  void (*atRank)(U* values, const U* rank, std::size_t stride, const MovesView& moves);
  /// All ones where no choice within reach is better.
  void (*judgeNash)(U* values, const U* rank, std::size_t stride, const MovesView& moves);

  /// All ones where the stored rank is at most `bound` and no hole.
  void (*atMost)(const U* rank, std::size_t lanes, U bound, U* values);
  /// One bit for each lane: set where it is not 0.
  void (*toBits)(const U* values, std::size_t lanes, std::uint8_t* bits);
  /// From each bit a lane: all ones where it is set, else 0.
  void (*fromBits)(const std::uint8_t* bits, std::size_t lanes, U* values);
  /// Stores numbers as ranks, and a hole wherever `alive` has no bit; a null `alive` means that there are no
  /// holes.
  void (*store16)(const std::uint16_t* numbers, const std::uint8_t* alive, std::size_t lanes, U* ranks);
  void (*store32)(const std::uint32_t* numbers, const std::uint8_t* alive, std::size_t lanes, U* ranks);
  /// The number of pairs of a state and a better choice within its reach.
  std::uint64_t (*countBetter)(const U* rank, std::size_t stride, const MovesView& moves);
  /// The number of pairs of a state and another state within its reach; holes are left out.
  std::uint64_t (*countMoves)(const U* rank, std::size_t stride, const MovesView& moves);
};

/// A statement's part in a number: the number so far is multiplied by `times`, and one is added where the
/// statement holds.
struct NumberStep {
  const std::uint64_t* holds;
  std::uint32_t times;
};

/// Makes the numbers of 64 × words states from the words of some statements.
struct NumberKernels {
  void (*number16)(const NumberStep* steps, std::size_t count, std::size_t words, std::uint16_t* numbers);
  void (*number32)(const NumberStep* steps, std::size_t count, std::size_t words, std::uint32_t* numbers);
};

struct Kernels {
  const char* name; ///< of the instruction set
  /// The percentage of a cube's numbers that must be states for the cube to be faster than a list, as
  /// measured (docs/engines.md).
  unsigned worthFilled;
  LaneKernels<std::uint8_t> lanes8;
  LaneKernels<std::uint16_t> lanes16;
  LaneKernels<std::uint32_t> lanes32;
  NumberKernels numbers;
};

/// The set chosen by `chooseKernels`, or the best that the processor has.
const Kernels& kernels();
/// Chooses an instruction set (`plain`, `avx2`, `avx512`) for conflicts opened from now on. False if the
/// processor or the build does not have it. For tests and measurements; the environment variable STASIS_LANES
/// does the same.
bool chooseKernels(const char* name);

template <class U> const LaneKernels<U>& lanesOf(const Kernels& kernels) {
  if constexpr (sizeof(U) == 1)
    return kernels.lanes8;
  else if constexpr (sizeof(U) == 2)
    return kernels.lanes16;
  else
    return kernels.lanes32;
}

} // namespace stasis::stability::cube
