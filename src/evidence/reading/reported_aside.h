#pragma once

// A verb of speech that stands among the words it reports, or after them: "The port, Holt said, will close";
// "The port will close, Holt said on Monday."
//
// Linear in the words. Tested on the tables of tests/reading/.

#include "evidence/reading/reported_speech.h"

namespace stasis::evidence {

/// Writes the content around or before the verb, if there is any.
void findAround(const Syntax& syntax, WordIndex verb, ReportedSpeech& told);

} // namespace stasis::evidence
