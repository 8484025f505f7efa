#pragma once

// The speech act of a statement, decided from the verb that introduces the words and from the words
// themselves: first the verb, then the form of the content (Searle 1976 for the classes). Keeps the words
// that decided.

#include "evidence/ledger.h"

#include <string_view>

namespace stasis::evidence {

struct SpeechActQuestion {
  std::string_view verb;      ///< the cue as in the text: `warned`, `has pledged`; empty if there is none
  std::string_view content;   ///< the words said
  std::string_view sentence;  ///< the whole sentence around them, cue and speaker included
  bool direct = false;        ///< the content stands between quotation marks
  std::string_view condition; ///< the marker of a condition that was taken out of the content
  std::string_view clause;    ///< and what followed the marker
};

struct SpeechActAnswer {
  SpeechAct kind = SpeechAct::report;
  std::string decidedBy;
  /// Of the lists: 6 is one clear sign, 8 one that fits no other kind, 40 a verb that settles it.
  int votes = 0;
};

/// Decides by the weights (kind_weights.h); the lists of verbs and phrases have an advantage among them.
SpeechActAnswer decideSpeechAct(const SpeechActQuestion& question);

/// What was said, without its condition: the words that decide the kind of a statement.
std::string wordsOfAct(const LedgerEntry& entry);

/// Decides by the lists alone.
SpeechActAnswer decideByLists(const SpeechActQuestion& question);

} // namespace stasis::evidence
