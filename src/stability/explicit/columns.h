#pragma once

// Rows of options, one a state, become columns of states, one an option: the bit matrix is transposed. Then
// one word holds one option in 64 states, and a few word operations evaluate an expression in all of them.
//
// 64 × 64 bits are transposed by halves (Warren, Hacker's Delight, 7-3). O(1) operations a state.

#include "stability/circuit.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace stasis::stability {

using BitSquare = std::array<std::uint64_t, 64>;

/// Row r bit c becomes row c bit r.
void transpose(BitSquare& square);

/// Words of states that are evaluated in one go.
inline constexpr std::size_t blockWords = 16;
inline constexpr std::size_t blockStates = 64 * blockWords;
using Block = Words<blockWords>;

/// Sets the words of a cone's option gates from up to `blockStates` states. In states beyond those given, no
/// option is taken.
void loadColumns(const Circuit& circuit, std::span<const Circuit::GateId> cone,
                 std::span<const std::uint64_t> states, std::vector<Block>& values);

} // namespace stasis::stability
