#pragma once

// Character references of HTML: by number (`&#8217;`, `&#x2019;`) and those names that stand in reports.

#include <string>
#include <string_view>

namespace stasis::evidence {

struct MarkupEntity {
  std::string text;       ///< in UTF-8
  std::size_t length = 0; ///< bytes of the reference, `&` and `;` included; 0 if there is none
};

MarkupEntity markupEntityAt(std::string_view text, std::size_t at);

} // namespace stasis::evidence
