#pragma once

// Which verbs may run on behalf of someone else, and with which arguments: those that read one model from
// standard input and answer on standard output. Checked against the same table as a command line. Options
// that read or write files are refused.

#include "cli/verb.h"

#include <string>
#include <variant>
#include <vector>

namespace stasis::cli {

struct Barred {
  std::string message;
  std::string help;
  bool forbidden = false; ///< false: a mistake; true: not allowed
};

/// The names of the verbs that may be run.
std::vector<std::string> verbsForOthers();

/// Whether the option lets the user name a file to read or write.
bool touchesFiles(const OptionRow& row);

struct RunLimits {
  std::string memory;  ///< in the form of --max-memory
  std::string timeout; ///< in the form of --timeout
};

/// The words of a command line that runs the verb on standard input. The answer is JSON if the verb can write
/// it and nothing else is asked for. The limits apply if the verb has options for them; of two, the smaller
/// holds.
std::variant<std::vector<std::string>, Barred>
wordsForOthers(const std::string& verb, const std::vector<std::string>& arguments, const RunLimits& limits);

/// The same for `read` and `draft` on reports, by path. Nothing is kept beside these but the text taken from
/// a PDF or an office file. With `--keep -` the model comes from standard input.
std::variant<std::vector<std::string>, Barred> wordsOnReports(const std::string& verb,
                                                              const std::vector<std::string>& reports,
                                                              const std::vector<std::string>& arguments,
                                                              const RunLimits& limits);

} // namespace stasis::cli
