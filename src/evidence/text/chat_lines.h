#pragma once

// Lines of chats, posts and court records that name who speaks without the label of a transcript: `[09:14]
// nadia: we ship`; `Nadia Pruitt  9:14 AM` or `Nadia Pruitt @npruitt · 3h` above what she wrote; `Q   Did you
// sign?`. Each counts only if the text has more of its kind, or if the words below are in the first person.
// Lines of the chat program (`-!- colm has quit`, `* colm is away`) belong to nobody and end a turn.
//
// Linear. Tested on chats of five programs and on texts that only look like one.

#include "evidence/text/lines.h"

namespace stasis::evidence {

/// `stamped`: the lines that began with a time.
void markChat(std::string_view text, std::vector<Line>& lines, const std::vector<std::size_t>& stamped);

} // namespace stasis::evidence
