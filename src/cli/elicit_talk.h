#pragma once

// The talk of `elicit`: questions and what goes wrong on standard error, so that standard output has the
// result alone. At a terminal a bad answer is asked again. In a pipe or a file the first bad line ends the
// answers, because later ones may belong to other questions. A message shows where it stands, and the answers
// before it count.

#include "cli/elicit_comparison.h"
#include "cli/verb.h"

#include <functional>

namespace stasis::cli {

class Console;

class Talk {
public:
  /// The lines to read, one a call; none at the end.
  using Lines = std::function<std::optional<std::string>()>;

  Talk(Comparison& comparison, Console& console)
      : comparison_(comparison), console_(console), answers_(comparison.places()) {}

  /// Answers from elsewhere, such as a ledger. Those that contradict earlier ones are asked about in `run`.
  void volunteer(analysis::PairAnswer answer) { volunteered_.push_back(std::move(answer)); }

  /// Where lines come from. Only somebody who is asked now can save answers to a file.
  enum class From : std::uint8_t { before, pipe, terminal };

  /// Reads until the lines end, `q`, or nothing is left to ask. `name`: what is read, for messages. False
  /// where a line could not be used.
  bool run(const Lines& lines, const std::string& name, From from);
  /// Whether `q` has been said.
  bool quit() const { return quit_; }

  /// The answers so far, as lines that `--answers` takes.
  std::string transcript() { return report::transcript(comparison_.answered(answers_)); }

  /// With the next question, if one is left. Throws LimitReached.
  report::ElicitationView view();

private:
  enum class Step : std::uint8_t {
    on,
    again, ///< the line was wrong
    end,
  };
  bool terminal() const { return from_ == From::terminal; }
  Step obey(const std::string& line);
  /// False where the lines end before a contradiction is mended.
  bool take(const analysis::PairAnswer& answer);
  /// Which answer of the circle is wrong, from 1; 0: the new one, also after `u` and `q`.
  std::optional<std::size_t> mended(std::size_t answers);
  /// `at`: the words at fault, in bytes of what has been heard; empty: the whole line.
  Step wrong(const std::string& problem, const std::string& help, model::Range at = {});
  void ask();
  Step save(const std::string& path);
  /// The next line without its comment and the space around it.
  std::optional<std::string> nextLine();

  Comparison& comparison_;
  Console& console_;
  analysis::PairAnswers answers_;
  std::vector<analysis::PairAnswer> volunteered_;
  std::optional<report::ElicitationView> view_; ///< not known until it is asked for
  const Lines* lines_ = nullptr;
  std::string name_;
  From from_ = From::before;
  std::string heard_; ///< every line so far, each with its end
  model::Range line_; ///< the words of the last line, in bytes of `heard_`
  bool quit_ = false;
};

} // namespace stasis::cli
