#pragma once

// What a word looks like, as numbers that feed the tagger and the parser: its letters without case and
// figures, its beginnings and endings, its shape, and its capital seen with where it stands: a capital says
// less at the head of a sentence, in a title and in a line of capitals. The report's bytes are not touched.
//
// O(bytes), no allocation a word; of words beyond 64 bytes only the first 64 count. Tested through tagger and
// parser.

#include "model/range.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace stasis::evidence::grammar {

struct WordForm {
  std::uint32_t word = 0;  ///< hash of the letters in lower case, figures as `0`, marks in their plain form
  std::uint32_t cased = 0; ///< hash of the bytes
  std::uint32_t shape = 0;
  std::array<std::uint32_t, 5> endings{};    ///< hashes of the last 1–5 bytes in lower case
  std::array<std::uint32_t, 3> beginnings{}; ///< of the first 1–3
  std::uint8_t capital = 0;                  ///< capital × head of the sentence × kind of sentence, below 18
  bool comma = false;
  bool quotationMark = false;
};

/// The forms of the words of one sentence, which replace what is in `forms`.
void formsOf(std::string_view text, std::span<const model::Range> words, std::vector<WordForm>& forms);

} // namespace stasis::evidence::grammar
