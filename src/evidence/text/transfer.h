#pragma once

// Transfer encodings of mail (RFC 2045, 6.7 and 6.8): the bytes that were meant, each with the bytes of the
// file it came from. What is no such encoding stands for itself. Linear.

#include "evidence/text/clean_text.h"

#include <string_view>

namespace stasis::evidence {

/// `encoding`: `quoted-printable`, `base64`, else as it is. `range` of `file`.
CleanText transferDecoded(std::string_view file, model::Range range, std::string_view encoding);

} // namespace stasis::evidence
