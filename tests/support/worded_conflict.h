#pragma once

// Random conflicts with everything that the language can say beside the bare model: labels and titles with
// marks, foreign letters and line feeds, sources and citations, families with shared statements,
// expectations. For the laws of writing and reading.

#include "model/conflict.h"
#include "support/dice.h"

#include <string>

namespace stasis::language {

model::Conflict wordedConflict(support::Dice& dice);

/// Families with other parties beside them; preferences written with `each` or one by one.
model::Conflict familyConflict(support::Dice& dice);

/// Every field except the ranges, one on each line: two conflicts say the same if and only if these are
/// equal.
std::string fieldsOf(const model::Conflict& conflict);

} // namespace stasis::language
