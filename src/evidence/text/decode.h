#pragma once

// The bytes of a file as UTF-8. In this order: a byte order mark; bytes that are UTF-8 as they are; what a
// page says (`<meta charset>`, an XML declaration); what the bytes look like (uchardet), where a few bytes
// beyond ASCII in a text are Windows-1252. A byte that its encoding does not know is named with its line; no
// character is ever put in its place.
//
// Linear. Tested on the same report in every encoding: it says the same, at the bytes of the file.

#include "evidence/text/clean_text.h"

#include <string>
#include <string_view>

namespace stasis::evidence {

struct Decoded {
  CleanText text;       ///< where `asIs` does not hold
  bool asIs = true;     ///< the bytes are the text
  std::string encoding; ///< `UTF-8`, `windows-1252`
  std::string note;     ///< how it was found out, where it was not sure
  std::string problem;  ///< why it cannot be read; empty: it was
};

/// `charset`: what a mail or a server says of it; empty: nothing.
Decoded decode(std::string_view bytes, const std::string& charset = {});

/// The line, from 1, of a byte.
std::size_t lineAt(std::string_view bytes, std::size_t at);

} // namespace stasis::evidence
