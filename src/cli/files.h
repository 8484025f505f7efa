#pragma once

// Files in and out. Reading says what is wrong and what to do; writing is whole or not at all, and never over
// what is there unless told so.

#include "cli/verb.h"
#include "language/lexing/source_text.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace stasis::cli {

class Console;

/// A file larger than this is not read: no conflict comes near it.
inline constexpr std::uint64_t largestFile = 256ULL << 20U;

/// The file's bytes, or standard input for `-`; none (and said) if it cannot be read.
std::optional<language::SourceText> readFile(const std::string& path, Console& console);

/// The models meant by these operands: a folder stands for the .conflict and .gmcr files in it and below, by
/// name.
std::vector<std::string> modelFiles(const std::vector<std::string>& operands);

/// Writes to a new file beside it and renames. False (and said) if it cannot, or if it exists and `overwrite`
/// is false.
bool writeFile(const std::string& path, std::string_view text, bool overwrite, Console& console);

/// To the file given by --output (with --force to overwrite), else to standard output.
bool deliver(std::string_view text, const Arguments& arguments, Console& console);

/// Rows for the table of a verb that delivers: --output and --force.
std::vector<OptionRow> outputOptions();

} // namespace stasis::cli
