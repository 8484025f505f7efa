#pragma once

// A state in JSON answers: its number if it has one, the name that every verb accepts, its letters, and what
// people would call it. Include it only in files that write JSON, because the JSON header is heavy.

#include "report/telling/outcome_name.h"
#include "report/telling/state_row.h"

#include <nlohmann/json.hpp>

namespace stasis::report {

/// A number that every reader of JSON gets right: as text if a double would round it.
inline nlohmann::ordered_json exactJson(std::uint64_t number) {
  constexpr std::uint64_t largestExact = std::uint64_t{1} << 53U;
  return number > largestExact ? nlohmann::ordered_json(std::to_string(number))
                               : nlohmann::ordered_json(number);
}

inline std::string schemaName(std::string_view answer, int version) {
  return "stasis/" + std::string(answer) + "-" + std::to_string(version);
}

/// `name`, and `label` if people call it something else; in version 1 the name is called `label`.
inline void addNames(nlohmann::ordered_json& out, const StateRow& r, int schema) {
  if (schema == 1) {
    out["label"] = r.name;
    return;
  }
  out["name"] = r.name;
  if (!r.title.empty() && r.title != r.name)
    out["label"] = r.title;
}

/// `called`: its label or name, else the nearest named state and the difference. Not in version 1.
inline void addCalled(nlohmann::ordered_json& out, const model::Conflict& conflict,
                      const model::Pattern& state, int schema) {
  if (schema != 1)
    out["called"] = outcomeName(conflict, state);
}

inline nlohmann::ordered_json stateJson(stability::Engine& engine, const model::Pattern& pattern,
                                        int schema) {
  const StateRow r = stateRow(engine, {}, pattern);
  nlohmann::ordered_json out;
  if (r.number)
    out["id"] = exactJson(*r.number);
  addNames(out, r, schema);
  out["options"] = pattern.letters();
  addCalled(out, engine.conflict(), pattern, schema);
  return out;
}

} // namespace stasis::report
