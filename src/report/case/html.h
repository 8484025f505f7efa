#pragma once

// HTML that shows any text as it is and can do nothing else: whatever comes from a model or a report goes
// through here.

#include <string>
#include <string_view>

namespace stasis::report {

/// Text between tags or in a quoted attribute; invalid bytes and control characters become U+FFFD.
std::string htmlText(std::string_view text);
/// `<tag class="…">text</tag>`; the text is HTML already, the class may be empty.
std::string element(std::string_view tag, const std::string& html, std::string_view cssClass = {});

/// At most so many characters, cut with an ellipsis.
std::string shortened(std::string_view text, std::size_t columns);

} // namespace stasis::report
