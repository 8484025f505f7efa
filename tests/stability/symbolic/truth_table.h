#pragma once

// Functions of six variables as their 64 rows, and the meaning of the operations on diagrams row by row:
// slow, plain, and sharing nothing with src/.

#include <array>
#include <cstddef>
#include <cstdint>

namespace stasis::diagrams {

inline constexpr std::size_t variables = 6;
using Truth = std::uint64_t;

inline constexpr std::size_t rows = 64;
inline bool holdsAt(Truth f, std::size_t row) { return (f >> row & 1U) != 0; }
inline bool isTaken(std::size_t variable, std::size_t row) { return (row >> variable & 1U) != 0; }

template <class Rule> Truth byRow(Rule rule) {
  Truth f = 0;
  for (std::size_t row = 0; row < rows; ++row)
    f |= static_cast<Truth>(rule(row) ? 1 : 0) << row;
  return f;
}

inline Truth variable(std::size_t v) {
  return byRow([&](std::size_t row) { return isTaken(v, row); });
}

inline std::size_t with(std::size_t row, std::size_t v, bool taken) {
  const std::size_t bit = std::size_t{1} << v;
  return taken ? row | bit : row & ~bit;
}

/// Some values of the variables in `mask` make it hold.
inline Truth some(Truth f, std::size_t mask) {
  return byRow([&](std::size_t row) {
    for (std::size_t other = 0; other < rows; ++other)
      if ((other & ~mask) == (row & ~mask) && holdsAt(f, other))
        return true;
    return false;
  });
}

/// The variables in `mask` fixed as in `values`.
inline Truth fixed(Truth f, std::size_t mask, std::size_t values) {
  return byRow([&](std::size_t row) { return holdsAt(f, (row & ~mask) | (values & mask)); });
}

inline Truth composed(Truth f, const std::array<Truth, variables>& functions) {
  return byRow([&](std::size_t row) {
    std::size_t other = 0;
    for (std::size_t v = 0; v < variables; ++v)
      other = with(other, v, holdsAt(functions[v], row));
    return holdsAt(f, other);
  });
}

} // namespace stasis::diagrams
