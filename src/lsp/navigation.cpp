#include "lsp/navigation.h"

#include "evidence/source_file.h"

#include <algorithm>

namespace stasis::lsp {

namespace {

std::string pathOfSource(const Reading& reading, std::size_t source,
                         const std::optional<std::string>& folder) {
  if (!folder || source == nothing)
    return "";
  model::Source asked;
  asked.path = std::string(reading.names().pathOf(source));
  return sourcePath(asked, *folder);
}

std::optional<Target> passageOf(const Studied& known, const CitationPlace& place,
                                const std::optional<std::string>& folder, Encoding encoding) {
  const std::string path = pathOfSource(*known.reading, place.source, folder);
  if (path.empty() || known.inspection == nullptr)
    return std::nullopt;
  const auto& all = known.inspection->citations;
  const auto found = std::ranges::find_if(all, [&](const auto& c) { return c.citation == place.range; });
  const auto content = found == all.end() ? evidence::SourceContent{} : evidence::readSourceFile(path);
  if (!content.text || !content.extract.empty())
    return std::nullopt;
  return Target{path, Positions(*content.text, encoding).span(found->passage)};
}

/// The source whose declaration has its path at this place.
std::size_t sourceAt(const Reading& reading, std::size_t offset) {
  for (const auto& source : reading.outline().file().sources) {
    const model::Range words = reading.outline().range(source.words);
    const model::Range name = reading.outline().range(source.name);
    if (offset > name.end && offset <= words.end)
      if (const Occurrence* here = reading.names().at(name.begin))
        return here->declaration;
  }
  return nothing;
}

} // namespace

std::vector<Target> definitions(const Studied& known, std::size_t offset,
                                const std::optional<std::string>& folder, Encoding encoding) {
  const Reading& reading = *known.reading;
  std::vector<Target> targets;
  if (const Occurrence* here = reading.names().at(offset)) {
    for (const std::size_t number : reading.names().meanings(*here))
      targets.push_back({{}, reading.positions().span(reading.names().declarations()[number].range)});
    return targets;
  }
  if (const CitationPlace* here = reading.names().citationAt(offset)) {
    if (auto passage = passageOf(known, *here, folder, encoding))
      targets.push_back(std::move(*passage));
  } else if (const std::string path = pathOfSource(reading, sourceAt(reading, offset), folder);
             !path.empty()) {
    targets.push_back({path, {}});
  }
  return targets;
}

std::vector<Mention> references(const Reading& reading, std::size_t offset) {
  std::vector<Mention> mentions;
  const Occurrence* here = reading.names().at(offset);
  if (here == nullptr)
    return mentions;
  const auto meanings = reading.names().meanings(*here);
  const bool isConcept = here->thing == Thing::solutionConcept;
  for (const Occurrence& one : reading.names().occurrences()) {
    const bool same = isConcept
                          ? one.thing == here->thing && model::findConcept(reading.words(one.range)) ==
                                                            model::findConcept(reading.words(here->range))
                          : std::ranges::find(meanings, one.declaration) != meanings.end();
    if (same)
      mentions.push_back({one.range, one.declares});
  }
  return mentions;
}

} // namespace stasis::lsp
