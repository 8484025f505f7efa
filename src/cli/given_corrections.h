#pragma once

// What the command line says about statements. `--accept 4`, `--reject 4`, `--speaker "4=Mina Orr"`, `--kind
// 4=threat` correct one and are kept. `--speaker Orr`, `--kind threat`, `--since 2031-04` only choose what is
// shown. If several reports are read, `report.txt#4` names a statement.

#include "evidence/kept_ledger.h"
#include "evidence/shown_statements.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace stasis::cli {

struct Arguments;
class Console;

struct GivenReviews {
  std::vector<std::pair<std::string, evidence::Review>> corrections; ///< by statement: `4`, `report.txt#4`
  evidence::ShownStatements shown;
};

/// None, after an error message, if one of them makes no sense.
std::optional<GivenReviews> givenReviews(const Arguments& arguments, Console& console);

} // namespace stasis::cli
