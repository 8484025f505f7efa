#pragma once

// One verb of the command line as data: what it takes, its description, and the function that runs it.
// Parsing, `--help`, the manual page and shell completion all come from this one table.

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::cli {

class Console;

/// Exit status of the program.
enum class Exit : int {
  done = 0,
  wrong = 1,     ///< the input is wrong or an expectation failed
  usage = 2,     ///< the command line is wrong
  limit = 3,     ///< a stated limit was reached
  internal = 70, ///< a defect of the program
  interrupted = 130,
};

struct OptionRow {
  std::string_view name;  ///< `--format`
  std::string_view value; ///< `FORMAT`; empty: a switch
  std::string_view help;
  std::vector<std::string_view> choices;
  std::string_view fallback; ///< the value if it is not given
  enum class Kind : std::uint8_t { text, number, duration, bytes } kind = Kind::text;
  bool repeated = false;
  std::string_view alias; ///< `-o`
};

struct OperandRow {
  std::string_view name; ///< `FILE`
  std::string_view help;
  bool required = true;
  bool repeated = false;
  bool file = true; ///< complete with file names
};

/// What was given on the command line, checked against the rows.
struct Arguments {
  std::vector<std::string> operands;
  std::map<std::string, std::vector<std::string>, std::less<>> options; ///< by name, `--format`

  bool has(std::string_view name) const { return options.find(name) != options.end(); }
  /// The value given last, else the fallback of the row (empty if it has none).
  std::string value(std::string_view name) const;
  std::vector<std::string> values(std::string_view name) const;
  std::optional<std::uint64_t> number(std::string_view name) const;
  /// The milliseconds of a duration such as `90`, `1.5s`, `250ms`, `2min`; seconds if no unit is given.
  std::optional<std::uint64_t> milliseconds(std::string_view name) const;
  /// The bytes of an amount of memory such as `512M`, `4GiB`.
  std::optional<std::uint64_t> bytes(std::string_view name) const;

  std::map<std::string, std::string, std::less<>> fallbacks;
};

struct Verb {
  std::string_view name;
  std::string_view summary; ///< one line, no full stop
  std::string_view about;   ///< paragraphs, for `--help` and the manual
  std::vector<OperandRow> operands;
  std::vector<OptionRow> options;
  std::vector<std::string_view> examples;
  Exit (*run)(const Arguments&, Console&) = nullptr;

  /// Adds rows that several verbs share.
  void add(const std::vector<OptionRow>& rows) { options.insert(options.end(), rows.begin(), rows.end()); }
};

/// All verbs, in the order in which a newcomer meets them.
std::span<const Verb> verbs();
const Verb* findVerb(std::string_view name);

/// Options that every verb takes: --color, --ascii, --help.
std::span<const OptionRow> commonOptions();

// One function for each verb, in the file of its name.
Verb newVerb();
Verb readVerb();
Verb draftVerb();
Verb checkVerb();
Verb briefVerb();
Verb solveVerb();
Verb statesVerb();
Verb movesVerb();
Verb explainVerb();
Verb verifyVerb();
Verb pathsVerb();
Verb coalitionsVerb();
Verb robustVerb();
Verb invertVerb();
Verb elicitVerb();
Verb diffVerb();
Verb playVerb();
Verb testVerb();
Verb fmtVerb();
Verb importVerb();
Verb exportVerb();
Verb reportVerb();
Verb outlineVerb();
Verb studioVerb();
Verb helpVerb();
Verb completionVerb();
Verb manVerb();

} // namespace stasis::cli
