#pragma once

// The terminal as the verbs see it: results go out by `print`, everything else by `say`, how they look is
// decided here once from the options, the environment and what the streams are.

#include "language/codes/diagnostic.h"
#include "report/telling/look.h"
#include "stability/errand.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::language {
class SourceText;
}

namespace stasis::cli {

struct Arguments;

class Console {
public:
  explicit Console(const Arguments& arguments);
  ~Console();
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;

  /// To standard output, as is. False (and said) if it cannot be written.
  bool print(std::string_view text);
  /// To standard error, as is.
  void say(std::string_view text);
  /// `error: …` and, where given, `help: …`.
  void sayError(std::string_view message, std::string_view help = {});
  void sayNote(std::string_view message);
  /// `Next:  stasis check x.conflict`, as it runs.
  void sayNext(std::string_view command);
  /// Problems of a file, as text or one line each; warnings not with --quiet.
  void sayProblems(const language::Diagnostics& diagnostics, const language::SourceText& source);

  /// With `--format json` and no answer printed: the problems said, as JSON in place of the answer.
  void printProblemsAsJson();

  const report::Look& look() const { return out_; }
  const report::Look& errorLook() const { return error_; }

  /// Stop token of Ctrl-C, the deadline of --timeout, progress: a line on a terminal, or for a program that
  /// started this one, records on the descriptor that STASIS_PROGRESS names (docs/json.md).
  const stability::Errand& errand();
  /// With --timeout: work from now on ends when this part of the time that is left is over, so that others
  /// get some. 1: all of it again. Not while work is under way.
  void allowPartOfTheTime(double part);

private:
  class Interrupt;
  class Progress;
  class ProgressLine;
  class ProgressRecords;
  std::unique_ptr<Progress> progressAsked() const;
  bool json_ = false;
  bool concise_ = false;
  bool quiet_ = false;
  bool printed_ = false;
  std::vector<std::string> problems_; ///< as JSON objects
  report::Look out_;
  report::Look error_;
  std::optional<std::uint64_t> timeoutMilliseconds_;
  std::optional<stability::Errand::Clock::time_point> end_; ///< of the whole run
  std::unique_ptr<Interrupt> interrupt_;
  std::unique_ptr<Progress> progress_;
  stability::Errand errand_;
};

} // namespace stasis::cli
