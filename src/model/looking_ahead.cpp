#include "model/looking_ahead.h"

#include "model/limited_moves.h"

#include <charconv>

namespace stasis::model {

std::size_t movesAhead(Concept concept_) {
  const std::string_view key = row(concept_).key;
  if (key.ends_with("_even"))
    return farthestByKey + 2;
  if (key.ends_with("_odd"))
    return farthestByKey + 1;
  std::size_t h = 0;
  const std::size_t digits = key.find_first_of("123456789");
  std::from_chars(key.data() + digits, key.data() + key.size(), h);
  return h;
}
static_assert(farthestByKey % 2 == 0, "so the number past it is odd");

bool inGroup(const ConceptRow& concept_) {
  if (concept_.family == limitedFamily)
    return limitOf(concept_.id).value_or(0) <= 4;
  if (concept_.family != treeFamily)
    return true;
  const std::size_t h = movesAhead(concept_.id);
  return isLimit(concept_.id) || h == 4 || (h == 5 && concept_.answers == Relation::always);
}

} // namespace stasis::model
