#pragma once

// States as rows of options turned into options as columns of states: the bit matrix transposed, so that one
// word holds one option of 64 states and an expression is evaluated on all of them by a few word operations.
//
// Transposition of 64 × 64 bits by halves (Warren, Hacker's Delight, 7-3). O(1) operations a state.

#include "stability/circuit.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace stasis::stability {

using BitSquare = std::array<std::uint64_t, 64>;

/// Row r bit c becomes row c bit r.
void transpose(BitSquare& square);

/// States evaluated in one go.
inline constexpr std::size_t blockWords = 16;
inline constexpr std::size_t blockStates = 64 * blockWords;
using Block = Words<blockWords>;

/// Sets the words of the option gates of a cone from up to `blockStates` states. States beyond those given
/// are those in which nothing is taken.
void loadColumns(const Circuit& circuit, std::span<const Circuit::GateId> cone,
                 std::span<const std::uint64_t> states, std::vector<Block>& values);

} // namespace stasis::stability
