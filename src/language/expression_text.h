#pragma once

// An expression as the language writes it, with the fewest parentheses that leave no doubt. Precedence,
// tightest first: not, and, xor, or, implies and if (one level), iff; the last two levels do not chain, so an
// operand of the same level is parenthesised. A count whose list has a comma is parenthesised unless it
// stands last, and an item of a list that is not a name is parenthesised always. O(nodes), no recursion:
// depth costs no stack.
//
// Tested against: parse of the written text gives the same tree.

#include "model/conflict.h"

#include <optional>
#include <string>
#include <vector>

namespace stasis::language {

/// Text with the places where a long line may be folded: each is the offset of a space behind a comma or an
/// operator.
struct FoldableText {
  std::string text;
  std::vector<std::size_t> folds;

  FoldableText& add(std::string_view more);
  /// A space at which the line may go on in the next.
  FoldableText& addFold();
  FoldableText& add(const FoldableText& more);
};

/// One expression. With `self`, options of that party are written `self.option`, as in `prefer each`.
FoldableText foldableText(const model::Expression& expression, const model::Conflict& conflict,
                          std::optional<model::PartyId> self = std::nullopt);

/// The same in one line.
std::string text(const model::Expression& expression, const model::Conflict& conflict);

} // namespace stasis::language
