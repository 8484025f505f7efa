#pragma once

// Short reports with all that their ledger must contain and may contain (tests/reading/tables/*.table, which
// describe the notation). Positive and negative at once: a statement that a case does not list is an error.

#include "evidence/ledger.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace stasis::evidence {

struct Expected {
  bool required = true;
  std::vector<std::string> speakers; ///< together; empty: anybody
  std::vector<std::string> others;   ///< who alone will do as well
  std::vector<std::string> kinds;    ///< empty: any
  std::string words;
  std::optional<std::string> condition;   ///< nothing: any or none
  std::optional<std::string> consequence; ///< `~`: within
};

struct TableCase {
  std::string text;
  std::vector<Expected> expected;
};

std::vector<TableCase> tableCases(const std::filesystem::path& table);

/// What is wrong with the ledger of a case; empty: nothing.
std::string faultOf(const TableCase& one, const Ledger& ledger);

} // namespace stasis::evidence
