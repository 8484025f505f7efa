#pragma once

// One sentence, or one reported clause, of a statement: what it says is done (doing.h), on what condition,
// and what the words before it make of it: `promised to`, `urged Suria to`, `warned that`. A statement in
// quotation marks has one for each of its sentences.
//
// Parsing costs most: linear in the words of the statements. Tested on statements with their sentences.

#include "drafting/doing.h"
#include "evidence/ledger.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::drafting {

struct Saying {
  const evidence::LedgerEntry* entry = nullptr;
  std::size_t report = 0;
  std::string words;    ///< from the report, on one line, without markup
  std::string_view cue; ///< class of the verb before the words (words/deed_verbs.txt); empty for others
  std::string cueWord;  ///< its lemma
  bool ofThose = false; ///< refers to an earlier commitment: `these commitments`
  bool alone = false;   ///< the only sentence of its statement, or the one with its condition
  bool told = false;    ///< reported in the writer's words
  std::vector<Doing> doings;
  std::string marker; ///< introduces the condition; empty without one
  /// The condition is what was said or asked before: `otherwise`, `if they do not` (turned round), `in that
  /// case`.
  enum class Back : std::uint8_t { none, same, turned } back = Back::none;
  std::vector<Doing> conditions;
  bool turnsAct = false; ///< `Otherwise we won't`: the act said before, turned round
};

/// `its plan to put up cranes`: what the plan is that is spoken of last before that place; a deed without a
/// verb where none is.
Deed plannedBefore(std::string_view text, std::size_t end);

/// `condition`: what the first half of a split quote states for this second one; null for all others.
std::vector<Saying> sayingsOf(const evidence::LedgerEntry& entry, std::size_t report, std::string_view text,
                              const evidence::Condition* condition = nullptr);

} // namespace stasis::drafting
