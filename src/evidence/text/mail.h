#pragma once

// Mail (RFC 5322) and mailboxes (RFC 4155): the text parts of a message, MIME parts within parts (RFC 2045,
// 2046), of alternatives the plain one. Attachments that are no text are named, not read.
//
// Linear in the file; parts are followed to a bounded depth. Tested on messages of every transfer encoding.

#include "evidence/text/file_parts.h"

namespace stasis::evidence {

/// Begins with header lines, and says from whom it is.
bool isMail(std::string_view bytes);
FileParts mailParts(std::string_view bytes);

/// Begins with `From ` and a message.
bool isMailbox(std::string_view bytes);
FileParts mailboxParts(std::string_view bytes);

} // namespace stasis::evidence
