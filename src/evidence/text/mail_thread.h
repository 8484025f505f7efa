#pragma once

// Letters by mail in a text: who wrote which paragraphs. A message begins with the sender of the file or with
// header lines among the paragraphs (a forwarded message, a thread). What it quotes after `> ` belongs to the
// person who is said to have written it ("On 4 May, Ana Bell wrote:"), or to nobody. Only a message in the
// first person is a letter: in a press release or a story sent by mail, nothing belongs to the sender.
//
// Linear. Tested on threads, replies and stories sent by mail.

#include "evidence/text/turns.h"

namespace stasis::evidence {

/// `Ana Bell` from `"Ana Bell" <ana@velm.example>` or `Ana Bell (Velm Ports)`; what stands in brackets is the
/// body. The name is empty if there is only an address.
Voice senderOf(std::string_view field);

/// One turn for each message; none if there is no letter. `sender`: of the first message.
Turns mailTurns(std::string_view text, const std::vector<model::Range>& paragraphs,
                const std::vector<ParagraphKind>& kinds, const std::optional<Voice>& sender);

} // namespace stasis::evidence
