#include "cli/console.h"
#include "cli/files.h"
#include "cli/model_file.h"
#include "exchange/table.h"
#include "language/words/write.h"

namespace stasis::cli {

namespace {

/// Reads a table into the model named by `--with`; problems of both are reported.
std::optional<ModelFile> readWith(const Arguments& arguments, Console& console) {
  const auto model = readModel(arguments.value("--with"), console);
  if (!model)
    return std::nullopt;
  if (!model->conflict) {
    sayDiagnostics(model->diagnostics, model->source, arguments, console);
    return std::nullopt;
  }
  auto table = readTableSource(arguments.operands[0], console);
  if (!table)
    return std::nullopt;
  auto parsed = exchange::readTableInto(*table, *model->conflict);
  auto conflict =
      parsed.conflict ? std::make_unique<const model::Conflict>(std::move(*parsed.conflict)) : nullptr;
  return ModelFile{std::move(*table),        std::move(conflict), nullptr, std::move(parsed.diagnostics), {},
                   exchange::FileKind::table};
}

Exit import(const Arguments& arguments, Console& console) {
  const auto file =
      arguments.has("--with") ? readWith(arguments, console) : readModel(arguments.operands[0], console);
  if (!file)
    return Exit::wrong;
  sayDiagnostics(file->diagnostics, file->source, arguments, console);
  if (!file->conflict)
    return Exit::wrong;
  return deliver(language::write(*file->conflict, file->views), arguments, console) ? Exit::done
                                                                                    : Exit::wrong;
}

} // namespace

Verb importVerb() {
  Verb verb;
  verb.name = "import";
  verb.summary = "a model of another program, or a table, as .conflict text";
  verb.about = "Prints a model of another program in the modelling language: a .gmcr file of GMCR+, a "
               ".nfg game of Gambit, JSON of `stasis export`, or a table of rankings, payoffs or scores "
               "(.csv; .xlsx where a converter is installed). A file is recognised by what it is, not by "
               "its ending. What the language cannot express is reported.";
  verb.operands = {{"FILE", "the file, or - for standard input"}};
  verb.options = {{"--with", "MODEL", "the conflict whose states or options a table speaks of", {}, ""},
                  {"--format", "FORMAT", "of what is wrong", {"text", "concise", "json"}, "text"}};
  verb.add(outputOptions());
  verb.examples = {"stasis import Elmira.gmcr -o elmira.conflict",
                   "stasis import ranking.csv --with model.conflict -o ranked.conflict"};
  verb.run = import;
  return verb;
}

} // namespace stasis::cli
