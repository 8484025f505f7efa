#include "cli/cited_speakers.h"

#include "cli/files.h"
#include "cli/kept_ledgers.h"
#include "cli/model_file.h"
#include "evidence/citations.h"
#include "evidence/cited_things.h"
#include "evidence/reading/read_report.h"

#include <algorithm>
#include <filesystem>
#include <vector>

namespace stasis::cli {

namespace {

/// The marks around cited words, and a comma before the second, are not always part of a statement.
constexpr std::size_t marks = 8;

const evidence::LedgerEntry* statementWith(const evidence::Ledger& ledger, model::Range passage) {
  const auto found = std::ranges::find_if(ledger.entries, [&](const evidence::LedgerEntry& entry) {
    const model::Range said = entry.said().range;
    return passage.begin + marks >= said.begin && passage.end <= said.end + marks &&
           passage.begin < said.end && said.begin < passage.end;
  });
  return found == ledger.entries.end() ? nullptr : &*found;
}

} // namespace

CitedSpeakers::CitedSpeakers(const model::Conflict& conflict, const std::string& directory,
                             const stability::Errand& errand) {
  if (conflict.sources.empty())
    return;
  const auto read = sourceReader();
  const auto checked = evidence::checkCitations(conflict, directory, read, keptLedger);
  std::vector<evidence::Ledger> ledgers(conflict.sources.size());
  for (std::size_t s = 0; s < conflict.sources.size(); ++s) {
    const bool late = errand.deadline && stability::Errand::Clock::now() >= *errand.deadline;
    const std::string& path = conflict.sources[s].path;
    const auto content =
        late ? evidence::SourceContent{} : read((std::filesystem::path(directory) / path).string());
    if (content.text && content.text->size() <= mostRead)
      ledgers[s] = evidence::readReport(*content.text, path);
  }
  evidence::forEachCitable(conflict, {}, [&](const evidence::Cited& cited) {
    for (const model::Citation& citation : cited.because) {
      const auto found = std::ranges::find(checked.found, citation.range, &evidence::FoundCitation::citation);
      if (found == checked.found.end())
        continue;
      const auto* entry = statementWith(ledgers[citation.source.index()], found->passage);
      const bool certain = entry != nullptr && entry->speaker && entry->speakers.size() < 2 &&
                           entry->confidence != evidence::Confidence::low;
      if (certain)
        names_[{citation.source.index(), citation.words}] = *entry->speaker;
    }
  });
}

std::string CitedSpeakers::of(const model::Citation& cited) const {
  const auto found = names_.find({cited.source.index(), cited.words});
  return found == names_.end() ? std::string() : found->second;
}

} // namespace stasis::cli
