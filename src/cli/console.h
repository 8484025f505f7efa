#pragma once

// The terminal as the verbs see it. Results go out by `print`, everything else by `say`. How they look is
// decided here once, from the options, the environment and the kind of the streams.

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

  /// Writes to standard output, unchanged. False, after an error message, if that fails.
  bool print(std::string_view text);
  /// Writes to standard error, unchanged.
  void say(std::string_view text);
  /// `error: …` and, if given, `help: …`.
  void sayError(std::string_view message, std::string_view help = {});
  void sayNote(std::string_view message);
  /// `Next:  stasis check x.conflict`, ready to run.
  void sayNext(std::string_view command);
  /// Prints the problems of a file, as blocks or one line each. With --quiet, warnings are left out.
  void sayProblems(const language::Diagnostics& diagnostics, const language::SourceText& source);

  /// With `--format json` and no answer printed: prints the problems as JSON in place of the answer.
  void printProblemsAsJson();
  /// With `--format json`: the problems said since the last call, as JSON objects, for an answer that shows
  /// them beside what they are about.
  std::vector<std::string> takeProblems();

  const report::Look& look() const { return out_; }
  const report::Look& errorLook() const { return error_; }

  /// Carries the stop token of Ctrl-C, the deadline of --timeout, and progress. Progress is a line on a
  /// terminal; for a program that started this one, it is records on the descriptor that STASIS_PROGRESS
  /// names (docs/json.md).
  const stability::Errand& errand();
  /// With --timeout: gives the work from now on this part of the time that is left, so that later work gets
  /// some. 1 gives all of it again. Not to be called while work is under way.
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
  std::optional<stability::Errand::Clock::time_point> end_; ///< when the whole run must end
  std::unique_ptr<Interrupt> interrupt_;
  std::unique_ptr<Progress> progress_;
  stability::Errand errand_;
};

} // namespace stasis::cli
