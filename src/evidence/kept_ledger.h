#pragma once

// A ledger that is kept beside its report (`report.txt`: `report.ledger.json`), and an analyst's corrections
// of it (`report.corrections.json`). An edited report is read again. A statement whose words are still there
// keeps its number and its corrections, wherever the words now stand.
//
// Statements are matched by their words, equal up to white space and typographic marks. Among equal ones,
// those at the same place match, then the first with the first. O(statements log statements), apart from
// equal words. Tested on edited reports.

#include "evidence/ledger.h"

#include <string>
#include <vector>

namespace stasis::evidence {

/// `case/report.txt` → `case/report.ledger.json`.
std::string ledgerPath(const std::string& report);
std::string correctionsPath(const std::string& report);

/// An analyst's correction of one statement.
struct Correction {
  enum class Verdict : std::uint8_t { none, accepted, rejected };
  model::Range span; ///< where its words stood
  std::string words;
  Verdict verdict = Verdict::none;
  std::optional<std::string> speaker; ///< who really speaks; without letters: nobody can be named
  std::optional<SpeechAct> kind;      ///< the real speech act
  /// Its number, of what is rejected: that is in no kept ledger, and by this number it is accepted again.
  std::optional<std::size_t> id = {};
};

/// Gives the entries the numbers they have in the kept ledger, or had when they were rejected. New ones get
/// numbers above all of these.
void keepNumbers(std::vector<LedgerEntry>& entries, const std::vector<LedgerEntry>& kept,
                 const std::vector<Correction>& corrections);

struct Corrected {
  std::size_t applied = 0;
  std::vector<Correction> lost; ///< their words are no longer in the ledger
};

/// Rejected entries are removed; accepted ones and those with a corrected speaker or kind are certain.
/// Corrections that were applied get the place where their words now stand.
Corrected correct(std::vector<LedgerEntry>& entries, std::vector<Correction>& corrections);

/// What an analyst now says about a statement; empty members leave things as they are.
struct Review {
  Correction::Verdict verdict = Correction::Verdict::none;
  std::optional<std::string> speaker = {};
  std::optional<SpeechAct> kind = {};
};

/// Adds a correction to the existing ones. There is one for each statement; the new values count.
void add(std::vector<Correction>& corrections, const LedgerEntry& entry, const Review& review);

} // namespace stasis::evidence
