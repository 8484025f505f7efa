#pragma once

// The pieces of `.conflict` text that a sketch is written in: a preference line, and the list of what was
// left out. Used for a whole draft and for additions to a model.

#include "drafting/citation_lines.h"
#include "drafting/sketch.h"

#include <string>
#include <vector>

namespace stasis::drafting {

/// `not sign if not paid`. `names`: the names of the options, by their number in the sketch.
std::string wishText(const Wish& wish, const std::vector<std::string>& names);

/// Comments that say where each statement stands, who said it, and why it was left out. Empty if nothing was.
std::string leftOutText(const Sketch& sketch, const std::vector<DraftReport>& reports,
                        const CitationLines& citations);

} // namespace stasis::drafting
