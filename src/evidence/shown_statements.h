#pragma once

// Which statements of a ledger are asked for: those of a speaker, of a kind, or of reports from a date on.
// The ledger itself does not change.
//
// A name can be asked for by any consecutive words of it, in either case: `orr` means Mina Orr and Orr, not
// Orrin. It also finds everyone who speaks for a state or body of that name. Linear in the entries. Tested by
// tests/evidence/shown_statements_test.cpp.

#include "evidence/ledger.h"

#include <string>
#include <string_view>
#include <vector>

namespace stasis::evidence {

struct ShownStatements {
  std::vector<std::string> speakers; ///< any of them; empty: everybody
  std::vector<SpeechAct> kinds;      ///< any of them; empty: all
  std::string since;                 ///< a day, month or year of the report; empty: all

  bool isAll() const { return speakers.empty() && kinds.empty() && since.empty(); }
  bool shows(const LedgerEntry& entry) const;
  /// If a date is asked for, a report without a date is not shown.
  bool showsReport(const Ledger& ledger) const;
};

/// The statements of a report together with those that nobody made (denied, negated, supposed …), in the
/// order of the text. The latter have no number.
std::vector<LedgerEntry> withUnreal(const Ledger& ledger);

/// `2031-04-08`, `2031-04` or `2031`; written this way, an earlier date compares as less.
bool isDate(std::string_view text);

} // namespace stasis::evidence
