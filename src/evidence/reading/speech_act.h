#pragma once

// What a speaker does by saying something, decided from the verb that introduces the words and from the words
// themselves, act verb first, then the form of the content (Searle 1976 for the classes). Keeps the words
// that decided.

#include "evidence/ledger.h"

#include <string_view>

namespace stasis::evidence {

struct SpeechActQuestion {
  std::string_view verb;      ///< the cue as written: `warned`, `has pledged`; empty where there is none
  std::string_view content;   ///< the words said
  std::string_view sentence;  ///< the whole sentence around them, cue and speaker included
  bool direct = false;        ///< the content stands between quotation marks
  std::string_view condition; ///< the marker of a condition that was taken out of the content
  std::string_view clause;    ///< and what followed the marker
};

struct SpeechActAnswer {
  SpeechAct kind = SpeechAct::report;
  std::string decidedBy;
  int votes =
      0; ///< of the lists: 6 is one clear sign, 8 one that shows no other kind, 40 a verb that settles it
};

/// By the weights (kind_weights.h), among which the lists of verbs and phrases have a lead.
SpeechActAnswer decideSpeechAct(const SpeechActQuestion& question);

/// What was said less its condition: what the kind of a statement is decided from.
std::string wordsOfAct(const LedgerEntry& entry);

/// By the lists alone.
SpeechActAnswer decideByLists(const SpeechActQuestion& question);

} // namespace stasis::evidence
