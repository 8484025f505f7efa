#pragma once

// Concepts that look further ahead than those of the table: `mr10`, `cmr10`, `l10` and so on. The table lists
// the first nine of each; these are made from the ninth and differ from it in their number alone. They stand
// in no group.
//
// Tested against nested loops in tests/stability.

#include "model/concept.h"

namespace stasis::model {

/// How far a concept may look by its key. The limits tell what holds for every greater number.
inline constexpr std::size_t farthestByKey = 40;

/// How many there are; they are numbered behind those of the table.
std::size_t numberedCount();
const ConceptRow& rowOfNumbered(std::size_t index);
/// The concept with this key in lower case; none if there is none.
std::optional<Concept> findNumbered(std::string_view key);

/// True of `mr`, `cmr` or `l` with any number behind it.
bool isNumberedKey(std::string_view key);

} // namespace stasis::model
