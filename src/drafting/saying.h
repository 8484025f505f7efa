#pragma once

// One sentence, or the clause that was told, of a statement: what it says is done (doing.h), on what
// condition, and how the words before it take it: `promised to`, `urged Suria to`, `warned that`. A statement
// in quotation marks has as many as it has sentences.
//
// Parsing costs most: linear in the words of the statements. Tested on statements with their sentences.

#include "drafting/doing.h"
#include "evidence/ledger.h"

#include <string>
#include <string_view>
#include <vector>

namespace stasis::drafting {

struct Saying {
  const evidence::LedgerEntry* entry = nullptr;
  std::size_t report = 0;
  std::string words;    ///< of the report, one line, without markup
  std::string_view cue; ///< the class of the verb before it (words/deed_verbs.txt); empty for other verbs
  std::string cueWord;  ///< its lemma
  bool ofThose = false; ///< of what was bound before: `these commitments`
  bool alone = false;   ///< the only sentence of its statement, or the one with its condition
  bool told = false;    ///< in the reporter's words
  std::vector<Doing> doings;
  std::string marker; ///< of its condition; empty for none
  std::vector<Doing> conditions;
};

std::vector<Saying> sayingsOf(const evidence::LedgerEntry& entry, std::size_t report, std::string_view text);

} // namespace stasis::drafting
