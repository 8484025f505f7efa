#pragma once

// The words of a sentence, cut as in the English treebanks of Universal Dependencies: `won't` is `wo` +
// `n't`, `Iran's` is `Iran` + `'s`, `15-year` is `15` + `-` + `year` while `co-workers` stays one word.
// Quotation marks, brackets and other signs stand alone; `U.S.`, `Mr.`, `3.5`, `a.m.`, addresses and links
// stay whole.
//
// Every byte that is not white space is in exactly one word; a sentence's last full stop stands alone unless
// it belongs to an abbreviation. One pass, no allocation but the list's own. Bytes that are not UTF-8 are
// words of their own. Tested against the treebank's own words and on random bytes.

#include "model/range.h"

#include <string_view>
#include <vector>

namespace stasis::evidence::grammar {

/// Appends the words of `sentence`, bytes of `text`, in order. `sentence` must lie in `text`. O(bytes).
void tokenize(std::string_view text, model::Range sentence, std::vector<model::Range>& words);

} // namespace stasis::evidence::grammar
