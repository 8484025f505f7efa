#include "evidence/kept_ledger.h"

#include "evidence/normal_text.h"

#include <algorithm>
#include <map>

namespace stasis::evidence {

namespace {

std::string beside(const std::string& report, std::string_view ending) {
  const auto slash = report.rfind('/');
  const auto dot = report.rfind('.');
  const bool hasEnding =
      dot != std::string::npos && (slash == std::string::npos || dot > slash + 1) && dot != 0;
  return report.substr(0, hasEnding ? dot : report.size()) + std::string(ending);
}

/// The parts of a statement that matching needs.
struct Placed {
  std::string words; ///< in normal form
  model::Range span;
};

std::vector<Placed> placed(const std::vector<LedgerEntry>& entries) {
  std::vector<Placed> all;
  for (const LedgerEntry& entry : entries)
    all.push_back({NormalText(entry.said().text).text(), entry.said().range});
  return all;
}

/// The kept ledger with the statements that are not in it because they were rejected.
std::vector<LedgerEntry> withRejected(std::vector<LedgerEntry> kept,
                                      const std::vector<Correction>& corrections) {
  for (const Correction& one : corrections)
    if (one.verdict == Correction::Verdict::rejected && one.id) {
      LedgerEntry entry;
      entry.id = *one.id;
      entry.quote = Passage{one.words, one.span};
      kept.push_back(std::move(entry));
    }
  return kept;
}

std::vector<Placed> placed(const std::vector<Correction>& corrections) {
  std::vector<Placed> all;
  for (const Correction& one : corrections)
    all.push_back({NormalText(one.words).text(), one.span});
  return all;
}

/// For each of `left`, the one of `right` with the same words: the one at the same place, else the first with
/// the first; `right.size()` if there is none.
std::vector<std::size_t> partners(const std::vector<Placed>& left, const std::vector<Placed>& right) {
  std::map<std::string_view, std::vector<std::size_t>> free;
  for (std::size_t i = 0; i < right.size(); ++i)
    free[right[i].words].push_back(i);
  std::vector<std::size_t> partner(left.size(), right.size());
  for (const bool samePlace : {true, false})
    for (std::size_t i = 0; i < left.size(); ++i) {
      const auto found = free.find(left[i].words);
      if (partner[i] != right.size() || found == free.end())
        continue;
      const auto at = std::ranges::find_if(
          found->second, [&](std::size_t k) { return !samePlace || right[k].span == left[i].span; });
      if (at == found->second.end())
        continue;
      partner[i] = *at;
      found->second.erase(at);
    }
  return partner;
}

void apply(LedgerEntry& entry, const Correction& correction) {
  entry.review = correction.verdict == Correction::Verdict::accepted ? "accepted" : "corrected";
  entry.confidence = Confidence::high;
  if (correction.kind) {
    entry.kind = *correction.kind;
    entry.decidedBy = byAnalyst;
  }
  if (!correction.speaker)
    return;
  entry.how = byAnalyst;
  entry.principal.reset();
  entry.speaker = correction.speaker->empty() ? std::nullopt : correction.speaker;
  entry.speakers.clear();
  if (entry.speaker)
    entry.speakers.push_back({*entry.speaker, entry.mention, std::nullopt});
}

} // namespace

std::string ledgerPath(const std::string& report) { return beside(report, ".ledger.json"); }
std::string correctionsPath(const std::string& report) { return beside(report, ".corrections.json"); }

void keepNumbers(std::vector<LedgerEntry>& entries, const std::vector<LedgerEntry>& written,
                 const std::vector<Correction>& corrections) {
  const auto kept = withRejected(written, corrections);
  std::size_t next = 1;
  for (const LedgerEntry& entry : kept)
    next = std::max(next, entry.id + 1);
  const auto partner = partners(placed(entries), placed(kept));
  for (std::size_t i = 0; i < entries.size(); ++i)
    entries[i].id = partner[i] < kept.size() ? kept[partner[i]].id : next++;
}

Corrected correct(std::vector<LedgerEntry>& entries, std::vector<Correction>& corrections) {
  Corrected result;
  const auto partner = partners(placed(corrections), placed(entries));
  std::vector<bool> rejected(entries.size(), false);
  for (std::size_t i = 0; i < corrections.size(); ++i) {
    if (partner[i] == entries.size()) {
      result.lost.push_back(corrections[i]);
      continue;
    }
    ++result.applied;
    corrections[i].span = entries[partner[i]].said().range;
    rejected[partner[i]] = corrections[i].verdict == Correction::Verdict::rejected;
    apply(entries[partner[i]], corrections[i]);
  }
  std::size_t i = 0;
  std::erase_if(entries, [&](const LedgerEntry&) { return rejected[i++]; });
  return result;
}

void add(std::vector<Correction>& corrections, const LedgerEntry& entry, const Review& review) {
  const auto& said = entry.said();
  auto at = std::ranges::find_if(
      corrections, [&](const Correction& one) { return one.span == said.range && one.words == said.text; });
  if (at == corrections.end())
    at = corrections.insert(
        at, Correction{said.range, said.text, Correction::Verdict::none, std::nullopt, std::nullopt});
  if (review.verdict != Correction::Verdict::none) {
    at->verdict = review.verdict;
    at->id = review.verdict == Correction::Verdict::rejected ? std::optional(entry.id) : std::nullopt;
  }
  if (review.speaker)
    at->speaker = review.speaker;
  if (review.kind)
    at->kind = review.kind;
}

} // namespace stasis::evidence
