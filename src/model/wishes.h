#pragma once

// The conditions of which a preference is made: the statements of `prefer`, most important first, or what
// `weigh` lists. A ranking has none, nor has a party that is indifferent. O(conditions).
// Tested in tests/model/wishes_test.cpp.

#include "model/preference.h"

#include <type_traits>

namespace stasis::model {

/// Calls `visit(condition, range)` for each. Where the preference is not const, the visitor may change the
/// condition.
template <class Written, class Visit>
  requires std::is_same_v<std::remove_const_t<Written>, Preference>
void eachWish(Written& preference, Visit visit) {
  if (auto* said = std::get_if<Prioritised>(&preference))
    for (auto& tier : said->tiers)
      for (auto& statement : tier)
        visit(statement.wanted, statement.range);
  if (auto* weighed = std::get_if<Weights>(&preference))
    for (auto& weight : weighed->weights)
      visit(weight.wanted, weight.range);
}

} // namespace stasis::model
