#include "cli/console.h"
#include "cli/files.h"
#include "cli/kept_ledgers.h"
#include "cli/reports.h"
#include "evidence/reading/join_ledgers.h"
#include "evidence/reading/read_report.h"
#include "exchange/ledger_json.h"
#include "report/model/ledger.h"
#include "report/telling/page.h"

#include <algorithm>

namespace stasis::cli {

namespace {

using Entries = std::vector<evidence::LedgerEntry>;

using Facts = std::vector<exchange::LedgerSource>;

Facts factsOf(const Reports& reports) {
  Facts facts;
  for (const Report& one : reports.read)
    facts.push_back({one.text.name(), one.ledger.date, one.ledger.language, one.ledger.encoding});
  return facts;
}

std::string rendered(const Entries& entries, const Facts& facts, const std::string& format,
                     const report::Look& look) {
  if (format == "json")
    return exchange::writeLedger(entries, facts);
  if (format == "csv")
    return report::ledgerCsv(entries);
  if (format == "md")
    return report::ledgerMarkdown(entries);
  return report::onPage(report::ledgerText(entries, look), look);
}

/// `4`, or `report.txt#4` where several reports were read.
Exit explain(const std::string& wanted, const Reports& reports, const Arguments& arguments,
             Console& console) {
  const auto sign = wanted.rfind('#');
  const std::string id = sign == std::string::npos ? wanted : wanted.substr(sign + 1);
  std::string out;
  for (const Report& one : reports.read) {
    if (sign != std::string::npos && !one.text.name().ends_with(wanted.substr(0, sign)))
      continue;
    for (const auto& entry : one.ledger.entries)
      if (std::to_string(entry.id) == id)
        out += (out.empty() ? "" : "\n") + report::entryExplained(entry, one.text.text(), console.look());
  }
  if (out.empty()) {
    console.sayError("there is no statement `" + wanted + "`", "`stasis read REPORT` numbers the statements");
    return Exit::usage;
  }
  return deliver(out, arguments, console) ? reports.status : Exit::wrong;
}

/// Statements by number, as --accept and --reject name them; what names none is said.
bool addVerdicts(const Arguments& arguments, std::string_view option, evidence::Correction::Verdict verdict,
                 KeptFiles& kept, Console& console) {
  for (const std::string& id : arguments.values(option))
    if (!kept.add(id, verdict, std::nullopt, console))
      return false;
  return true;
}

/// `4=Mina Orr`.
bool addSpeakers(const Arguments& arguments, KeptFiles& kept, Console& console) {
  for (const std::string& given : arguments.values("--speaker")) {
    const auto sign = given.find('=');
    if (sign == std::string::npos) {
      console.sayError("--speaker takes ID=NAME, not `" + given + "`",
                       "`--speaker \"4=Mina Orr\"`; nothing behind the sign: nobody can be told");
      return false;
    }
    if (!kept.add(given.substr(0, sign), evidence::Correction::Verdict::none, given.substr(sign + 1),
                  console))
      return false;
  }
  return true;
}

bool corrects(const Arguments& arguments) {
  return arguments.has("--accept") || arguments.has("--reject") || arguments.has("--speaker");
}

/// Reads the corrections there are, adds those given, and where wanted writes ledger and corrections.
Exit keep(const Arguments& arguments, Reports& reports, Console& console) {
  using Verdict = evidence::Correction::Verdict;
  if (corrects(arguments) && reports.read.size() != 1) {
    console.sayError("statements are corrected in one report at a time");
    return Exit::usage;
  }
  for (Report& one : reports.read) {
    KeptFiles kept(one);
    if (!kept.read(console))
      return Exit::wrong;
    if (!addVerdicts(arguments, "--accept", Verdict::accepted, kept, console) ||
        !addVerdicts(arguments, "--reject", Verdict::rejected, kept, console) ||
        !addSpeakers(arguments, kept, console))
      return Exit::usage;
    kept.correct(console);
    if ((arguments.has("--save") || corrects(arguments)) && !kept.write(console))
      return Exit::wrong;
  }
  return Exit::done;
}

Entries joined(Reports& reports) {
  if (reports.read.size() == 1)
    return reports.read.front().ledger.entries;
  std::vector<evidence::Ledger> ledgers;
  for (Report& one : reports.read)
    ledgers.push_back(std::move(one.ledger));
  return evidence::joinLedgers(std::move(ledgers));
}

std::optional<evidence::Voice> voiceAsked(const Arguments& arguments) {
  if (!arguments.has("--by"))
    return std::nullopt;
  return evidence::Voice{arguments.value("--by"), arguments.has("--for") ? arguments.value("--for") : ""};
}

Exit read(const Arguments& arguments, Console& console) {
  if (arguments.has("--for") && !arguments.has("--by")) {
    console.sayError("--for needs --by: who speaks for it?", "`--by \"Ana Bell\" --for Norland`");
    return Exit::usage;
  }
  Reports reports = readReports(arguments.operands, console, voiceAsked(arguments));
  if (reports.read.empty())
    return reports.status;
  if (const Exit kept = keep(arguments, reports, console); kept != Exit::done)
    return kept;
  if (arguments.has("--explain"))
    return explain(arguments.value("--explain"), reports, arguments, console);
  const Facts facts = factsOf(reports);
  const std::string text = rendered(joined(reports), facts, arguments.value("--format"), console.look());
  return deliver(text, arguments, console) ? reports.status : Exit::wrong;
}

} // namespace

Verb readVerb() {
  Verb verb;
  verb.name = "read";
  verb.summary = "who said what in reports, to whom and on what condition";
  verb.about =
      "Reads reports into a ledger: every statement, quoted or told, with its speaker, what is done by "
      "saying it (a threat, an\n"
      "offer, a refusal …) and the condition it is made on. A speaker who cannot be told is left open. "
      "Plain text, HTML, mail,\n"
      "mailboxes, feeds and captions; transcripts by their labels. The text of a PDF or an office file is "
      "taken by "
      "pdftotext or\n"
      "pandoc and kept beside it (report.pdf.txt). Of a folder or a .zip, every such file below it.\n\n"
      "With --save the ledger is kept beside its report (report.txt: report.ledger.json). Corrections are "
      "kept "
      "beside it as well\n"
      "(report.corrections.json). Both hold when the report is edited and read again: a statement keeps its "
      "number "
      "and its\n"
      "corrections as long as its words are there.";
  verb.operands = {{"REPORT", "a report, a folder or .zip of reports, or - for standard input", true, true}};
  verb.options = {
      {"--format", "FORMAT", "how to answer", {"text", "json", "csv", "md"}, "text"},
      {"--explain",
       "ID",
       "only this statement, and how it came about; with several reports, REPORT#ID",
       {},
       ""},
  };
  verb.options.push_back(
      {"--by", "NAME", "the reports are a speech: every sentence is said by NAME", {}, ""});
  verb.options.push_back({"--for", "BODY", "with --by: the state or body that NAME speaks for", {}, ""});
  OptionRow accept{"--accept", "ID", "keep: this statement is right", {}, ""};
  OptionRow reject{"--reject", "ID", "keep: this is no statement, or not worth one; it is left out", {}, ""};
  OptionRow speaker{"--speaker", "ID=NAME", "keep: this statement is by NAME", {}, ""};
  accept.repeated = reject.repeated = speaker.repeated = true;
  for (const OptionRow& row :
       {OptionRow{"--save", "", "keep the ledger beside its report", {}, ""}, accept, reject, speaker})
    verb.options.push_back(row);
  for (const OptionRow& row : outputOptions())
    verb.options.push_back(row);
  verb.examples = {"stasis read conflicts/foreign-troops/report.txt",
                   "stasis read reports/ --format json -o ledger.json", "stasis read report.txt --explain 4",
                   "stasis read speech.txt --by \"Ana Bell\" --for Norland"};
  verb.run = read;
  return verb;
}

} // namespace stasis::cli
