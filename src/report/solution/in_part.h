#pragma once

// Merged states in which a condition holds for some of the states merged there and not for others. They are
// mentioned with every answer to `--where`, since neither the condition nor its opposite counts in them.
// Cost: a list of a few states. Tested in tests/cli/words.session.

#include "report/telling/look.h"
#include "stability/engine.h"

#include <string>

namespace stasis::report {

/// One sentence with its full stop; empty if the set is.
std::string inPartWords(stability::Engine& engine, stability::StateSet inPart, const Look& look);

} // namespace stasis::report
