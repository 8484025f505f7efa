#pragma once

// A page of HTML as paragraphs. The tree comes from a real parser (Gumbo; the HTML Living Standard), and
// every word knows its bytes in the page. Scripts, styles, menus, asides, footers, captions, struck-out and
// hidden parts are left out. `<br>` ends a line, `<q>` gets quotation marks, `<blockquote>` below "X said:"
// is what X said, and a `<dt>` labels its `<dd>`.
//
// Linear; memory is limited by the page (page_arena.h). A page that cannot be parsed (endlessly nested tags)
// is reported, not read. Tested on pages written for the tests, and on plain reports turned into pages (both
// read the same).

#include "evidence/text/paragraphs.h"

#include <optional>
#include <string>

namespace stasis::evidence {

/// What a page says about itself.
struct PageFacts {
  std::optional<std::string> date;     ///< as in the page: `2031-05-04T10:00:00Z`
  std::optional<std::string> title;    ///< og:title, else the first heading, else the title
  std::optional<std::string> language; ///< of <html lang>
};

struct Page {
  Paragraphs paragraphs;
  PageFacts facts;
  std::string problem; ///< why it could not be read; empty if it was
};

/// True if the document says so, or has paragraphs in tags.
bool looksLikePage(std::string_view text);

/// `text` is UTF-8.
Page readPage(std::string_view text);

} // namespace stasis::evidence
