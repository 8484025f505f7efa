#pragma once

// The form of a word, as numbers for the tagger and the parser: its letters without case and digits, its
// beginnings and endings, its shape, and its capital combined with its position, since a capital means less
// at the head of a sentence, in a title and in a line of capitals. The report's bytes are not touched.
//
// O(bytes), no allocation for a word; only the first 64 bytes of a word count. Tested through tagger and
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
  bool isLong = false;                       ///< five letters or more, and nothing else
  bool comma = false;
  bool quotationMark = false;
};

/// Replaces what is in `forms` by the forms of the words of one sentence.
void formsOf(std::string_view text, std::span<const model::Range> words, std::vector<WordForm>& forms);

} // namespace stasis::evidence::grammar
