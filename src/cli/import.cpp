#include "cli/console.h"
#include "cli/files.h"
#include "cli/model_file.h"
#include "language/words/write.h"

namespace stasis::cli {

namespace {

Exit import(const Arguments& arguments, Console& console) {
  const auto file = readModel(arguments.operands[0], console);
  if (!file)
    return Exit::wrong;
  sayDiagnostics(file->diagnostics, file->source, arguments, console);
  if (!file->conflict)
    return Exit::wrong;
  return deliver(language::write(*file->conflict), arguments, console) ? Exit::done : Exit::wrong;
}

} // namespace

Verb importVerb() {
  Verb verb;
  verb.name = "import";
  verb.summary = "a .gmcr file of GMCR+ as a .conflict text";
  verb.about = "Reads a model of GMCR+ and prints it in the modelling language: constraints, directions, "
               "preferences or rankings, and\n"
               "the same state numbers. What the file says and the language cannot is told.";
  verb.operands = {{"FILE", "a .gmcr file, or - for standard input"}};
  verb.options = {{"--format", "FORMAT", "of diagnostics", {"text", "concise"}, "text"}};
  for (const OptionRow& row : outputOptions())
    verb.options.push_back(row);
  verb.examples = {"stasis import Elmira.gmcr -o elmira.conflict"};
  verb.run = import;
  return verb;
}

} // namespace stasis::cli
