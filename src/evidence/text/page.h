#pragma once

// A page of HTML as paragraphs. The tree comes from a real parser (Gumbo; the HTML Living Standard), every
// word knows its bytes of the page. Scripts, styles, menus, asides, footers, captions, struck-out and hidden
// parts are left out; `<br>` ends a line, `<q>` has marks, `<blockquote>` below "X said:" is what X said, a
// `<dt>` labels its `<dd>`.
//
// Linear, memory bounded by the page (page_arena.h). What cannot be read so (tags within tags without end) is
// said, not read. Tested on pages written for the tests, and as pages of plain reports (they say the same).

#include "evidence/text/paragraphs.h"

#include <optional>
#include <string>

namespace stasis::evidence {

/// What a page says of itself.
struct PageFacts {
  std::optional<std::string> date;     ///< as written: `2031-05-04T10:00:00Z`
  std::optional<std::string> title;    ///< og:title, else the first heading, else the title
  std::optional<std::string> language; ///< of <html lang>
};

struct Page {
  Paragraphs paragraphs;
  PageFacts facts;
  std::string problem; ///< why it could not be read; empty: it was
};

/// A document says so, or has paragraphs in tags.
bool looksLikePage(std::string_view text);

/// `text` is UTF-8.
Page readPage(std::string_view text);

} // namespace stasis::evidence
