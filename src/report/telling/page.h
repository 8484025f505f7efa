#pragma once

// A text answer on a page of a given width: a line that is wider goes on below, indented two columns more
// than it begins, cut at spaces where it has any. Renderers lay their own text out; this is for what they
// cannot know the width of (long names, letters of many options), so that no line of an answer is ever wider
// than the page. Colours take no columns. O(bytes).

#include "report/telling/look.h"

#include <string>
#include <string_view>

namespace stasis::report {

std::string onPage(std::string_view text, const Look& look);

} // namespace stasis::report
