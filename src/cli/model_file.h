#pragma once

// From the file named on the command line to a conflict and, if wanted, an engine opened on it. Problems go
// to standard error in the format asked for; the caller only chooses the exit status.

#include "cli/verb.h"
#include "evidence/source_file.h"
#include "exchange/read_model.h"
#include "language/codes/diagnostic.h"
#include "language/lexing/source_text.h"
#include "model/conflict.h"
#include "stability/engine.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace stasis::cli {

class Console;

/// A file that has been read: its text, and the conflict in it unless there are errors.
struct ModelFile {
  language::SourceText source;
  std::unique_ptr<const model::Conflict>
      conflict; ///< keeps its address when this is moved: engines refer to it
  std::unique_ptr<const model::Conflict>
      soundPart; ///< present if there are errors that leave it sound: see parse.h
  language::Diagnostics diagnostics;
  std::vector<std::string> allowed; ///< codes of warnings that the file allows
  exchange::FileKind kind = exchange::FileKind::conflict;
  model::Views views{}; ///< of the conflict, or of its sound part
};

/// The folder from which relative paths in a model start; empty: the current folder.
std::string folderOf(const std::string& path);

/// Reads the sources that models cite. Any file; or, if STASIS_WITHIN names a folder, files in it; or else
/// what `sourcesWithin` makes of the name.
evidence::ReadSource sourceReader();

/// Gives the sources if STASIS_WITHIN is not the name of a folder: the studio sets its gallery. Empty in
/// other programs.
using SourcesWithin = std::function<std::optional<evidence::ReadSource>(std::string_view within)>;
SourcesWithin& sourcesWithin();

/// Reads a conflict in any supported form, recognised by its content. None, after an error message, if the
/// file cannot be read.
std::optional<ModelFile> readModel(const std::string& path, Console& console);
/// The same for a text.
ModelFile modelOf(language::SourceText source);

/// The text of a table; a spreadsheet file goes through a converter. None, after an error message, if that
/// fails.
std::optional<language::SourceText> readTableSource(const std::string& path, Console& console);

/// Prints the diagnostics as text or, with `--format concise`, one line each.
void sayDiagnostics(const language::Diagnostics& diagnostics, const language::SourceText& source,
                    const Arguments& arguments, Console& console);

struct OpenModel {
  ModelFile file;
  std::vector<std::unique_ptr<stability::Engine>> below; ///< with `--view`: what `engine` is laid over
  std::unique_ptr<stability::Engine> engine;

  bool inView() const { return !below.empty(); }
};

/// Reads, reports problems, and opens an engine within --max-states and --max-memory; with `--view`, one on
/// that picture. Without a value, the status says why.
struct Opening {
  std::optional<OpenModel> model;
  Exit status = Exit::done;
};
Opening openModel(const std::string& path, const Arguments& arguments, Console& console);

/// Opens an engine on a changed copy of a conflict in the same way; gives none if a limit on states or memory
/// prevents it.
std::function<std::unique_ptr<stability::Engine>(const model::Conflict&)>
reopening(const Arguments& arguments, Console& console);

/// The option rows of a verb that opens an engine, and what the user asked for by them.
std::vector<OptionRow> engineOptions();
stability::EngineLimits limitsAsked(const Arguments& arguments);

/// Reports which limit ended the work early, and returns the exit status.
Exit sayStopped(stability::Limit limit, const std::string& message, Console& console);

} // namespace stasis::cli
