#pragma once

// An open point as a question in the conflict's own words, with the lines it stands on, what they cite and
// who could answer it: "Would Russia rather have `settlement` without `not troops` than `not troops` without
// `settlement`?". Tested in tests/cli (ask.session).

#include "analysis/ask/points.h"
#include "language/lexing/source_text.h"
#include "language/words/option_names.h"

#include <string>
#include <vector>

namespace stasis::report {

class PointWords {
public:
  /// Of the conflict as written, or with names in place of numbers; both must outlive it. Without a source
  /// there are no lines.
  PointWords(const model::Conflict& conflict, const language::SourceText* source);

  /// Ends with a question mark.
  std::string question(const analysis::Point& point) const;
  /// What is so if the answer is no, without a full stop.
  std::string otherwise(const analysis::Point& point) const;
  /// The party by its label, or the family that shares the line.
  std::string whose(const analysis::Point& point) const;
  /// The same by its name in the model.
  std::string party(const analysis::Point& point) const;
  /// Where it is written, as ranges of the source: the line, the pair or the option; of an order both lines.
  std::vector<model::Range> ranges(const analysis::Point& point) const;
  /// Each once, ascending.
  std::vector<std::size_t> lines(const analysis::Point& point) const;
  /// `line 12`, `lines 12 and 13`; empty without a source.
  std::string place(const analysis::Point& point) const;
  /// What the point itself cites.
  std::vector<const model::Citation*> because(const analysis::Point& point) const;
  /// Another line that the question names, and what it cites; empty if there is none.
  struct Beside {
    std::string line;
    std::vector<const model::Citation*> because;
  };
  Beside beside(const analysis::Point& point) const;
  /// The cited words, `because report "…"`, then those of the line beside it.
  std::vector<std::string> evidence(const analysis::Point& point) const;
  /// The party, and the sources that speak of it: those of the point, else those of the rest of its
  /// preference.
  std::vector<std::string> whoCouldSay(const analysis::Point& point) const;

private:
  struct Thing {
    model::Range range;
    const std::vector<model::Citation>* because = nullptr;
    std::string words;
  };
  std::vector<Thing> things(const analysis::Point& point) const;
  Thing tier(const analysis::Point& point, std::size_t at) const;
  std::string wanted(const analysis::Point& point, const model::Statement& statement) const;
  std::string stateWords(const model::StateRef& state) const;
  std::vector<const model::Citation*> citedOf(model::PartyId party) const;

  const model::Conflict& conflict_;
  const language::SourceText* source_;
  language::OptionNames names_;
};

} // namespace stasis::report
