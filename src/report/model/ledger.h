#pragma once

// The answer of `read`: what was said, by whom, on what condition. Text for people, CSV with one line a
// statement, Markdown; JSON is `stasis/ledger-1` (exchange/ledger_json.h).

#include "evidence/ledger.h"
#include "report/telling/look.h"

#include <string>
#include <string_view>
#include <vector>

namespace stasis::report {

std::string ledgerText(const std::vector<evidence::LedgerEntry>& entries, const Look& look);
std::string ledgerCsv(const std::vector<evidence::LedgerEntry>& entries);
std::string ledgerMarkdown(const std::vector<evidence::LedgerEntry>& entries);

/// How one entry was found: its sentence with the passages underlined, the speaker and how he was found, what
/// decided the kind, and the rule that applied. `text`: the bytes of its report.
std::string entryExplained(const evidence::LedgerEntry& entry, std::string_view text, const Look& look);

} // namespace stasis::report
