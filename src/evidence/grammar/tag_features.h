#pragma once

// What the tagger looks at to tag one word: 41 features, each a hash of its number and of what it sees — the
// word, its beginnings and endings, its shape and capital, the tags it is known to bear (its ambiguity
// class), the same of its neighbours, and the two tags before (after Collins 2002; Toutanova, Klein, Manning,
// Singer 2003). O(1).

#include "evidence/grammar/word_form.h"

#include <array>
#include <cstdint>
#include <span>

namespace stasis::evidence::grammar {

inline constexpr std::size_t tagFeatureCount = 41;
using TagFeatures = std::array<std::uint32_t, tagFeatureCount>;

/// The number of a tag class of the model; `noTag` before the sentence.
using TagClass = std::uint8_t;
inline constexpr TagClass noTag = 255;

struct TagContext {
  std::span<const WordForm> forms;
  std::span<const std::uint8_t> ambiguity; ///< of each word, from the lexicon
};

/// The features of word `i`; `previous` is the tag before, `second` the one before that.
void tagFeatures(const TagContext& context, std::size_t i, TagClass previous, TagClass second,
                 TagFeatures& out);

} // namespace stasis::evidence::grammar
