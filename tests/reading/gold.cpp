#include "reading/gold.h"

#include "support/root.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

namespace stasis::evidence {

namespace fs = std::filesystem;

std::string fileText(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

namespace {

GoldLine goldLine(const std::string& line) {
  const std::size_t arrow = line.find(" <- ");
  GoldLine gold{{}, line.substr(arrow + 4)};
  std::istringstream names(line.substr(0, arrow));
  for (std::string name; std::getline(names, name, '|');)
    gold.speakers.push_back(name);
  return gold;
}

} // namespace

std::vector<GoldReport> goldReports() {
  std::vector<GoldReport> reports;
  for (const fs::path& path : fs::directory_iterator(support::root() + "/tests/reading/reports")) {
    if (path.extension() == ".gold")
      continue;
    GoldReport report{path, fileText(path), {}};
    std::istringstream gold(fileText(fs::path(path).replace_extension(".gold")));
    for (std::string line; std::getline(gold, line);)
      if (line.find(" <- ") != std::string::npos)
        report.lines.push_back(goldLine(line));
    reports.push_back(std::move(report));
  }
  std::ranges::sort(reports, {}, &GoldReport::path);
  return reports;
}

const LedgerEntry* quoteBeginning(const Ledger& ledger, const std::string& words) {
  for (const LedgerEntry& entry : ledger.entries)
    if (entry.quote && entry.quote->text.starts_with(words))
      return &entry;
  return nullptr;
}

std::string bareName(std::string name) {
  for (const std::string article : {"the ", "a ", "an ", "The ", "A ", "An "})
    if (name.starts_with(article))
      return name.substr(article.size());
  return name;
}

} // namespace stasis::evidence
