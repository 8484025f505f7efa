#pragma once

// Conflicts of any size for benchmarks, the same for the same arguments: options shared out evenly, a few
// statements each about own and others' options, no two parties alike.

#include "model/conflict.h"

namespace stasis::benchmarks {

struct Shape {
  std::size_t options = 16;
  std::size_t parties = 4;
  std::size_t statements = 10; ///< of each party
  bool directed = false;       ///< every fifth option irrevocable
  std::size_t constraints = 0; ///< `never a and b`, of two parties each: three quarters remain each time
};

model::Conflict syntheticConflict(const Shape& shape);

} // namespace stasis::benchmarks
