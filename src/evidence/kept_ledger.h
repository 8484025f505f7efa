#pragma once

// A ledger that is kept beside its report (`report.txt`: `report.ledger.json`), and what an analyst has
// corrected in it (`report.corrections.json`). A report that was edited is read again; a statement whose
// words are still there keeps its number and its corrections, wherever they now stand.
//
// Statements are matched by their words, equal up to white space and typographic marks, and among equal ones
// that at the same place, else the first with the first. O(statements log statements), equal words aside.
// Tested on edited reports.

#include "evidence/ledger.h"

#include <string>
#include <vector>

namespace stasis::evidence {

/// `case/report.txt` → `case/report.ledger.json`.
std::string ledgerPath(const std::string& report);
std::string correctionsPath(const std::string& report);

/// What an analyst says of one statement.
struct Correction {
  enum class Verdict : std::uint8_t { none, accepted, rejected };
  model::Range span; ///< where its words stood
  std::string words;
  Verdict verdict = Verdict::none;
  std::optional<std::string> speaker; ///< who really speaks; a name without letters: nobody can be told
  std::optional<SpeechAct> kind;      ///< what is really done by saying it
};

/// Gives the entries the numbers they have in the ledger kept so far; new ones get numbers above all of them.
void keepNumbers(std::vector<LedgerEntry>& entries, const std::vector<LedgerEntry>& kept);

struct Corrected {
  std::size_t applied = 0;
  std::vector<Correction> lost; ///< their words are no longer in the ledger
};

/// Rejected entries go; accepted ones and those with a corrected speaker or kind are sure. The corrections
/// that were applied get the span where their words stand now.
Corrected correct(std::vector<LedgerEntry>& entries, std::vector<Correction>& corrections);

/// What an analyst says now of a statement; what stays empty is left as it is.
struct Review {
  Correction::Verdict verdict = Correction::Verdict::none;
  std::optional<std::string> speaker = {};
  std::optional<SpeechAct> kind = {};
};

/// Adds a correction to those there are, one for each statement; what it says anew counts.
void add(std::vector<Correction>& corrections, const LedgerEntry& entry, const Review& review);

} // namespace stasis::evidence
