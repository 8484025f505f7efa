#include "model/numbered_concepts.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace stasis::model {

namespace {

constexpr std::size_t lastOfTable = 9;

/// A concept with the words that its row points to.
struct Numbered {
  std::string key;
  std::string name;
  std::string title;
};

struct Kind {
  std::string_view letters;  ///< of its keys
  std::string_view name;     ///< in tables
  std::string_view title;    ///< up to the number
  std::string_view titleEnd; ///< after it
};

constexpr std::array kinds{
    Kind{"mr", "MR_", "metarationality in a tree of ", " moves"},
    Kind{"cmr", "CMR_", "credible metarationality in a tree of ", " moves"},
    Kind{"l", "L_", "limited-move stability, ", " moves ahead"},
};

struct AllNumbered {
  std::vector<Numbered> words;
  std::vector<ConceptRow> rows;
};

AllNumbered made() {
  AllNumbered all;
  for (const Kind& kind : kinds)
    for (std::size_t h = lastOfTable + 1; h <= farthestByKey; ++h) {
      const std::string number = std::to_string(h);
      all.words.push_back({std::string(kind.letters) + number, std::string(kind.name) + number,
                           std::string(kind.title) + number + std::string(kind.titleEnd)});
    }
  const std::size_t ofKind = all.words.size() / kinds.size();
  for (std::size_t k = 0; k < all.words.size(); ++k) {
    const std::string ninth = std::string(kinds[k / ofKind].letters) + std::to_string(lastOfTable);
    ConceptRow& added = all.rows.emplace_back(row(*findConcept(ninth)));
    added.id = Concept(allConcepts().size() + k);
    added.key = all.words[k].key;
    added.name = all.words[k].name;
    added.title = all.words[k].title;
  }
  return all;
}

const AllNumbered& all() {
  static const AllNumbered known = made();
  return known;
}

} // namespace

std::size_t numberedCount() { return kinds.size() * (farthestByKey - lastOfTable); }

const ConceptRow& rowOfNumbered(std::size_t index) { return all().rows.at(index); }

std::optional<Concept> findNumbered(std::string_view key) {
  if (!isNumberedKey(key))
    return std::nullopt;
  const auto found = std::ranges::find(all().rows, key, &ConceptRow::key);
  return found == all().rows.end() ? std::nullopt : std::optional(found->id);
}

bool isNumberedKey(std::string_view key) {
  return std::ranges::any_of(kinds, [&](const Kind& kind) {
    const std::string_view digits = key.starts_with(kind.letters) ? key.substr(kind.letters.size()) : "";
    return !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
  });
}

} // namespace stasis::model
