#pragma once

// The bytes of a file as UTF-8. Tried in this order: a byte order mark; whether the bytes are valid UTF-8;
// what a page declares (`<meta charset>`, an XML declaration); what the bytes look like (uchardet), where a
// few bytes beyond ASCII in a text are Windows-1252. A byte that its encoding does not define is reported
// with its line; no other character ever takes its place.
//
// Linear. Tested on one report in every encoding: it reads the same, at the bytes of the file.

#include "evidence/text/clean_text.h"

#include <string>
#include <string_view>

namespace stasis::evidence {

struct Decoded {
  CleanText text;       ///< unless `asIs` is true
  bool asIs = true;     ///< the bytes are the text
  std::string encoding; ///< `UTF-8`, `windows-1252`
  std::string note;     ///< how the encoding was found, if that was not certain
  std::string problem;  ///< why it cannot be read; empty if it was
};

/// `charset`: what a mail or a server says about it; empty: nothing.
Decoded decode(std::string_view bytes, const std::string& charset = {});

/// The line of a byte, from 1.
std::size_t lineAt(std::string_view bytes, std::size_t at);

} // namespace stasis::evidence
