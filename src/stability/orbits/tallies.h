#pragma once

// Gates that only count. Where every operand of an `and`, `or`, `xor` or a count speaks of one party, and the
// members of each block have the same operands, how many operands hold follows from the histograms: one sum a
// block instead of a value for each member and option. Conditions on families are nearly always of this kind.
//
// Found in O(gates · choices); a sum costs O(choices) where a histogram changes. Tested by the property tests
// of the engine, which hold conditions of this and of every other kind to the definitions.

#include "stability/circuit.h"
#include "stability/orbits/orbit_space.h"

namespace stasis::stability {

struct Tally {
  Circuit::GateId gate = 0;
  std::uint32_t always = 0; ///< operands of no party that hold
  /// By block and choice: operands of one member that hold. Empty where the block has none.
  std::vector<std::vector<std::uint32_t>> held;
};

/// The tallies among these gates that speak of a block of several members.
std::vector<Tally> talliesOf(const Circuit& circuit, std::span<const Circuit::GateId> cone,
                             const OrbitSpace& space);

/// Whether a gate holds that counts, with so many of its operands.
bool holdsWith(const Circuit::Gate& gate, std::size_t held);

} // namespace stasis::stability
