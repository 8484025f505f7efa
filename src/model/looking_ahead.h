#pragma once

// The family of trees: MR_h and CMR_h (Zeng, Fang, Hipel & Kilgour 2006, 2007), where a party looks h moves
// ahead, its own and the others' by turns, each turn of theirs a sequence in which nobody moves twice in a
// row. No row of relations says this: a row ends after three moves. So its entries in the table name the
// relations of every step, and h says how many steps there are. Engines ask here.

#include "model/concept.h"
#include "model/numbered_concepts.h"

namespace stasis::model {

/// Beyond the families that rows of relations define.
inline constexpr ConceptFamily treeFamily{4};

/// Whether the four relations of a row say all of a concept of this family. Other families have a file each.
inline constexpr bool isRelational(ConceptFamily family) { return family <= ConceptFamily::attitudes; }

/// h of `mr4`; of a limit, over even or odd h, the least h of that kind that is past `farthestByKey`. The
/// concept must be of the family.
std::size_t movesAhead(Concept concept_);

/// Whether it is the limit over all even or all odd h.
inline bool isLimit(Concept concept_) { return movesAhead(concept_) > farthestByKey; }

/// Whether the group of its family and `all` stand for it. MR_1 to MR_3 and CMR_1 to CMR_3 are classical,
/// others are near their limits; of limited moves, those up to four and what has no number.
bool inGroup(const ConceptRow& concept_);

} // namespace stasis::model
