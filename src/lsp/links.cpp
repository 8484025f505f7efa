#include "lsp/links.h"

#include <algorithm>
#include <filesystem>

namespace stasis::lsp {

namespace {

/// The string that holds the path; it follows the name.
std::optional<model::Range> pathIn(const Reading& reading, const syntax::Source& source) {
  const std::size_t behind = reading.outline().range(source.name).end;
  const auto& tokens = reading.tokens();
  const auto after =
      std::ranges::lower_bound(tokens, behind, {}, [](const auto& t) { return t.range.begin; });
  return after != tokens.end() && after->is(language::Kind::string) ? std::optional(after->range)
                                                                    : std::nullopt;
}

} // namespace

std::vector<Link> links(const Studied& known, const std::optional<std::string>& folder) {
  std::vector<Link> made;
  if (!folder)
    return made;
  const Reading& reading = *known.reading;
  const auto at = [&](std::string_view path) {
    model::Source source;
    source.path = std::string(path);
    return sourcePath(source, *folder);
  };
  std::error_code ignored;
  for (const auto& source : reading.outline().file().sources)
    if (const auto range = pathIn(reading, source);
        range && std::filesystem::exists(at(source.path), ignored))
      made.push_back({*range, at(source.path), 0});
  const model::Conflict* conflict = reading.conflict();
  if (known.inspection == nullptr || conflict == nullptr)
    return made;
  for (const auto& found : known.inspection->citations)
    if (const CitationPlace* place = reading.names().citationAt(found.citation.begin))
      made.push_back({place->words, at(conflict->source(found.source).path), found.line});
  std::ranges::stable_sort(made, {}, [](const Link& link) { return link.range.begin; });
  return made;
}

} // namespace stasis::lsp
