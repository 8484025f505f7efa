#pragma once

// Files in and out. If a file cannot be read, the message says why and what to do. A file is written as a
// whole or not at all, and never replaces another unless asked to.

#include "cli/verb.h"
#include "language/lexing/source_text.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace stasis::cli {

class Console;

/// A larger file is not read: no conflict is nearly as large.
inline constexpr std::uint64_t largestFile = 256ULL << 20U;

/// The file's bytes, or standard input for `-`. None, after an error message, if it cannot be read.
std::optional<language::SourceText> readFile(const std::string& path, Console& console);

/// The models that these operands stand for. A folder stands for the .conflict and .gmcr files in it and
/// below it, sorted by name.
std::vector<std::string> modelFiles(const std::vector<std::string>& operands);

/// Writes a new file beside it and renames it. False, after an error message, if that fails, or if the file
/// exists and `overwrite` is false.
bool writeFile(const std::string& path, std::string_view text, bool overwrite, Console& console);

/// The same in place of the text that was read from this file; false, too, if it is no longer that.
bool rewriteFile(const std::string& path, std::string_view text, std::string_view seen, Console& console);

/// Writes to the file given by --output (--force allows replacing it), else to standard output.
bool deliver(std::string_view text, const Arguments& arguments, Console& console);

/// The option rows of a verb that writes its answer this way: --output and --force.
std::vector<OptionRow> outputOptions();

} // namespace stasis::cli
