#pragma once

// An expression as the language writes it, with the fewest parentheses that leave no doubt. Precedence,
// tightest first: not, and, xor, or, implies and if (one level), iff; the last two levels do not chain, so an
// operand of the same level is parenthesised. A count whose list has a comma is parenthesised unless it
// stands last, and an item of a list that is not a name is parenthesised always. O(nodes), no recursion:
// depth costs no stack.
//
// Tested against: parse of the written text gives the same tree.

#include "language/words/foldable_text.h"
#include "language/words/option_names.h"
#include "model/conflict.h"

#include <optional>
#include <string>

namespace stasis::language {

/// One expression. With `self`, options of that party are written `self.option`, as in `prefer each`.
FoldableText foldableText(const model::Expression& expression, const model::Conflict& conflict,
                          const OptionNames& names, std::optional<model::PartyId> self = std::nullopt);

FoldableText foldableText(const model::Query& query, const model::Conflict& conflict,
                          const OptionNames& names);

/// The same in one line.
std::string text(const model::Expression& expression, const model::Conflict& conflict);
std::string text(const model::Query& query, const model::Conflict& conflict);

} // namespace stasis::language
