#pragma once

// What words are made of, beyond ASCII: letters, digits and their marks, but no printer's, currency or drawn
// signs (by the blocks of The Unicode Standard). O(1). Tested through the tokenizer and through citations.

namespace stasis::language {

/// Whether a character can stand inside a word; of ASCII, letters and digits.
bool isWordCharacter(char32_t value);

} // namespace stasis::language
