#pragma once

// Ledgers and corrections in the files beside their reports.

#include "cli/reports.h"
#include "evidence/citations.h"
#include "evidence/kept_ledger.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::cli {

/// The ledger in a file, for the check of citations.
evidence::KeptLedger keptLedger(const std::string& path);

/// The files kept beside one report. Reading gives the entries the numbers they had; correcting applies what
/// an analyst has said about them.
class KeptFiles {
public:
  explicit KeptFiles(Report& report);

  /// False, after an error message, if a file exists and cannot be read.
  bool read(Console& console);
  /// False, after an error message, if no statement has this number.
  bool add(const std::string& id, const evidence::Review& review, Console& console);
  /// The same for an entry of the report, also where nothing can be kept: it counts until this is gone.
  void addHere(const evidence::LedgerEntry& entry, const evidence::Review& review);
  /// Applies the corrections and reports those whose words are gone.
  void correct(Console& console);
  bool write(Console& console) const;

private:
  Report& report_;
  std::vector<evidence::Correction> corrections_;
  std::optional<std::string> seenCorrections_; ///< the text that was read; none: there was no file
  std::optional<std::string> seenLedger_;
  bool beside_ = false; ///< false for standard input and texts of an archive, which have no files beside them
};

} // namespace stasis::cli
