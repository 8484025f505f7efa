#include "cli/console.h"
#include "cli/files.h"
#include "cli/reading.h"
#include "cli/verb.h"

namespace stasis::cli {

namespace {

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
  const auto given = givenReviews(arguments, console);
  return given ? Reading(arguments, *given, console).run(voiceAsked(arguments)) : Exit::usage;
}

} // namespace

Verb readVerb() {
  Verb verb;
  verb.name = "read";
  verb.summary = "who said what in reports, to whom and on what condition";
  verb.about = "Reads reports into a ledger: every statement, quoted or reported, with its speaker, its "
               "kind (a threat, an offer, a refusal …) and its condition. If it is not clear who speaks, "
               "the speaker is left open. Plain text, HTML, mail, mailboxes, feeds and captions; "
               "transcripts by their labels. The text of a PDF or an office file is taken by pdftotext "
               "or pandoc and kept beside it (report.pdf.txt). Of a folder or a .zip, every such file "
               "below it.\n\n"
               "With --save the ledger is kept beside its report (report.txt: report.ledger.json). "
               "Corrections are kept beside it as well (report.corrections.json). Both hold when the "
               "report is edited and read again: a statement keeps its number and its corrections as "
               "long as its words are there.\n\n"
               "--speaker and --kind with a number in front correct that statement; without one, like "
               "--since, they only choose what is shown. What was denied, supposed or reported at two "
               "removes is no statement; --all shows it, marked as that, without a number. --format "
               "jsonl writes each report's statements as soon as it is read, in little memory however "
               "many there are.";
  verb.operands = {{"REPORT", "a report, a folder or .zip of reports, or - for standard input", true, true}};
  verb.options = {
      {"--format", "FORMAT", "how to answer", {"text", "json", "jsonl", "csv", "md"}, "text"},
      {"--explain",
       "ID",
       "only this statement, and how it came about; with several reports, REPORT#ID",
       {},
       ""},
      {"--all",
       "",
       "what was not said too: denied, negated, supposed, asked, reported at two removes",
       {},
       ""},
      {"--since", "DATE", "only what reports of this day, month or year, or later ones, say", {}, ""},
      {"--join", "", "with jsonl: one person has one name in all reports, and they stand by date", {}, ""},
      {"--by", "NAME", "the reports are a speech: every sentence is said by NAME", {}, ""},
      {"--for", "BODY", "with --by: the state or body that NAME speaks for", {}, ""},
      {"--save", "", "keep the ledger beside its report", {}, ""},
  };
  for (OptionRow row :
       {OptionRow{"--accept", "ID", "keep: this statement is right", {}, ""},
        OptionRow{"--reject", "ID", "keep: this is no statement, or not worth one; it is left out", {}, ""},
        OptionRow{"--speaker",
                  "ID=NAME",
                  "keep: this statement is by NAME; NAME alone shows what NAME says",
                  {},
                  ""},
        OptionRow{"--kind",
                  "ID=KIND",
                  "keep: this statement is a KIND; KIND alone shows the statements of it",
                  {},
                  ""}}) {
    row.repeated = true;
    verb.options.push_back(row);
  }
  verb.options.push_back({"--timeout",
                          "TIME",
                          "end after this time, such as 90s or 5min, with what is finished",
                          {},
                          "",
                          OptionRow::Kind::duration});
  verb.add(outputOptions());
  verb.examples = {"stasis read conflicts/foreign-troops/report.txt",
                   "stasis read reports/ --format json -o ledger.json",
                   "stasis read report.txt --explain 4",
                   "stasis read speech.txt --by \"Ana Bell\" --for Norland",
                   "stasis read reports/ --speaker Orr --kind threat --since 2031-04",
                   "stasis read report.txt --kind 4=threat --accept 5"};
  verb.run = read;
  return verb;
}

} // namespace stasis::cli
