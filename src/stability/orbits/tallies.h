#pragma once

// Gates that only count. If every operand of an `and`, `or`, `xor` or a count mentions one party, and the
// members of each block have the same operands, then the histograms decide how many operands hold: one sum a
// block replaces a value for each member and option. Conditions on families are nearly always of this kind.
//
// Found in O(gates · choices); a sum costs O(choices) each time a histogram changes. Tested by the property
// tests of the engine, which compare conditions of this and of every other kind with the definitions.

#include "stability/circuit.h"
#include "stability/orbits/orbit_space.h"

namespace stasis::stability {

struct Tally {
  Circuit::GateId gate = 0;
  std::uint32_t always = 0; ///< operands that hold and mention no party
  /// By block and choice: the operands of one member that hold. Empty for a block without operands.
  std::vector<std::vector<std::uint32_t>> held;
};

/// The tallies among these gates that mention a block of several members.
std::vector<Tally> talliesOf(const Circuit& circuit, std::span<const Circuit::GateId> cone,
                             const OrbitSpace& space);

/// Whether a gate that counts holds if this many of its operands hold.
bool holdsWith(const Circuit::Gate& gate, std::size_t held);

} // namespace stasis::stability
