#pragma once

// What must hold for any bytes given as a report: it is read; ranges lie inside it; in plain text, every text
// is the bytes of its range; the check of citations finds every text; ids count from 1 in the order of the
// text; and a second reading says the same. Shared by the fuzzer and by the test that replays its corpus.

#include "evidence/citable_text.h"
#include "evidence/reading/read_report.h"

#include <string>

namespace stasis::fuzz {

/// Whether what a file is read as differs from its bytes by more than line ends and marks.
inline bool isPlainText(const std::string& bytes) {
  return evidence::decode(bytes).asIs && !evidence::looksLikePage(bytes);
}

inline std::string passageProblem(const std::string& bytes, const evidence::Passage& passage, bool isPlain) {
  if (passage.range.begin > passage.range.end || passage.range.end > bytes.size())
    return "a range outside the report";
  if (isPlain && bytes.substr(passage.range.begin, passage.range.end - passage.range.begin) != passage.text)
    return "a text that does not stand at its range: " + passage.text;
  return {};
}

inline std::string entryProblem(const std::string& bytes, const evidence::LedgerEntry& entry, bool isPlain) {
  if (!entry.quote && !entry.content)
    return "an entry without words";
  for (const auto* passage : {&entry.mention, &entry.quote, &entry.content, &entry.consequence})
    if (*passage)
      if (std::string broken = passageProblem(bytes, **passage, isPlain); !broken.empty())
        return broken;
  if (entry.condition)
    if (std::string broken = passageProblem(bytes, entry.condition->clause, isPlain); !broken.empty())
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
  const bool isPlain = isPlainText(bytes);
  const evidence::CitableText source(bytes);
  for (std::size_t i = 0; i < ledger.entries.size(); ++i) {
    const evidence::LedgerEntry& entry = ledger.entries[i];
    if (entry.id != i + 1 || entry.speaker != again.entries[i].speaker || entry.kind != again.entries[i].kind)
      return "two readings differ";
    if (std::string broken = entryProblem(bytes, entry, isPlain); !broken.empty())
      return broken;
    if (const evidence::Quotation words(entry.said().text);
        !words.pieces().empty() && !source.find(words).found)
      return "words that a check does not find: " + entry.said().text;
  }
  return {};
}

} // namespace stasis::fuzz
