#pragma once

// `views`, `hypergame`, `pictures` and `surprises` in the JSON of `solve`; nothing without views. Include it
// only in files that write JSON. Tested by tests/cli and tests/views.

#include "report/solution/solution.h"

#include <nlohmann/json_fwd.hpp>

namespace stasis::report {

void addHypergame(nlohmann::ordered_json& out, const SolutionView& view);

} // namespace stasis::report
