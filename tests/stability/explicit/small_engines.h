#pragma once

// Small random conflicts, the explicit engine forced one way, and its sets numbered like the oracle's states.

#include "stability/explicit/explicit_engine.h"
#include "support/seeded.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace stasis::families {

inline support::Kind small() {
  support::Kind kind = support::Kind::anything();
  kind.minParties = 2;
  kind.maxOptions = 4;
  return kind;
}

inline std::unique_ptr<stability::ExplicitEngine> opened(const model::Conflict& conflict,
                                                         stability::ExplicitWay way) {
  return std::move(stability::openExplicit(conflict, {}, {}, way).engine);
}

/// Places from 0, ascending.
inline std::vector<std::size_t> members(stability::Engine& engine, stability::StateSet set) {
  std::vector<std::size_t> places;
  for (const auto& state : engine.list(set, 1000))
    places.push_back(*engine.number(state) - 1);
  return places;
}

} // namespace stasis::families
