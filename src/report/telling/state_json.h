#pragma once

// A state in JSON answers: its number where it has one, the name every verb knows it by, its letters.
// Included only by files that write JSON, since the header behind it is heavy.

#include "report/telling/state_row.h"

#include <nlohmann/json.hpp>

namespace stasis::report {

inline nlohmann::ordered_json stateJson(stability::Engine& engine, const model::Pattern& pattern) {
  const StateRow r = stateRow(engine, {}, pattern);
  nlohmann::ordered_json out;
  if (r.number)
    out["id"] = *r.number;
  out["label"] = r.name;
  out["options"] = pattern.letters();
  return out;
}

} // namespace stasis::report
