#pragma once

// Quoted words in a source. A quotation is found if its words stand in the source as whole words, equal up to
// white space and typographic marks (see NormalText), case included. `[…]`, `[...]`, `…` and `...` inside it
// skip words, so its pieces only need to follow each other.
//
// Finding is linear in the source. If a piece is not found, the nearest passage is given: the window that
// shares the most of its words, rare ones counting more, cut to its best local alignment (Smith & Waterman
// 1981, by words; a misspelt word counts as itself). That is linear as well, with words² of the piece for the
// alignment. Tested on quotations changed by hand, and on random ones against search by brute force.

#include "evidence/normal_text.h"
#include "model/range.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stasis::evidence {

class Quotation {
public:
  explicit Quotation(std::string_view words);

  /// The normal texts of the pieces between the gaps; pieces without words are left out.
  const std::vector<std::string>& pieces() const { return pieces_; }

private:
  std::vector<std::string> pieces_;
};

struct Search {
  /// From the first word of the first piece to the last of the last, in bytes of the source.
  std::optional<model::Range> found;
  /// The first piece that is not there, or does not follow the pieces before it.
  std::size_t missing = 0;
};

Search find(const Quotation& quotation, const NormalText& source);

/// The passage of the source that comes nearest to a piece; none if it shares less than a third of its words.
std::optional<model::Range> nearest(std::string_view piece, const NormalText& source);

} // namespace stasis::evidence
