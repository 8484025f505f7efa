#include "evidence/reading/issuer.h"

#include "evidence/reading/sentences.h"

#include <algorithm>
#include <string>
#include <vector>

namespace stasis::evidence {

namespace {

constexpr std::size_t mostBeside = 4; ///< words beside the name: "AB (publ)", "Report No. 38"

std::vector<std::string> keysOf(std::string_view line) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find_first_of(" ,;:()\t", at), line.size());
    if (end > at)
      words.push_back(keyOf(line.substr(at, end - at)));
    at = end + 1;
  }
  return words;
}

/// A body by its name, or a name of one word unless something shows that it is a person's.
bool mayIssue(const Entity& entity) {
  if (entity.kind == NounKind::body)
    return true;
  return entity.kind == NounKind::person && entity.parts.size() == 1 && entity.gender == Gender::unknown &&
         entity.roles.empty() && !entity.place;
}

bool heads(const std::vector<std::string>& line, const Entity& entity) {
  return line.size() >= entity.parts.size() && line.size() <= entity.parts.size() + mostBeside &&
         std::ranges::equal(entity.parts, std::span(line).first(entity.parts.size()));
}

} // namespace

std::optional<EntityId> issuerOf(std::span<const std::string_view> lines, const Cast& cast) {
  std::vector<std::size_t> acts(cast.size());
  for (const Occurrence& at : cast.occurrences())
    acts[static_cast<std::size_t>(at.entity)] += at.subject;
  std::optional<EntityId> best;
  std::size_t most = 1;
  for (const std::string_view line : lines) {
    const std::vector<std::string> words = keysOf(line);
    for (std::size_t i = 0; i < cast.size(); ++i) {
      const EntityId id{static_cast<std::uint32_t>(i)};
      if (acts[i] > most && mayIssue(cast[id]) && heads(words, cast[id])) {
        best = id;
        most = acts[i];
      }
    }
  }
  return best;
}

} // namespace stasis::evidence
