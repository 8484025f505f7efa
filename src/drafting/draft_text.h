#pragma once

// The pieces of `.conflict` text that a sketch is written in: a preference line, the list of what was left
// out. Used for a whole draft and for what is added to a model.

#include "drafting/citation_lines.h"
#include "drafting/sketch.h"

#include <string>
#include <vector>

namespace stasis::drafting {

/// `not sign if not paid`; `names`: of the options, by their number in the sketch.
std::string wishText(const Wish& wish, const std::vector<std::string>& names);

/// Comments: where it stands, who said it, why it was left out. Empty where nothing was.
std::string leftOutText(const Sketch& sketch, const std::vector<DraftReport>& reports,
                        const CitationLines& citations);

} // namespace stasis::drafting
