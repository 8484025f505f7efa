#pragma once

// What must hold of any bytes given as a report: it is read, ranges are inside it, every text is the bytes of
// its range, ids count from 1 in the order of the text, and a second reading says the same. Shared by the
// fuzzer and by the test that replays its corpus.

#include "evidence/reading/read_report.h"

#include <string>

namespace stasis::fuzz {

inline std::string passageProblem(const std::string& bytes, const evidence::Passage& passage) {
  if (passage.range.begin > passage.range.end || passage.range.end > bytes.size())
    return "a range outside the report";
  if (bytes.substr(passage.range.begin, passage.range.end - passage.range.begin) != passage.text)
    return "a text that does not stand at its range: " + passage.text;
  return {};
}

inline std::string entryProblem(const std::string& bytes, const evidence::LedgerEntry& entry) {
  if (!entry.quote && !entry.content)
    return "an entry without words";
  for (const auto* passage : {&entry.mention, &entry.quote, &entry.content, &entry.consequence})
    if (*passage)
      if (std::string broken = passageProblem(bytes, **passage); !broken.empty())
        return broken;
  if (entry.condition)
    if (std::string broken = passageProblem(bytes, entry.condition->clause); !broken.empty())
      return broken;
  if (entry.sentence.begin > entry.sentence.end || entry.sentence.end > bytes.size())
    return "a sentence outside the report";
  return {};
}

/// What does not hold, or nothing.
inline std::string readProblem(const std::string& bytes) {
  const evidence::Ledger ledger = evidence::readReport(bytes, "fuzz.txt");
  const evidence::Ledger again = evidence::readReport(bytes, "fuzz.txt");
  if (ledger.entries.size() != again.entries.size())
    return "two readings differ";
  for (std::size_t i = 0; i < ledger.entries.size(); ++i) {
    const evidence::LedgerEntry& entry = ledger.entries[i];
    if (entry.id != i + 1 || entry.speaker != again.entries[i].speaker || entry.kind != again.entries[i].kind)
      return "two readings differ";
    if (std::string broken = entryProblem(bytes, entry); !broken.empty())
      return broken;
  }
  return {};
}

} // namespace stasis::fuzz
