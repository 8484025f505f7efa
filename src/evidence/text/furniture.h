#pragma once

// Page numbers, running heads and feet: lines that printing put between two halves of a sentence. A line is
// one of these if it consists of a page number; if it stands first or last on two pages separated by form
// feeds; or if it stands alone three times or more. Lines are compared without regard to digits. "On …, X
// wrote:" above quoted mail is a heading.
//
// O(lines log lines). Tested on texts printed in pages, with and without form feeds.

#include "evidence/text/lines.h"

namespace stasis::evidence {

void markFurniture(std::string_view text, std::vector<Line>& lines);

} // namespace stasis::evidence
