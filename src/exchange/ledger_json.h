#pragma once

// The ledger of reports as JSON, `stasis/ledger-1`: the answer of `stasis read`, and the file kept beside a
// case. Ranges are bytes of the report. Bytes that are not UTF-8 become U+FFFD.
//
// Tested: what is written is read back as the same entries.

#include "evidence/kept_ledger.h"

#include <string>
#include <string_view>
#include <vector>

namespace stasis::exchange {

/// A report beside the statements: with one of them its facts are keys of the whole.
struct LedgerSource {
  std::string source;
  std::optional<std::string> date;
  std::string language;
  std::string encoding;
};

std::string writeLedger(const std::vector<evidence::LedgerEntry>& entries,
                        const std::vector<LedgerSource>& reports = {});

/// The statements of one report as `stasis/statement-1`: a line each, with the facts of its report.
std::string ledgerLines(const std::vector<evidence::LedgerEntry>& entries, const LedgerSource& report);

struct ReadLedger {
  std::vector<evidence::LedgerEntry> entries;
  std::string problem; ///< why it cannot be read; empty if it was read
};

/// Reads the output of `writeLedger`, also after edits by hand.
ReadLedger readLedger(std::string_view json);

std::string writeCorrections(const std::vector<evidence::Correction>& corrections);

struct ReadCorrections {
  std::vector<evidence::Correction> corrections;
  std::string problem;
};

ReadCorrections readCorrections(std::string_view json);

} // namespace stasis::exchange
