#pragma once

// Reads reports into ledgers. The way of a report: a file becomes clean paragraphs (`text/document.h`), these
// one notation of marks (`reading_text.h`); quotes are scanned, people and bodies are named, and every cue
// ("said", "according to") is joined with its words and its speaker. Whoever cannot be told stays unnamed.
// Every range in an answer is bytes of the report as given, markup included.
//
// Linear in the text, deterministic, any bytes. Tested on reports of `tests/reading/`, on their variants in
// print (properties) and by fuzzing.

#include "evidence/ledger.h"
#include "evidence/text/turns.h"

#include <functional>
#include <string>
#include <string_view>

namespace stasis::evidence {

/// How the work is done; the ledger does not depend on it.
struct ReadingWork {
  std::size_t threads = 1;          ///< that share the sentences
  std::function<void()> check = {}; ///< called every some hundred sentences; what it throws ends the reading
};

/// The statements of a report: plain text, a page, captions, mail, a mailbox, a feed. With a voice, every
/// sentence is said by it.
Ledger readReport(std::string_view bytes, const std::string& source,
                  const std::optional<Voice>& voice = std::nullopt, const ReadingWork& work = {});

} // namespace stasis::evidence
