#pragma once

// Letters by mail in a text: who wrote which paragraphs of it. A message begins with the sender of the file
// or with header lines among the paragraphs (a message that was forwarded, a thread); what it cites behind
// `> ` is of whoever is said to have written it ("On 4 May, Ana Bell wrote:"), or nobody's. Only a message
// that speaks in the first person is a letter: in a press release or a story sent by mail nothing is the
// sender's.
//
// Linear. Tested on threads, replies and stories sent by mail.

#include "evidence/text/turns.h"

namespace stasis::evidence {

/// `Ana Bell`, `for` what stands in brackets, of `"Ana Bell" <ana@velm.example>` or `Ana Bell (Velm Ports)`.
/// An empty name where there is only an address.
Voice senderOf(std::string_view field);

/// One turn for each message; none where there is no letter. `sender`: of the first message.
Turns mailTurns(std::string_view text, const std::vector<model::Range>& paragraphs,
                const std::vector<ParagraphKind>& kinds, const std::optional<Voice>& sender);

} // namespace stasis::evidence
