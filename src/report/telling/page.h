#pragma once

// A text answer on a page of a given width. A line that is too wide continues below, indented two columns
// more than it begins, and is cut at spaces if it has any. Renderers lay out their own text; this is for what
// they cannot know the width of (long names, letters of many options), so that no line of an answer is ever
// wider than the page. Colours take no columns. O(bytes).

#include "report/telling/look.h"

#include <string>
#include <string_view>

namespace stasis::report {

std::string onPage(std::string_view text, const Look& look);

} // namespace stasis::report
