#pragma once

// Feeds: RSS and Atom (RFC 4287). Each item gives one text, its longest; the content of a description,
// escaped or in CDATA, is a page of its own. Dates are those of the items. Linear in the file. Tested on both
// forms.

#include "evidence/text/file_parts.h"

namespace stasis::evidence {

bool isFeed(std::string_view bytes);
FileParts feedParts(std::string_view bytes);

} // namespace stasis::evidence
