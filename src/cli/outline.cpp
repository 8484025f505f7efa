#include "report/model/outline.h"

#include "cli/console.h"
#include "cli/files.h"
#include "cli/kept_ledgers.h"
#include "cli/model_file.h"

namespace stasis::cli {

namespace {

Exit outline(const Arguments& arguments, Console& console) {
  const std::string& path = arguments.operands[0];
  const auto file = readModel(path, console);
  if (!file)
    return Exit::wrong;
  if (file->kind != exchange::FileKind::conflict) {
    console.sayError("`" + path + "` is no text of the modelling language",
                     "`stasis import` makes a .conflict file of it");
    return Exit::wrong;
  }
  const language::Outline made(file->source);
  std::optional<evidence::CheckedCitations> citations;
  if (file->conflict)
    citations =
        evidence::checkCitations(*file->conflict, folderOf(path), sourceReader(), keptLedger, file->views);
  if (!file->conflict)
    sayDiagnostics(file->diagnostics, file->source, arguments, console);
  const report::OutlineView view{made, file->source, file->conflict.get(), citations ? &*citations : nullptr};
  return deliver(report::outlineJson(view), arguments, console) && file->conflict ? Exit::done : Exit::wrong;
}

} // namespace

Verb outlineVerb() {
  Verb verb;
  verb.name = "outline";
  verb.summary = "where each thing of a model stands in its text, for editors";
  verb.about = "Prints what FILE declares, with the bytes each thing takes up and the lines that belong "
               "to it, as JSON (stasis/outline-1). A program that changes those bytes and no others "
               "keeps every comment. Of a text with mistakes what could be read is printed, and the exit "
               "status is 1.";
  verb.operands = {{"FILE", "a .conflict file, or - for standard input"}};
  verb.options = {{"--format", "FORMAT", "how to answer", {"json"}, "json"}};
  verb.add(outputOptions());
  verb.examples = {"stasis outline model.conflict | jq '.parties[].options[].name'"};
  verb.run = outline;
  return verb;
}

} // namespace stasis::cli
