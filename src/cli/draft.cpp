#include "drafting/draft.h"

#include "cli/console.h"
#include "cli/files.h"
#include "cli/given_corrections.h"
#include "cli/kept_ledgers.h"
#include "cli/model_file.h"
#include "cli/reports.h"
#include "drafting/keep.h"
#include "report/telling/numbers.h"
#include "report/telling/shell_word.h"

#include <algorithm>
#include <filesystem>

namespace stasis::cli {

namespace {

namespace fs = std::filesystem;

/// The path of the report from the folder of the model's file.
std::string pathFromModel(const std::string& report, const std::string& output) {
  std::error_code error;
  if (report == "<stdin>")
    return {};
  const fs::path folder = output.empty() || output == "-" ? fs::path() : fs::path(output).parent_path();
  if (folder.empty() || fs::path(report).is_absolute())
    return report;
  const auto relative = fs::relative(report, folder, error);
  return error || relative.empty() ? fs::absolute(report, error).string() : relative.generic_string();
}

void sayWhatNow(const drafting::Drafted& drafted, const Arguments& arguments, Console& console) {
  const std::string path = arguments.value("--output");
  const bool toFile = !path.empty() && path != "-";
  const bool added = !arguments.value("--keep").empty();
  console.say((added ? "Added " : "Drafted ") + report::counted(drafted.parties, "party", "parties") + ", " +
              report::counted(drafted.options, "option", "options") + " and " +
              report::counted(drafted.wishes, "preference", "preferences") + "; " +
              report::counted(drafted.unused, "statement is a comment", "statements are comments") + ".\n");
  if (toFile)
    console.sayNext("check " + report::shellWord(path));
}

/// Prints the model with what the reports add to it. False, after an error message, if the model cannot be
/// read.
bool addTo(const std::string& path, const std::vector<drafting::DraftReport>& reports, std::size_t most,
           const Arguments& arguments, Console& console) {
  const auto model = readModel(path, console);
  if (!model)
    return false;
  sayDiagnostics(model->diagnostics, model->source, arguments, console);
  const bool foreign = model->kind != exchange::FileKind::conflict;
  if (!model->conflict || foreign) {
    console.say(path + (foreign ? " is no .conflict file: `stasis import` makes one of it\n"
                                : " has errors: nothing was added to it\n"));
    return false;
  }
  const auto added = drafting::keep(std::string(model->source.text()), *model->conflict, reports, most);
  if (!deliver(added.text, arguments, console))
    return false;
  sayWhatNow(added, arguments, console);
  return true;
}

/// Whether `4` or `report.txt#4` names this statement.
bool names(const std::string& name, const Report& report, const evidence::LedgerEntry& entry, bool single) {
  const std::string id = std::to_string(entry.id);
  return (single && name == id) || name == report.text.name() + '#' + id;
}

/// Applies what is kept beside each report, and for this draft only what is given. Not done, after an error
/// message, if something kept cannot be read, or there is no such statement.
Exit correctHere(std::vector<Report>& reports, const GivenReviews& given, Console& console) {
  std::vector<KeptFiles> kept;
  for (Report& one : reports)
    if (!kept.emplace_back(one).read(console))
      return Exit::wrong;
  for (const auto& [name, review] : given.corrections) {
    bool found = false;
    for (std::size_t i = 0; i < reports.size(); ++i)
      for (const auto& entry : reports[i].ledger.entries)
        if (names(name, reports[i], entry, reports.size() == 1)) {
          kept[i].addHere(entry, review);
          found = true;
        }
    if (!found) {
      console.sayError("there is no statement `" + name + "`",
                       "`stasis read REPORT` numbers the statements; of several reports, name it REPORT#ID");
      return Exit::usage;
    }
  }
  for (KeptFiles& one : kept)
    one.correct(console);
  return Exit::done;
}

/// None, after an error message, if one of them makes no sense here.
std::optional<GivenReviews> reviewsForDraft(const Arguments& arguments, Console& console) {
  auto given = givenReviews(arguments, console);
  if (!given || given->shown.isAll())
    return given;
  console.sayError("--speaker and --kind take a statement and what it is",
                   "`--speaker \"4=Mina Orr\"`, `--kind report.txt#4=threat`");
  return std::nullopt;
}

Exit draft(const Arguments& arguments, Console& console) {
  const auto given = reviewsForDraft(arguments, console);
  if (!given)
    return Exit::usage;
  Reports reports = readReports(arguments.operands, console);
  if (reports.read.empty() || reports.status == Exit::interrupted || reports.status == Exit::limit)
    return reports.status;
  if (const Exit corrected = correctHere(reports.read, *given, console); corrected != Exit::done)
    return corrected;
  const std::string kept = arguments.value("--keep");
  const std::string output = arguments.value("--output");
  std::vector<drafting::DraftReport> sources;
  for (Report& one : reports.read)
    sources.push_back({pathFromModel(one.text.name(), output.empty() ? kept : output), one.text.text(),
                       std::move(one.ledger)});
  const auto most = static_cast<std::size_t>(*arguments.number("--options"));
  if (!kept.empty())
    return addTo(kept, sources, most, arguments, console) ? reports.status : Exit::wrong;
  const auto drafted = drafting::draft(sources, most);
  if (!deliver(drafted.text, arguments, console))
    return Exit::wrong;
  sayWhatNow(drafted, arguments, console);
  return reports.status;
}

} // namespace

Verb draftVerb() {
  Verb verb;
  verb.name = "draft";
  verb.summary = "a model to start from, drafted from reports";
  verb.about = "Reads reports and writes a .conflict text: a party for each who acts or is acted on, an "
               "option for each act threatened, promised, offered, refused or asked for, in positive "
               "form, and what was said outright as preferences, every line with the words it rests on. "
               "What is denied, asked, past or in another's mouth is no wish: it is a comment with the "
               "reason, as is what could not be decided. The text checks and solves as it stands; the "
               "modelling is yours.\n\n"
               "--reject, --speaker and --kind change what `stasis read` found, for this draft alone; of "
               "several reports, ID is REPORT#ID. Corrections that `stasis read` keeps beside a report "
               "hold as well.";
  verb.operands = {{"REPORT", "a report, a folder of reports, or - for standard input", true, true}};
  verb.options = {{"--options",
                   "N",
                   "options at most; what goes beyond is a comment",
                   {},
                   "20",
                   OptionRow::Kind::number}};
  verb.options.push_back({"--format", "FORMAT", "of what is wrong", {"text", "json"}, "text"});
  verb.options.push_back({"--keep",
                          "MODEL",
                          "add what is new to this .conflict file, and leave what is there as it is",
                          {},
                          "",
                          OptionRow::Kind::text});
  for (OptionRow row : {OptionRow{"--reject", "ID", "leave this statement out of this draft", {}, ""},
                        OptionRow{"--speaker", "ID=NAME", "in this draft, it is by NAME", {}, ""},
                        OptionRow{"--kind", "ID=KIND", "in this draft, it is a KIND", {}, ""}}) {
    row.repeated = true;
    verb.options.push_back(row);
  }
  verb.add(outputOptions());
  verb.examples = {"stasis draft report.txt -o case.conflict",
                   "stasis draft reports/ --options 24 -o case.conflict",
                   "stasis draft later.txt --keep case.conflict -o case.conflict",
                   "stasis draft a.txt b.html --reject a.txt#3 --speaker \"b.html#1=Ana Bell\""};
  verb.run = draft;
  return verb;
}

} // namespace stasis::cli
