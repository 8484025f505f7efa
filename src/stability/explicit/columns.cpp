#include "stability/explicit/columns.h"

#include <algorithm>

namespace stasis::stability {

void transpose(BitSquare& square) {
  std::uint64_t mask = 0x00000000FFFFFFFF;
  for (unsigned half = 32; half != 0; half >>= 1, mask ^= mask << half)
    for (unsigned row = 0; row < 64; row = (row + half + 1) & ~half) {
      const std::uint64_t swap = ((square[row] >> half) ^ square[row + half]) & mask;
      square[row] ^= swap << half;
      square[row + half] ^= swap;
    }
}

void loadColumns(const Circuit& circuit, std::span<const Circuit::GateId> cone,
                 std::span<const std::uint64_t> states, std::vector<Block>& values) {
  for (std::size_t w = 0; w < blockWords; ++w) {
    BitSquare square{};
    const std::size_t first = std::min(states.size(), 64 * w);
    const auto rows = states.subspan(first, std::min<std::size_t>(64, states.size() - first));
    std::ranges::copy(rows, square.begin());
    if (!rows.empty())
      transpose(square);
    for (const Circuit::GateId g : cone)
      if (circuit.gate(g).op == Circuit::Op::option)
        values[g][w] = square[circuit.gate(g).value];
  }
}

} // namespace stasis::stability
