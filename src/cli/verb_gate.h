#pragma once

// Which verbs may be run on behalf of someone else, and with which arguments: those that read one model from
// standard input and answer on standard output. Checked against the same table as a command line; what reads
// or writes files is refused.

#include "cli/verb.h"

#include <string>
#include <variant>
#include <vector>

namespace stasis::cli {

struct Barred {
  std::string message;
  std::string help;
  bool forbidden = false; ///< not a mistake but not allowed
};

/// The names of the verbs that may be run.
std::vector<std::string> verbsForOthers();

/// True if the option makes the program read or write a file of its own choice.
bool touchesFiles(const OptionRow& row);

struct RunLimits {
  std::string memory;  ///< as --max-memory takes it
  std::string timeout; ///< as --timeout takes it
};

/// The words of a command line that runs the verb on standard input, as JSON where it can answer so and
/// nothing else is asked, within limits where it knows any.
std::variant<std::vector<std::string>, Barred>
wordsForOthers(const std::string& verb, const std::vector<std::string>& arguments, const RunLimits& limits);

/// The same of `read` and `draft` on reports, by path. Nothing is kept beside them but the text taken from a
/// PDF or an office file. `--keep -`: the model on standard input.
std::variant<std::vector<std::string>, Barred> wordsOnReports(const std::string& verb,
                                                              const std::vector<std::string>& reports,
                                                              const std::vector<std::string>& arguments,
                                                              const RunLimits& limits);

} // namespace stasis::cli
