#pragma once

// `solve --certify PATH`: one certificate with every verdict on a set of states, written to a file, or into a
// folder under the name of the model. Up to `mostCertified` states. Verdicts without a proof are written with
// the reason.

#include "cli/verb.h"
#include "model/concept.h"
#include "stability/engine.h"

#include <vector>

namespace stasis::cli {

class Console;
struct OpenModel;

inline constexpr std::size_t mostCertified = 4096;

Exit certifyAll(OpenModel& model, stability::StateSet states, const std::vector<model::Concept>& concepts,
                const Arguments& arguments, Console& console);

} // namespace stasis::cli
