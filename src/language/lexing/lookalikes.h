#pragma once

// Signs people bring from other languages and from logic, and what they stand for here: `&&` is `and`.

#include "language/lexing/token.h"

#include <string_view>

namespace stasis::language {

struct Lookalike {
  std::string_view sign;
  Kind kind;
  Word word;             ///< for Kind::keyword
  std::string_view here; ///< how it is written in this language
};

/// The longest such sign with which the text begins.
const Lookalike* lookalikeAt(std::string_view text);

} // namespace stasis::language
