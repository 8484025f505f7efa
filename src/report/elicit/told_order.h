#pragma once

// The order that comes of the answers, as lines of the modelling language: a ranking, `rank` and `unsure`, or
// the statements of `prefer`, whichever is asked for or else takes fewer characters. Statements cannot say
// that the order of two states is not known. Where statements were compared, it is always a list of
// statements; what is not known of them is a line `perhaps`. Cost: that of analysis/elicit/statement_list.h.
// Tested in tests/cli.

#include "report/elicit/elicitation.h"

namespace stasis::report {

struct ToldOrder {
  std::vector<std::vector<analysis::Place>> classes; ///< best first
  std::vector<std::string> statements;               ///< of `prefer`, most important first; none: a ranking
  std::string lines;                                 ///< folded at 110 columns, each with its line end
  std::string whyNotStatements;                      ///< why no list of statements says this; may be empty
};

ToldOrder toldOrder(const ElicitationView& view);

} // namespace stasis::report
