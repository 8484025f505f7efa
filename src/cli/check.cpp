#include "report/model/check.h"

#include "analysis/states/idle_words.h"
#include "analysis/states/lints.h"
#include "analysis/states/open_engine.h"
#include "analysis/views/hypergame.h"
#include "cli/console.h"
#include "cli/files.h"
#include "cli/kept_ledgers.h"
#include "cli/model_file.h"
#include "cli/told_in_pieces.h"
#include "evidence/citations.h"
#include "language/codes/fix.h"
#include "report/telling/diagnostics.h"
#include "report/telling/page.h"
#include "report/telling/printable.h"

#include <algorithm>

namespace stasis::cli {

namespace {

// Errors that only the feasible states show: a contradiction, a ranking that misses states. If a limit is
// reached, the rest of the file is reported all the same.
void checkStates(report::CheckedFile& checked, language::Diagnostics& diagnostics,
                 const model::Conflict& conflict, const model::Views& views, const Arguments& arguments,
                 Console& console) {
  auto opened = analysis::openEngine(conflict, limitsAsked(arguments), console.errand());
  diagnostics.insert(diagnostics.end(), opened.diagnostics.begin(), opened.diagnostics.end());
  if (!opened.engine)
    return;
  checked.feasible = opened.engine->count(opened.engine->feasible());
  const auto lints = analysis::lints(*opened.engine, console.errand());
  diagnostics.insert(diagnostics.end(), lints.begin(), lints.end());
  if (conflict.constraints.size() > analysis::mostConstraintsCompared)
    console.sayNote(
        "of more than " + std::to_string(analysis::mostConstraintsCompared) +
        " constraints, only those written twice are looked for, not those that follow from others");
  const auto numbers = analysis::numbersAsNames(*opened.engine);
  diagnostics.insert(diagnostics.end(), numbers.begin(), numbers.end());
  if (views.empty() || language::hasErrors(diagnostics))
    return;
  const analysis::Hypergame game(*opened.engine, views, limitsAsked(arguments), console.errand(), false);
  diagnostics.insert(diagnostics.end(), game.diagnostics().begin(), game.diagnostics().end());
}

void checkEvidence(report::CheckedFile& checked, language::Diagnostics& diagnostics,
                   const model::Conflict& conflict, const model::Views& views, const std::string& path) {
  auto citations = evidence::checkCitations(conflict, folderOf(path), sourceReader(), keptLedger, views);
  diagnostics.insert(diagnostics.end(), citations.diagnostics.begin(), citations.diagnostics.end());
  checked.citations = citations.found.size();
  checked.unused = std::move(citations.unused);
}

/// A file and everything found in it, at every stage.
struct Checked {
  ModelFile file;
  report::CheckedFile found; ///< refers to `file`
};

std::unique_ptr<Checked> checkText(language::SourceText text, const std::string& path,
                                   const Arguments& arguments, Console& console) {
  auto checked = std::make_unique<Checked>(Checked{modelOf(std::move(text)), {}});
  ModelFile& file = checked->file;
  report::CheckedFile& found = checked->found;
  found.source = &file.source;
  found.conflict = file.conflict.get();
  // A file with errors only in wishes or expectations is examined further, so that one run reports
  // everything.
  if (const model::Conflict* conflict = file.conflict ? file.conflict.get() : file.soundPart.get()) {
    try {
      checkStates(found, file.diagnostics, *conflict, file.views, arguments, console);
    } catch (const stability::LimitReached& reached) {
      if (reached.limit() == stability::Limit::interrupted)
        throw;
      found.stopped = stability::Stopped{reached.limit(), reached.what()};
    }
    checkEvidence(found, file.diagnostics, *conflict, file.views, path);
    if (!file.conflict) // the broken part may be what cites a source, or tells two states apart
      std::erase_if(file.diagnostics, [](const language::Diagnostic& d) {
        return d.code == "S0507" || d.code == "S0411" || d.code == "S0418";
      });
    if (file.conflict) { // otherwise the broken part may be what uses a definition
      const auto idle = analysis::idleWords(*conflict, file.views);
      file.diagnostics.insert(file.diagnostics.end(), idle.begin(), idle.end());
    }
    language::silence(file.diagnostics, file.allowed);
    if (file.conflict && arguments.has("--coverage"))
      found.coverage = evidence::coverage(*conflict, file.views);
  }
  language::sortByPlace(file.diagnostics);
  found.diagnostics = &file.diagnostics;
  return checked;
}

/// Each line of a text, after a mark and its number; `line` is the number of the first.
std::string markedLines(char mark, std::size_t line, std::string_view text) {
  std::string out;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    out += "  " + std::to_string(line++) + ' ' + mark + ' ' +
           report::printable(text.substr(begin, end - begin)) + '\n';
    begin = end + 1;
  }
  return out;
}

/// What a fix changes, before and after; if it changes several places, the first.
std::string fixWords(const language::SourceText& source, const language::Diagnostic& d) {
  constexpr std::size_t mostShown = 3;
  std::string out = "fixed: " + source.name() + ":" + std::to_string(source.lineAt(d.range.begin)) + ": " +
                    std::string(d.code) + " " + d.message + "\n";
  const auto changed = language::changedLines(source.text(), d.fix);
  for (std::size_t i = 0; i < std::min(mostShown, changed.size()); ++i)
    out += markedLines('-', changed[i].line, changed[i].before) +
           markedLines('+', changed[i].line, changed[i].after);
  if (changed.size() > mostShown)
    out += "  … and in " + std::to_string(changed.size() - mostShown) + " more places\n";
  return out;
}

// Applies safe fixes until there are none left, and reports each. False if the file cannot be written.
bool fix(std::unique_ptr<Checked>& checked, const std::string& path, const Arguments& arguments,
         Console& console) {
  constexpr int mostRounds = 50;
  const std::string seen(checked->file.source.text());
  std::string told;
  for (int round = 0; round < mostRounds; ++round) {
    const auto& source = checked->file.source;
    const auto fixed = language::withSafeFixes(source.text(), checked->file.diagnostics);
    if (fixed.made.empty())
      break;
    for (const auto* d : fixed.made)
      told += fixWords(source, *d);
    checked = checkText(language::SourceText(source.name(), fixed.text), path, arguments, console);
  }
  if (told.empty())
    return true;
  console.say(told);
  return rewriteFile(path, checked->file.source.text(), seen, console);
}

// Null, after an error message, if the file cannot be read or written at all.
std::unique_ptr<Checked> checkFile(const std::string& path, const Arguments& arguments, Console& console) {
  auto source = readFile(path, console);
  if (!source)
    return nullptr;
  auto checked = checkText(std::move(*source), path, arguments, console);
  const bool mayFix = arguments.has("--fix") && checked->file.kind == exchange::FileKind::conflict;
  return !mayFix || fix(checked, path, arguments, console) ? std::move(checked) : nullptr;
}

Exit check(const Arguments& arguments, Console& console) {
  const bool json = arguments.value("--format") == "json";
  const bool fromInput = std::ranges::find(arguments.operands, "-") != arguments.operands.end();
  if (arguments.has("--fix") && fromInput) {
    console.sayError("`--fix` changes a file, and `-` is none", "name the file");
    return Exit::usage;
  }
  std::vector<std::unique_ptr<Checked>> kept;
  std::vector<report::CheckedFile> files;
  Exit status = Exit::done;
  std::optional<stability::Stopped> stopped;
  ToldInPieces told(arguments, console);
  for (const std::string& path : modelFiles(arguments.operands)) {
    try {
      kept.push_back(checkFile(path, arguments, console));
    } catch (const stability::LimitReached& reached) {
      return sayStopped(reached.limit(), reached.what(), console);
    }
    if (!kept.back()) {
      files.push_back(report::CheckedFile::unreadable(path, console.takeProblems()));
      status = Exit::wrong;
      continue;
    }
    report::CheckedFile& checked = files.emplace_back(kept.back()->found);
    checked.denied = arguments.has("--deny") && !checked.diagnostics->empty();
    if (checked.denied || language::hasErrors(*checked.diagnostics))
      status = Exit::wrong;
    if (checked.stopped && !stopped)
      stopped = checked.stopped;
    if (json)
      continue;
    sayDiagnostics(*checked.diagnostics, *checked.source, arguments, console);
    if (!told.say(report::onPage(report::checkedText(checked, console.look()), console.look())))
      return Exit::wrong;
  }
  if ((json && !told.say(report::checkedJson(files))) || !told.end())
    return Exit::wrong;
  return stopped && status == Exit::done ? sayStopped(stopped->limit, stopped->message, console) : status;
}

} // namespace

Verb checkVerb() {
  Verb verb;
  verb.name = "check";
  verb.summary = "whether a model is sound: names, states, rankings, cited words";
  verb.about = "Reports every problem of each FILE in one run: mistakes in the text, constraints that "
               "contradict each other, rankings that miss states, quotations that are not in their "
               "source. Exit status 1 if there is an error; warnings count with `--deny warnings`. "
               "`--fix` makes the changes that say for sure what the text means, and says each; what could "
               "mean two things it leaves as it is. A line "
               "`allow S0411` in a model silences warnings with that code.";
  verb.operands = {
      {"FILE", "a .conflict or .gmcr file, a folder of them, or - for standard input", true, true}};
  verb.options = {{"--format",
                   "FORMAT",
                   "how to answer; concise is one line a problem",
                   {"text", "concise", "json"},
                   "text"},
                  {"--coverage",
                   "",
                   "also list what has no citation, and what kept ledgers have and nothing cites",
                   {},
                   ""}};
  verb.options.push_back({"--fix", "", "make the safe fixes in each FILE, and say which", {}, ""});
  verb.options.push_back({"--deny", "WHAT", "count warnings as errors", {"warnings"}, ""});
  for (const auto& rows : {engineOptions(), outputOptions()})
    verb.options.insert(verb.options.end(), rows.begin(), rows.end());
  verb.examples = {"stasis check model.conflict", "stasis check --fix model.conflict",
                   "stasis check --coverage conflicts/foreign-troops/foreign-troops.conflict"};
  verb.run = check;
  return verb;
}

} // namespace stasis::cli
