#pragma once

// Whether a full stop belongs to the word before it: `Mr.`, `Sept.`, `U.S.`, `J.`. A list of the
// abbreviations that news uses, and any word of single letters with stops between. Tested through the
// tokenizer.

#include <string_view>

namespace stasis::evidence::grammar {

/// `word` is given without its last stop; `last`: only marks follow in the sentence. O(length).
bool keepsItsStop(std::string_view word, bool last);

/// `non`, `anti`: prefixes that stay in one word with what follows the hyphen. Ignores case. O(length).
bool isHyphenPrefix(std::string_view word);

} // namespace stasis::evidence::grammar
