#pragma once

// The reports named on the command line: files, `-`, folders and archives with the reports in them. Each is
// read into a ledger; one that cannot be read is said, and the others are read all the same.

#include "cli/verb.h"
#include "evidence/ledger.h"
#include "evidence/text/turns.h"
#include "language/lexing/source_text.h"

#include <vector>

namespace stasis::cli {

class Console;

struct Report {
  language::SourceText text;
  evidence::Ledger ledger;
};

struct Reports {
  std::vector<Report> read;
  Exit status =
      Exit::done; ///< wrong where one could not be read, interrupted or limit where work was stopped
};

/// With a voice, every sentence of them is said by it.
Reports readReports(const std::vector<std::string>& paths, Console& console,
                    const std::optional<evidence::Voice>& voice = std::nullopt);

} // namespace stasis::cli
