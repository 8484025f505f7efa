#pragma once

// Ledgers and corrections in the files beside their reports.

#include "cli/reports.h"
#include "evidence/citations.h"
#include "evidence/kept_ledger.h"

namespace stasis::cli {

/// The ledger in a file, for the check of citations.
evidence::KeptLedger keptLedger(const std::string& path);

/// What is kept beside one report. Reading gives the entries the numbers they had; correcting applies what an
/// analyst has said of them.
class KeptFiles {
public:
  explicit KeptFiles(Report& report);

  /// False (and said) where a file is there and cannot be read.
  bool read(Console& console);
  /// False (and said) where no statement has the number.
  bool add(const std::string& id, const evidence::Review& review, Console& console);
  /// Says which corrections have lost their words.
  void correct(Console& console);
  bool write(Console& console) const;

private:
  Report& report_;
  std::vector<evidence::Correction> corrections_;
  bool beside_ = false; ///< standard input and texts of an archive have nothing beside them
};

} // namespace stasis::cli
