#pragma once

// A text whose head says that it is somebody's own: "Statement by the Governors of St Brannoc's School",
// "Open letter from the Parents' Council to the Minister". Its paragraphs in the first person are what that
// person or body says, sentence by sentence; the others are a report like any other.
//
// A head whose words do not end in a name is none: "Statement by minister angers union". Linear. Tested on
// heads of both kinds.

#include "evidence/text/turns.h"

#include <optional>
#include <string>

namespace stasis::evidence {

/// By whom a line says that the text is; none if it does not say.
std::optional<std::string> saysWhose(std::string_view line);

/// One turn with the paragraphs in the first person; none without such a head or without enough of them.
Turns statementTurns(std::string_view text, const std::vector<model::Range>& paragraphs,
                     const std::vector<ParagraphKind>& kinds);

} // namespace stasis::evidence
