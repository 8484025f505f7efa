#pragma once

// Members of families whom one statement or constraint alone tells apart from others who are alike: without
// it they would be counted together, and the orbits would be fewer.

#include "language/codes/diagnostic.h"
#include "stability/orbits/kinds.h"

namespace stasis::stability {

/// Warnings S0611 at what tells a member apart, at most one a family. Only where it matters: the conflict has
/// at least `fewest` orbits, and would have at most half of them without it. O(statements · parties · size of
/// the conflict).
language::Diagnostics membersToldApart(const model::Conflict& conflict, std::uint64_t fewest,
                                       std::uint64_t most);

} // namespace stasis::stability
