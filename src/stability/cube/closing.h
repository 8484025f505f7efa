#pragma once

// What the others can reach: raises each value to the greatest one along the moves (or improvements) of every
// party but one, until nothing changes. Each party's moves are transitive, so one visit of a cell does all of
// its own. A cell is visited again only if another party changed part of it. Tiles come first, then blocks
// that fit in a cache, then the rest.
//
// Without holes and along moves, one visit of each party is enough, because moves of different parties do not
// depend on each other. Otherwise visits go on until nothing changes. Memory: 4 bytes a column besides the
// values. Tested against the oracle in tests/stability.

#include "model/concept.h"
#include "stability/cube/field.h"
#include "stability/errand.h"

namespace stasis::stability::cube {

/// `own`: the digit of the party whose opponents move.
template <class U>
void close(const Field<U>& field, std::size_t own, model::Sanctions sanctions, U* first, U* second,
           const Errand& errand);

extern template void close(const Field<std::uint8_t>&, std::size_t, model::Sanctions, std::uint8_t*,
                           std::uint8_t*, const Errand&);
extern template void close(const Field<std::uint16_t>&, std::size_t, model::Sanctions, std::uint16_t*,
                           std::uint16_t*, const Errand&);
extern template void close(const Field<std::uint32_t>&, std::size_t, model::Sanctions, std::uint32_t*,
                           std::uint32_t*, const Errand&);

} // namespace stasis::stability::cube
