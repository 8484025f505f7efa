#pragma once

// Members of families whom a single statement or constraint tells apart from others who are otherwise alike.
// Without it they would be counted together, and there would be fewer orbits.

#include "language/codes/diagnostic.h"
#include "stability/orbits/kinds.h"

namespace stasis::stability {

/// Gives warning S0611 at the line that tells a member apart, at most once a family. Only if it matters: the
/// conflict has at least `fewest` orbits, and without the line it would have at most half as many.
/// O(statements · parties · size of the conflict).
language::Diagnostics membersToldApart(const model::Conflict& conflict, std::uint64_t fewest,
                                       std::uint64_t most);

} // namespace stasis::stability
