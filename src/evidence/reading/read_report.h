#pragma once

// Reads reports into ledgers. A file becomes clean paragraphs (`text/document.h`), and these get one notation
// of marks (`reading_text.h`). Then quotes are scanned, people and bodies are named, and every cue ("said",
// "according to") is joined with its words and its speaker. If the speaker is not clear, the statement has
// none. Every range in an answer is bytes of the report as given, markup included.
//
// Linear in the text, deterministic, any bytes. Tested on the reports of `tests/reading/`, on typographic
// variants of them (properties) and by fuzzing.

#include "evidence/ledger.h"
#include "evidence/text/turns.h"

#include <functional>
#include <string>
#include <string_view>

namespace stasis::evidence {

/// How the work is done; the ledger does not depend on it.
struct ReadingWork {
  std::size_t threads = 1;          ///< they share the sentences
  std::function<void()> check = {}; ///< called every some hundred sentences; may throw to end the reading
};

/// The statements of a report: plain text, a page, captions, mail, a mailbox, a feed. With a voice, that
/// party is taken to say every sentence.
Ledger readReport(std::string_view bytes, const std::string& source,
                  const std::optional<Voice>& voice = std::nullopt, const ReadingWork& work = {});

} // namespace stasis::evidence
