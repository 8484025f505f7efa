#pragma once

// Reads reports into ledgers. The way of a report: markup is reduced to text (`plain_text.h`), text to
// paragraphs and words in one notation of marks (`reading_text.h`); quotes are scanned, people and bodies are
// named, and every cue ("said", "according to") is joined with its words and its speaker. Whoever cannot be
// told stays unnamed. Every range in an answer is bytes of the report as given, markup included.
//
// Linear in the text, deterministic, any bytes. Tested on reports of `tests/reading/`, on their variants in
// print (properties) and by fuzzing.

#include "evidence/ledger.h"

#include <string>
#include <string_view>

namespace stasis::evidence {

/// The statements of a report, plain text or HTML.
Ledger readReport(std::string_view text, const std::string& source);

} // namespace stasis::evidence
