#pragma once

// The reports named on the command line: files, `-`, folders and archives with the reports in them. Each is
// read into a ledger. If one cannot be read, this is reported and the others are read all the same. Several
// are read at once, one by each thread; a single one is shared by the threads. The answer and its order do
// not depend on the number of threads. Memory: the reports at hand, some of each thread.

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
  Exit status = Exit::done; ///< wrong if one could not be read, interrupted or limit if work was stopped
};

/// Passes each report to `take`, in the order given, until `take` returns false. Returns what
/// `Reports::status` would be.
Exit eachReport(const std::vector<std::string>& paths, Console& console,
                const std::optional<evidence::Voice>& voice, const std::function<bool(Report)>& take);

/// With a voice, that party is taken to say every sentence.
Reports readReports(const std::vector<std::string>& paths, Console& console,
                    const std::optional<evidence::Voice>& voice = std::nullopt);

} // namespace stasis::cli
