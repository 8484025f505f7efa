#pragma once

// `solve --certify PATH`: one certificate with every verdict on a set of states, written to a file, or into a
// folder under the name of the model. Up to `mostCertified` states. `stasis verify` judges a model and not
// what somebody sees of it, so verdicts in a view stand without a proof, with the reason.

#include "cli/verb.h"
#include "model/concept.h"
#include "stability/engine.h"

#include <string_view>
#include <vector>

namespace stasis::analysis {
struct Certificate;
}

namespace stasis::cli {

class Console;
struct OpenModel;

inline constexpr std::size_t mostCertified = 4096;
inline constexpr std::string_view notCertifiedInView =
    "it holds in a view, and `stasis verify` judges the conflict as it is";

Exit certifyAll(OpenModel& model, stability::StateSet states, const std::vector<model::Concept>& concepts,
                const Arguments& arguments, Console& console);

/// Takes every proof out and says why.
void leaveUncertified(analysis::Certificate& certificate);

} // namespace stasis::cli
