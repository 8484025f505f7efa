#pragma once

// From the words of the command line to a verb and its arguments, by the table of verbs. Mistakes are
// answered with a suggestion.

#include "cli/verb.h"

#include <string>
#include <variant>
#include <vector>

namespace stasis::cli {

struct Usage {
  std::string message; ///< what is wrong
  std::string help;    ///< what to type instead
};

/// The arguments for the verb, or what is wrong with them.
std::variant<Arguments, Usage> readArguments(const Verb& verb, const std::vector<std::string>& words);

/// The name by which the program was called, for the commands it suggests: `stasis`, or `build/stasis`.
std::string& programName();

/// Paragraphs with an empty line between them, each folded to the page, whatever its lines are in the source.
/// Indented paragraphs stay as they are.
std::string paragraphs(std::string_view text, std::size_t columns);

/// `--help` of the program and of a verb.
std::string programHelp(std::size_t columns = 100);
std::string verbHelp(const Verb& verb, std::size_t columns = 100);

/// `usage: stasis solve FILE [options]`.
std::string usageLine(const Verb& verb);

} // namespace stasis::cli
