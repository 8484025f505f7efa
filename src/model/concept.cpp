#include "model/concept.h"

#include <algorithm>

namespace stasis::model {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

} // namespace

std::optional<Concept> findConcept(std::string_view key) {
  for (const auto& concept_ : concepts)
    if (std::ranges::equal(key, concept_.key, {}, lower))
      return concept_.id;
  return std::nullopt;
}

} // namespace stasis::model
