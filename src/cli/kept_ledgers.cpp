#include "cli/kept_ledgers.h"

#include "cli/console.h"
#include "cli/files.h"
#include "cli/model_file.h"
#include "exchange/ledger_json.h"
#include "report/telling/printable.h"

#include <algorithm>
#include <filesystem>

namespace stasis::cli {

namespace {

/// In place of what was seen; false, after an error message, if another program has written there meanwhile.
bool writeOver(const std::string& path, const std::string& text, const std::optional<std::string>& seen,
               Console& console) {
  return seen ? rewriteFile(path, text, *seen, console) : writeFile(path, text, false, console);
}

/// The text of a file; none if there is no such file.
std::optional<std::string> textOf(const std::string& path, std::string& problem) {
  auto content = sourceReader()(path);
  if (!content.text && content.problem != "does not exist")
    problem = content.problem;
  return std::move(content.text);
}

} // namespace

evidence::KeptLedger keptLedger(const std::string& path) {
  const auto content = sourceReader()(path);
  if (!content.text)
    return {{}, content.problem};
  auto read = exchange::readLedger(*content.text);
  const std::string problem = read.problem.empty() ? "" : "cannot be read: " + read.problem;
  return {std::move(read.entries), problem};
}

KeptFiles::KeptFiles(Report& report) : report_(report) {
  std::error_code error; // standard input is no file, and neither is a member of an archive
  beside_ = std::filesystem::is_regular_file(report.text.name(), error);
}

bool KeptFiles::read(Console& console) {
  if (!beside_)
    return true;
  const auto fail = [&](const std::string& path, const std::string& problem) {
    console.sayError('`' + path + "` cannot be read: " + problem, "mend it, or move it away to begin anew");
    return false;
  };
  const std::string corrections = evidence::correctionsPath(report_.text.name());
  std::string problem;
  seenCorrections_ = textOf(corrections, problem);
  if (seenCorrections_) {
    auto read = exchange::readCorrections(*seenCorrections_);
    problem = read.problem;
    corrections_ = std::move(read.corrections);
  }
  if (!problem.empty())
    return fail(corrections, problem);
  const std::string ledger = evidence::ledgerPath(report_.text.name());
  seenLedger_ = textOf(ledger, problem);
  if (seenLedger_) {
    const auto kept = exchange::readLedger(*seenLedger_);
    problem = kept.problem;
    evidence::keepNumbers(report_.ledger.entries, kept.entries, corrections_);
  }
  return problem.empty() || fail(ledger, problem);
}

void KeptFiles::addHere(const evidence::LedgerEntry& entry, const evidence::Review& review) {
  evidence::add(corrections_, entry, review);
}

bool KeptFiles::add(const std::string& id, const evidence::Review& review, Console& console) {
  if (!beside_) {
    console.sayError(
        "what comes by standard input or out of an archive has no file to keep corrections beside");
    return false;
  }
  const auto& entries = report_.ledger.entries;
  const auto at =
      std::ranges::find_if(entries, [&](const auto& one) { return std::to_string(one.id) == id; });
  if (at == entries.end()) {
    console.sayError("there is no statement `" + id + "` in `" + report_.text.name() + '`',
                     "`stasis read REPORT` numbers the statements");
    return false;
  }
  evidence::add(corrections_, *at, review);
  return true;
}

void KeptFiles::correct(Console& console) {
  const auto corrected = evidence::correct(report_.ledger.entries, corrections_);
  for (const auto& lost : corrected.lost)
    console.sayNote("a correction in `" + evidence::correctionsPath(report_.text.name()) +
                    "` has lost its words: \"" + report::fold(report::printable(lost.words), 80).front() +
                    '"');
}

bool KeptFiles::write(Console& console) const {
  if (!beside_) {
    console.sayError("what comes by standard input or out of an archive has no file to keep a ledger beside");
    return false;
  }
  const std::string& name = report_.text.name();
  const bool corrected =
      corrections_.empty() || writeOver(evidence::correctionsPath(name),
                                        exchange::writeCorrections(corrections_), seenCorrections_, console);
  return corrected && writeOver(evidence::ledgerPath(name), exchange::writeLedger(report_.ledger.entries),
                                seenLedger_, console);
}

} // namespace stasis::cli
