#include "evidence/reading/read_report.h"

#include "evidence/reading/plain_text.h"
#include "evidence/reading/quote_scan.h"
#include "evidence/reading/reading_text.h"

#include <algorithm>

namespace stasis::evidence {

Ledger readReport(std::string_view text, const std::string& source) {
  const PlainText plain(text);
  const ReadingText reading(plain.text());
  const std::vector<model::Range> paragraphs = reading.paragraphs();
  Ledger ledger{source, std::nullopt, {}};
  const auto passage = [&](model::Range range) {
    const model::Range original = plain.original(reading.original(range));
    return Passage{std::string(text.substr(original.begin, original.end - original.begin)), original};
  };
  for (const QuoteSpan& quote : scanQuotes(reading.text(), paragraphs)) {
    LedgerEntry entry;
    entry.id = ledger.entries.size() + 1;
    entry.source = source;
    entry.quote = passage(quote.inner);
    entry.sentence = passage(quote.outer).range;
    entry.rule = "quote";
    ledger.entries.push_back(std::move(entry));
  }
  return ledger;
}

std::vector<LedgerEntry> joinLedgers(std::vector<Ledger> ledgers) {
  std::ranges::stable_sort(
      ledgers, [](const Ledger& a, const Ledger& b) { return a.date && (!b.date || *a.date < *b.date); });
  std::vector<LedgerEntry> all;
  for (Ledger& ledger : ledgers)
    std::ranges::move(ledger.entries, std::back_inserter(all));
  return all;
}

} // namespace stasis::evidence
