#pragma once

// Mail (RFC 5322) and mailboxes (RFC 4155): the text parts of a message, with MIME parts within parts (RFC
// 2045, 2046); of alternatives, the plain one. Attachments that are not text are named, not read.
//
// Linear in the file; parts are followed to a limited depth. Tested on messages in every transfer encoding.

#include "evidence/text/file_parts.h"

namespace stasis::evidence {

/// True if it begins with header lines, one of which says who sent it.
bool isMail(std::string_view bytes);
FileParts mailParts(std::string_view bytes);

/// True if it begins with `From ` and a message.
bool isMailbox(std::string_view bytes);
FileParts mailboxParts(std::string_view bytes);

} // namespace stasis::evidence
