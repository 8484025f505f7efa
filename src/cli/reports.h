#pragma once

// The reports named on the command line: files, `-`, folders and archives with the reports in them. Each is
// read into a ledger; one that cannot be read is said, and the others are read all the same. Several are read
// at once, one by each thread; a single one is shared by the threads. The answer and its order are the same
// whatever their number. Memory: the reports at hand, some of each thread.

#include "cli/verb.h"
#include "evidence/ledger.h"
#include "evidence/text/turns.h"
#include "language/lexing/source_text.h"

#include <functional>
#include <optional>
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

/// Hands over each report in the order given, until `take` wants no more. Gives `Reports::status`.
Exit eachReport(const std::vector<std::string>& paths, Console& console,
                const std::optional<evidence::Voice>& voice, const std::function<bool(Report)>& take);

/// With a voice, every sentence of them is said by it.
Reports readReports(const std::vector<std::string>& paths, Console& console,
                    const std::optional<evidence::Voice>& voice = std::nullopt);

} // namespace stasis::cli
