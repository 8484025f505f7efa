#pragma once

#include "model/conflict.h"

#include <cstddef>
#include <string>

namespace stasis::support {

/// This many options, shared out evenly among the parties in order. Nobody wants anything yet.
inline model::Conflict optionShares(std::size_t options, std::size_t parties) {
  model::Conflict conflict;
  for (std::size_t i = 0; i < parties; ++i) {
    const std::size_t first = options * i / parties;
    const std::size_t end = options * (i + 1) / parties;
    conflict.parties.push_back(
        {.name = "P" + std::to_string(i + 1), .firstOption = first, .optionCount = end - first});
    for (std::size_t o = first; o < end; ++o)
      conflict.options.push_back({.name = "o" + std::to_string(o), .owner = model::PartyId(i)});
  }
  return conflict;
}

} // namespace stasis::support
