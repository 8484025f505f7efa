#include "report/model/check.h"

#include "analysis/states/open_engine.h"
#include "cli/console.h"
#include "cli/files.h"
#include "cli/kept_ledgers.h"
#include "cli/model_file.h"
#include "evidence/citations.h"
#include "report/telling/diagnostics.h"

#include <list>

namespace stasis::cli {

namespace {

// What the feasible states show to be wrong: a contradiction, a ranking that misses states.
void checkStates(report::CheckedFile& checked, language::Diagnostics& diagnostics,
                 const model::Conflict& conflict, const Arguments& arguments, Console& console) {
  auto opened = analysis::openEngine(conflict, limitsAsked(arguments), console.errand());
  diagnostics.insert(diagnostics.end(), opened.diagnostics.begin(), opened.diagnostics.end());
  if (opened.engine)
    checked.feasible = opened.engine->count(opened.engine->feasible());
}

void checkEvidence(report::CheckedFile& checked, language::Diagnostics& diagnostics,
                   const model::Conflict& conflict, const std::string& path) {
  auto citations = evidence::checkCitations(conflict, folderOf(path), sourceReader(), keptLedger);
  diagnostics.insert(diagnostics.end(), citations.diagnostics.begin(), citations.diagnostics.end());
  checked.citations = citations.found.size();
  checked.unused = std::move(citations.unused);
}

// False if the file cannot be read at all.
bool checkFile(const std::string& path, const Arguments& arguments, Console& console,
               std::list<ModelFile>& kept, std::vector<report::CheckedFile>& files) {
  auto read = readModel(path, console);
  if (!read)
    return false;
  kept.push_back(std::move(*read));
  ModelFile& file = kept.back();
  report::CheckedFile checked;
  checked.source = &file.source;
  if (file.conflict) {
    checked.conflict = &*file.conflict;
    checkStates(checked, file.diagnostics, *file.conflict, arguments, console);
    checkEvidence(checked, file.diagnostics, *file.conflict, path);
    if (arguments.has("--coverage"))
      checked.coverage = evidence::coverage(*file.conflict);
  }
  language::sortByPlace(file.diagnostics);
  checked.diagnostics = &file.diagnostics;
  files.push_back(std::move(checked));
  return true;
}

Exit check(const Arguments& arguments, Console& console) {
  const bool json = arguments.value("--format") == "json";
  std::list<ModelFile> kept;
  std::vector<report::CheckedFile> files;
  Exit status = Exit::done;
  for (const std::string& path : arguments.operands) {
    try {
      if (!checkFile(path, arguments, console, kept, files)) {
        status = Exit::wrong;
        continue;
      }
    } catch (const stability::LimitReached& reached) {
      return sayStopped(reached.limit(), reached.what(), console);
    }
    const report::CheckedFile& checked = files.back();
    if (language::hasErrors(*checked.diagnostics))
      status = Exit::wrong;
    if (json)
      continue;
    sayDiagnostics(*checked.diagnostics, *checked.source, arguments, console);
    if (!console.print(report::checkedText(checked, console.look())))
      return Exit::wrong;
  }
  return !json || console.print(report::checkedJson(files)) ? status : Exit::wrong;
}

} // namespace

Verb checkVerb() {
  Verb verb;
  verb.name = "check";
  verb.summary = "whether a model is sound: names, states, rankings, cited words";
  verb.about = "Reports every problem of each FILE in one run: mistakes in the text, constraints that "
               "contradict each other, rankings that\n"
               "miss states, quotations that are not in their source. Exit status 1 if there is an error; "
               "warnings do not count.";
  verb.operands = {{"FILE", "a .conflict or .gmcr file, or - for standard input", true, true}};
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
  for (const OptionRow& row : engineOptions())
    verb.options.push_back(row);
  verb.examples = {"stasis check model.conflict",
                   "stasis check --coverage conflicts/foreign-troops/foreign-troops.conflict"};
  verb.run = check;
  return verb;
}

} // namespace stasis::cli
