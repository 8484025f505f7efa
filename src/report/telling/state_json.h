#pragma once

// A state in JSON answers: its number where it has one, the name every verb knows it by, its letters.
// Included only by files that write JSON, since the header behind it is heavy.

#include "report/telling/state_row.h"

#include <nlohmann/json.hpp>

namespace stasis::report {

inline std::string schemaName(std::string_view answer, int version) {
  return "stasis/" + std::string(answer) + "-" + std::to_string(version);
}

/// `name`, and `label` where people call it otherwise; in version 1 the name is called `label`.
inline void addNames(nlohmann::ordered_json& out, const StateRow& r, int schema) {
  if (schema == 1) {
    out["label"] = r.name;
    return;
  }
  out["name"] = r.name;
  if (!r.title.empty() && r.title != r.name)
    out["label"] = r.title;
}

inline nlohmann::ordered_json stateJson(stability::Engine& engine, const model::Pattern& pattern,
                                        int schema) {
  const StateRow r = stateRow(engine, {}, pattern);
  nlohmann::ordered_json out;
  if (r.number)
    out["id"] = *r.number;
  addNames(out, r, schema);
  out["options"] = pattern.letters();
  return out;
}

} // namespace stasis::report
