#include "model/looking_ahead.h"

#include "model/limited_moves.h"

namespace stasis::model {

std::size_t movesAhead(Concept concept_) {
  const std::string_view key = row(concept_).key;
  if (key.ends_with("_even"))
    return farthestTree + 1;
  if (key.ends_with("_odd"))
    return farthestTree + 2;
  return static_cast<std::size_t>(key.back() - '0');
}
static_assert(farthestTree == 9, "the number in a key is one digit, and the limit after it is even");

bool inGroup(const ConceptRow& concept_) {
  if (concept_.family == limitedFamily)
    return limitOf(concept_.id).value_or(0) <= 4;
  if (concept_.family != treeFamily)
    return true;
  const std::size_t h = movesAhead(concept_.id);
  return isLimit(concept_.id) || h == 4 || (h == 5 && concept_.answers == Relation::always);
}

} // namespace stasis::model
