#pragma once

// What `read` does with the reports named: it applies what is kept beside them, keeps what is given, and
// shows what is asked for. `--format jsonl` writes each report's statements as soon as it is read, and holds
// none of them. The other formats, and `--join`, hold all statements, because a later report may give a
// fuller name.

#include "cli/given_corrections.h"
#include "cli/reports.h"
#include "cli/verb.h"
#include "exchange/ledger_json.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::cli {

class Console;

class Reading {
public:
  Reading(const Arguments& arguments, const GivenReviews& given, Console& console);

  /// With a voice, that party is taken to say every sentence of the reports.
  Exit run(const std::optional<evidence::Voice>& voice);

private:
  bool corrects() const { return !given_.corrections.empty(); }
  bool writesAsItReads() const;
  Exit stream(const std::optional<evidence::Voice>& voice);
  Exit gather(const std::optional<evidence::Voice>& voice);
  Exit keep(Report& report);
  Exit correct(Reports& reports);
  Exit answer(Reports& reports);
  Exit explain(Reports& reports);
  /// The statements asked for: of one report, and of all.
  std::vector<evidence::LedgerEntry> shown(evidence::Ledger& ledger);
  std::vector<evidence::LedgerEntry> shown(Reports& reports);
  void sayUndated();

  const Arguments& arguments_;
  const GivenReviews& given_;
  Console& console_;
  std::string format_;
  std::size_t undated_ = 0; ///< reports with statements that --since cannot place
};

} // namespace stasis::cli
