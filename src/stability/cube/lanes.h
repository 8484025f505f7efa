#pragma once

// The vector code of the cube: whole rows of states worked on at once, the same on every instruction set. A
// *lane* holds one state's number; a *column* is as many neighbouring states as fill 64 bytes, and a *frame*
// is a party's whole cell for each state of a column: one column for each of its choices, `stride` apart.
//
// Ranks are stored with the top bit flipped, so that signed comparison orders them; `hole` marks what is no
// state. Values handed from state to state are complements, so that every fold is a maximum and 0 says
// nothing. Compiled three times (plain, AVX2, AVX-512); which one runs is chosen once, when it is first asked
// for. Tested through the engine, with every set of instructions the processor has, in tests/properties.

#include <cstddef>
#include <cstdint>

namespace stasis::stability::cube {

/// Bytes of a column.
inline constexpr std::size_t columnBytes = 64;
/// Choices a party of a cube may have.
inline constexpr std::size_t mostChoices = 256;

template <class U> inline constexpr std::size_t columnLanes = columnBytes / sizeof(U);
/// The stored rank of a hole; above every rank. With its top bit flipped: all ones.
template <class U> inline constexpr U hole = static_cast<U>(~U{0}) >> 1;
template <class U> inline constexpr U topBit = static_cast<U>(~hole<U>);

/// Some of a party's choices.
struct Choices {
  std::uint64_t words[mostChoices / 64] = {};

  bool has(std::size_t c) const { return (words[c / 64] >> c % 64 & 1) != 0; }
  void add(std::size_t c) { words[c / 64] |= std::uint64_t{1} << c % 64; }
  bool any() const { return (words[0] | words[1] | words[2] | words[3]) != 0; }
};

/// Choices that can be left for the same others: their directed options are as far.
struct LikeChoices {
  const std::uint16_t* members;
  std::uint32_t memberCount;
  std::uint32_t sourceCount;
  const std::uint16_t* sources; ///< the choices that can be made from here, the members included
  const std::uint32_t* further; ///< groups one step further, by place; all come before this one
  std::uint32_t furtherCount;
};

/// A party's moves among its choices, in groups, the furthest first.
struct MovesView {
  const LikeChoices* groups;
  std::uint32_t groupCount;
  std::uint32_t choices;
};

/// Functions on the columns of one width of lane. Pointers are aligned to a column, strides are in lanes.
template <class U> struct LaneKernels {
  /// From `from[r * fromStride + c]` to `to[c * toStride + r]`; both counts are multiples of 16.
  void (*transpose)(const U* from, std::size_t fromStride, std::size_t rows, std::size_t columns, U* to,
                    std::size_t toStride);

  /// For each state of a frame the greatest value among itself and the choices the party likes better, in
  /// place; only `active` choices are looked at. The two arrays may be the same. Adds to `changed`.
  void (*improve)(U* first, U* second, const U* rank, std::size_t stride, const MovesView& moves,
                  const Choices& active, Choices& changed);
  /// The same over all choices the party can make. `alive`: ranks that tell holes, or null where there are
  /// none.
  void (*spread)(U* values, const U* alive, std::size_t stride, const MovesView& moves, Choices& changed);

  /// Into `first` the complement of the rank, into `second` that of the best rank within reach.
  void (*begin)(U* first, U* second, const U* rank, std::size_t stride, const MovesView& moves);
  /// From the complement of low to all ones where the state is stable, 0 where not.
  void (*judge)(U* values, const U* rank, std::size_t stride, const MovesView& moves);
  /// All ones where no choice within reach is better.
  void (*judgeNash)(U* values, const U* rank, std::size_t stride, const MovesView& moves);

  /// All ones where the rank is at most this stored one and no hole.
  void (*atMost)(const U* rank, std::size_t lanes, U bound, U* values);
  /// A bit for each lane that is not 0.
  void (*toBits)(const U* values, std::size_t lanes, std::uint8_t* bits);
  /// All ones or 0 from each bit.
  void (*fromBits)(const std::uint8_t* bits, std::size_t lanes, U* values);
  /// Numbers as ranks; holes where `alive` has no bit, nowhere where it is null.
  void (*store16)(const std::uint16_t* numbers, const std::uint8_t* alive, std::size_t lanes, U* ranks);
  void (*store32)(const std::uint32_t* numbers, const std::uint8_t* alive, std::size_t lanes, U* ranks);
  /// Pairs (s, better choice within reach of s).
  std::uint64_t (*countBetter)(const U* rank, std::size_t stride, const MovesView& moves);
  /// Pairs (s, other choice within reach that is no hole), s no hole.
  std::uint64_t (*countMoves)(const U* rank, std::size_t stride, const MovesView& moves);
};

/// A statement's part in a number: the number so far times `times`, plus one where it holds.
struct NumberStep {
  const std::uint64_t* holds;
  std::uint32_t times;
};

/// Numbers of 64 × words states from the words of some statements.
struct NumberKernels {
  void (*number16)(const NumberStep* steps, std::size_t count, std::size_t words, std::uint16_t* numbers);
  void (*number32)(const NumberStep* steps, std::size_t count, std::size_t words, std::uint32_t* numbers);
};

struct Kernels {
  const char* name; ///< of the instruction set
  /// States there have to be among the numbers of a cube, in per cent, for it to be faster than a list:
  /// measured (docs/engines.md).
  unsigned worthFilled;
  LaneKernels<std::uint8_t> lanes8;
  LaneKernels<std::uint16_t> lanes16;
  LaneKernels<std::uint32_t> lanes32;
  NumberKernels numbers;
};

/// The best the processor has, or those chosen.
const Kernels& kernels();
/// From now on those of one instruction set (`plain`, `avx2`, `avx512`), for what is opened later; false
/// where the processor or the build has none. For tests and measurements; the environment variable
/// STASIS_LANES does the same.
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
