#pragma once

// `explain --observed S`: which concepts explain what the parties were seen to do. Tested by the sessions of
// tests/cli.

#include "cli/model_file.h"

#include <vector>

namespace stasis::cli {

Exit explainObserved(OpenModel& model, const std::vector<model::PartyId>& parties,
                     const std::vector<model::Concept>& concepts, const Arguments& arguments,
                     Console& console);

} // namespace stasis::cli
