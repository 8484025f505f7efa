#pragma once

// What people write at the beginning of a line who know other languages, or mistype: `player` for `party`.

#include "language/lexing/token.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace stasis::language {

/// The statement that a word of the same meaning stands for.
std::optional<Word> synonym(std::string_view word);
/// The word that a token is, or of whose meaning it is where it is a name; `text` is the token's.
Word wordOrSynonym(const Token& token, std::string_view text);
/// The option a party has that a word calls: `fund` for `fund`, and for `funds` as in `Ministry funds`;
/// `filters` for `filter`; none.
std::optional<std::string> optionCalled(const std::set<std::string>& options, std::string_view word);
/// `others`, `rest`: words for all that is not named.
bool meansTheRest(std::string_view word);
/// A number up to 9999 in digits, or up to ten in words; none for other words.
std::optional<int> smallNumber(std::string_view word);
/// The statement whose word is nearest, where it is near enough.
std::optional<Word> misspelt(std::string_view word);

} // namespace stasis::language
