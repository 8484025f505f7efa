#pragma once

// What people write at the beginning of a line who know other languages, or mistype: `player` for `party`.

#include "language/lexing/token.h"

#include <optional>
#include <string_view>

namespace stasis::language {

/// The statement that a word of the same meaning stands for.
std::optional<Word> synonym(std::string_view word);
/// The word that a token is, or of whose meaning it is where it is a name; `text` is the token's.
Word wordOrSynonym(const Token& token, std::string_view text);
/// The statement whose word is nearest, where it is near enough.
std::optional<Word> misspelt(std::string_view word);

} // namespace stasis::language
