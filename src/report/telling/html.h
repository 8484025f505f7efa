#pragma once

// HTML that shows any text as it is and can do nothing else. All text from a model or a report passes through
// here.

#include <string>
#include <string_view>

namespace stasis::report {

/// Text for between tags or in a quoted attribute. Invalid bytes and control characters become U+FFFD.
std::string htmlText(std::string_view text);
/// `<tag class="…">text</tag>`. `html` is HTML already; the class may be empty.
std::string element(std::string_view tag, const std::string& html, std::string_view cssClass = {});

/// A whole page to send: text in one column, without scripts, light or dark as the reader has it. `body` is
/// HTML already.
std::string letterPage(std::string_view title, const std::string& body);

/// At most this many characters; a longer text ends with an ellipsis.
std::string shortened(std::string_view text, std::size_t columns);

} // namespace stasis::report
