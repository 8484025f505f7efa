#pragma once

// The table of `solve`: every state with the options taken, each party's place for it, whether it is an
// equilibrium and for whom it is stable. A large family has the columns of one party, and its cells count the
// members. Tested in the sessions of tests/cli.

#include "report/solution/solution.h"
#include "report/telling/state_row.h"
#include "report/telling/table.h"

namespace stasis::report {

std::string solutionTable(const SolutionView& view, const std::vector<StateRow>& rows, const Look& look);

/// A mark for yes or no; `?` if it is not known.
Cell checkCell(const std::optional<bool>& held, const Look& look);
std::string numberText(const StateRow& r);

} // namespace stasis::report
