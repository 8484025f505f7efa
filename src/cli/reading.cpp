#include "cli/reading.h"

#include "cli/console.h"
#include "cli/files.h"
#include "cli/kept_ledgers.h"
#include "cli/written_file.h"
#include "evidence/reading/join_ledgers.h"
#include "report/model/ledger.h"
#include "report/telling/page.h"

#include <algorithm>
#include <set>

namespace stasis::cli {

namespace {

using Entries = std::vector<evidence::LedgerEntry>;
using Facts = std::vector<exchange::LedgerSource>;

exchange::LedgerSource factsOf(const Report& report) {
  return {report.text.name(), report.ledger.date, report.ledger.language, report.ledger.encoding};
}

Facts factsOf(const Reports& reports) {
  Facts facts;
  for (const Report& one : reports.read)
    facts.push_back(factsOf(one));
  return facts;
}

/// One line for each statement, with the facts of its report.
std::string lines(const Entries& entries, const Facts& facts) {
  std::string out;
  for (const evidence::LedgerEntry& entry : entries) {
    const auto report = std::ranges::find(facts, entry.source, &exchange::LedgerSource::source);
    out += exchange::ledgerLines({entry}, *report);
  }
  return out;
}

std::string rendered(const Entries& entries, const Facts& facts, const std::string& format,
                     const report::Look& look) {
  if (format == "json")
    return exchange::writeLedger(entries, facts);
  if (format == "jsonl")
    return lines(entries, facts);
  if (format == "csv")
    return report::ledgerCsv(entries);
  if (format == "md")
    return report::ledgerMarkdown(entries);
  return report::onPage(report::ledgerText(entries, look), look);
}

} // namespace

Reading::Reading(const Arguments& arguments, const GivenReviews& given, Console& console)
    : arguments_(arguments), given_(given), console_(console), format_(arguments.value("--format")) {}

bool Reading::writesAsItReads() const {
  return format_ == "jsonl" && !arguments_.has("--join") && !arguments_.has("--explain") && !corrects();
}

Exit Reading::run(const std::optional<evidence::Voice>& voice) {
  return writesAsItReads() ? stream(voice) : gather(voice);
}

Exit Reading::stream(const std::optional<evidence::Voice>& voice) {
  const std::string path = arguments_.value("--output");
  std::optional<WrittenFile> file;
  if (!path.empty() && path != "-" && !file.emplace(path, arguments_.has("--force"), console_).isOpen())
    return Exit::wrong;
  Exit kept = Exit::done;
  const Exit status = eachReport(arguments_.operands, console_, voice, [&](Report one) {
    kept = keep(one);
    if (kept != Exit::done)
      return false;
    const exchange::LedgerSource facts = factsOf(one);
    const std::string text = exchange::ledgerLines(shown(one.ledger), facts);
    if (!(file ? file->write(text) : console_.print(text)))
      kept = Exit::wrong;
    return kept == Exit::done;
  });
  sayUndated();
  if (kept == Exit::done && file && !file->finish())
    kept = Exit::wrong;
  return kept != Exit::done ? kept : status;
}

Exit Reading::gather(const std::optional<evidence::Voice>& voice) {
  Reports reports;
  Exit kept = Exit::done;
  reports.status = eachReport(arguments_.operands, console_, voice, [&](Report one) {
    if (!corrects())
      kept = keep(one);
    if (!arguments_.has("--explain"))
      one.text = language::SourceText(one.text.name(), {});
    reports.read.push_back(std::move(one));
    return kept == Exit::done;
  });
  if (reports.read.empty())
    return reports.status;
  if (corrects())
    kept = correct(reports);
  return kept != Exit::done ? kept : answer(reports);
}

/// Applies what is kept beside a report, adds what is given now and, if asked to, writes it.
Exit Reading::keep(Report& report) {
  KeptFiles kept(report);
  if (!kept.read(console_))
    return Exit::wrong;
  for (const auto& [id, review] : given_.corrections)
    if (!kept.add(id, review, console_))
      return Exit::usage;
  kept.correct(console_);
  const bool written = !(arguments_.has("--save") || corrects()) || kept.write(console_);
  return written ? Exit::done : Exit::wrong;
}

Exit Reading::correct(Reports& reports) {
  if (reports.read.size() == 1)
    return keep(reports.read.front());
  console_.sayError("statements are corrected in one report at a time");
  return Exit::usage;
}

Exit Reading::answer(Reports& reports) {
  if (arguments_.has("--explain"))
    return explain(reports);
  const Facts facts = factsOf(reports);
  const Entries entries = shown(reports);
  sayUndated();
  const bool none = entries.empty() && format_ == "text" && !given_.shown.isAll();
  const std::string text =
      none ? "No statement matches.\n" : rendered(entries, facts, format_, console_.look());
  return deliver(text, arguments_, console_) ? reports.status : Exit::wrong;
}

/// The statement is `4`, or `report.txt#4` if several reports were read.
Exit Reading::explain(Reports& reports) {
  const std::string wanted = arguments_.value("--explain");
  const auto sign = wanted.rfind('#');
  const std::string id = sign == std::string::npos ? wanted : wanted.substr(sign + 1);
  std::string out;
  for (const Report& one : reports.read) {
    if (sign != std::string::npos && !one.text.name().ends_with(wanted.substr(0, sign)))
      continue;
    for (const auto& entry : one.ledger.entries)
      if (std::to_string(entry.id) == id)
        out += (out.empty() ? "" : "\n") + report::entryExplained(entry, one.text.text(), console_.look());
  }
  if (out.empty()) {
    console_.sayError("there is no statement `" + wanted + "`",
                      "`stasis read REPORT` numbers the statements");
    return Exit::usage;
  }
  return deliver(out, arguments_, console_) ? reports.status : Exit::wrong;
}

Entries Reading::shown(evidence::Ledger& ledger) {
  const evidence::ShownStatements& asked = given_.shown;
  undated_ += !asked.since.empty() && !ledger.date && !ledger.entries.empty() ? 1 : 0;
  if (!asked.showsReport(ledger))
    return {};
  Entries entries = arguments_.has("--all") ? evidence::withUnreal(ledger) : std::move(ledger.entries);
  std::erase_if(entries, [&](const evidence::LedgerEntry& entry) { return !asked.shows(entry); });
  return entries;
}

/// Names are joined over all reports, shown or not.
Entries Reading::shown(Reports& reports) {
  if (reports.read.size() == 1)
    return shown(reports.read.front().ledger);
  std::vector<evidence::Ledger> ledgers;
  std::set<std::string> hidden;
  for (Report& one : reports.read) {
    if (!given_.shown.showsReport(one.ledger))
      hidden.insert(one.text.name());
    undated_ += !given_.shown.since.empty() && !one.ledger.date && !one.ledger.entries.empty() ? 1 : 0;
    if (arguments_.has("--all"))
      one.ledger.entries = evidence::withUnreal(one.ledger);
    ledgers.push_back(std::move(one.ledger));
  }
  Entries entries = evidence::joinLedgers(std::move(ledgers));
  std::erase_if(entries, [&](const evidence::LedgerEntry& entry) {
    return hidden.contains(entry.source) || !given_.shown.shows(entry);
  });
  return entries;
}

void Reading::sayUndated() {
  if (undated_ > 0)
    console_.sayNote(std::to_string(undated_) + (undated_ == 1 ? " report gives" : " reports give") +
                     " no date: --since leaves out what is said there");
}

} // namespace stasis::cli
