#pragma once

// Transfer encodings of mail (RFC 2045, 6.7 and 6.8): the decoded bytes, each with the bytes of the file it
// came from. Anything that is not validly encoded stands for itself. Linear.

#include "evidence/text/clean_text.h"

#include <string_view>

namespace stasis::evidence {

/// `encoding`: `quoted-printable`, `base64`; any other leaves the bytes as they are. `range` is a range of
/// `file`.
CleanText transferDecoded(std::string_view file, model::Range range, std::string_view encoding);

} // namespace stasis::evidence
