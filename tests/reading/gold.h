#pragma once

// Reports written for these tests, in the style of many outlets, each with its gold: one line for every
// direct statement, `SPEAKER <- how its words begin`, other correct names after `|`, and `none <- …` for what
// is no statement.

#include "evidence/reading/read_report.h"

#include <filesystem>
#include <string>
#include <vector>

namespace stasis::evidence {

struct GoldLine {
  std::vector<std::string> speakers;
  std::string begins;
};

struct GoldReport {
  std::filesystem::path path;
  std::string text;
  std::vector<GoldLine> lines;
};

std::string fileText(const std::filesystem::path& path);

/// Every report of tests/reading/reports, by name.
std::vector<GoldReport> goldReports();

/// The entry whose quote begins with these words; null if there is none.
const LedgerEntry* quoteBeginning(const Ledger& ledger, const std::string& words);

/// As names are compared: without an article in front.
std::string bareName(std::string name);

} // namespace stasis::evidence
