#pragma once

// From the file named on the command line to a conflict and, where wanted, an engine opened on it. What is
// wrong is said on standard error in the format asked for; the caller only chooses the exit status.

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

/// A file read: its text, and the conflict in it unless there are errors.
struct ModelFile {
  language::SourceText source;
  std::unique_ptr<const model::Conflict>
      conflict; ///< stays where it is when the file is moved: engines refer to it
  std::unique_ptr<const model::Conflict>
      soundPart; ///< where there are errors that leave it sound: see parse.h
  language::Diagnostics diagnostics;
  std::vector<std::string> allowed; ///< codes of warnings that are meant
  exchange::FileKind kind = exchange::FileKind::conflict;
};

/// Where relative paths of the model at a path begin; empty: where the program runs.
std::string folderOf(const std::string& path);

/// Reads the sources that models cite: any file, or where STASIS_WITHIN names a folder, files in it, or what
/// `sourcesWithin` makes of the name.
evidence::ReadSource sourceReader();

/// Who gives the sources where STASIS_WITHIN names no folder: the studio sets its gallery. Empty in other
/// programs.
using SourcesWithin = std::function<std::optional<evidence::ReadSource>(std::string_view within)>;
SourcesWithin& sourcesWithin();

/// A conflict in any form that can be read, recognised by what it is. None (and said) if the file cannot be
/// read.
std::optional<ModelFile> readModel(const std::string& path, Console& console);
/// The same of a text.
ModelFile modelOf(language::SourceText source);

/// The text of a table, of a spreadsheet's own file by way of a converter. None (and said) if there is none.
std::optional<language::SourceText> readTableSource(const std::string& path, Console& console);

/// Says the diagnostics as text or, with `--format concise`, one line each.
void sayDiagnostics(const language::Diagnostics& diagnostics, const language::SourceText& source,
                    const Arguments& arguments, Console& console);

struct OpenModel {
  ModelFile file;
  std::unique_ptr<stability::Engine> engine;
};

/// Reads, says the problems, opens an engine within what --max-states and --max-memory allow. Without a
/// value the status says why.
struct Opening {
  std::optional<OpenModel> model;
  Exit status = Exit::done;
};
Opening openModel(const std::string& path, const Arguments& arguments, Console& console);

/// What opens an engine on a changed copy of a conflict in the same way; none where a limit on states or
/// memory stands against it.
std::function<std::unique_ptr<stability::Engine>(const model::Conflict&)>
reopening(const Arguments& arguments, Console& console);

/// Rows for the table of a verb that opens an engine, and what was asked by them.
std::vector<OptionRow> engineOptions();
stability::EngineLimits limitsAsked(const Arguments& arguments);

/// The status of work that ended early, after saying which limit was reached.
Exit sayStopped(stability::Limit limit, const std::string& message, Console& console);

} // namespace stasis::cli
