#pragma once

// What a state that nobody has named is called in JSON answers: by what differs from the nearest state that
// has a name. Included only by files that write JSON, since the header behind it is heavy.

#include "report/telling/outcome_name.h"
#include "report/telling/state_json.h"

namespace stasis::report {

/// `called`, where there is no title and a named state is near; not in version 1.
inline void addCalled(nlohmann::ordered_json& out, const model::Conflict& conflict, const StateRow& r,
                      int schema) {
  if (schema == 1 || !r.title.empty())
    return;
  if (std::string name = nameByDifference(conflict, r.pattern); !name.empty())
    out["called"] = std::move(name);
}

} // namespace stasis::report
