#pragma once

// The texts in a file: one for most files; for a mail its text parts, for a mailbox those of every message,
// for a feed (RSS, Atom) one for each item. Each knows its bytes in the file, through transfer encodings too.
//
// Linear in the file. Tested on mail with parts in every transfer encoding, mailboxes and feeds.

#include "evidence/text/document.h"

#include <string_view>
#include <vector>

namespace stasis::evidence {

struct FileParts {
  std::vector<FilePart> parts;
  std::vector<std::string> notes; ///< what was left out: attachments
};

FileParts partsOf(std::string_view bytes);

} // namespace stasis::evidence
