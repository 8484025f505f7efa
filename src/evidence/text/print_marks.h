#pragma once

// Takes from paragraphs what is print and not words: marks of notes and links (`[12]`, `¹`, digits glued to a
// word or behind a closing mark), soft hyphens and what has no width; ligatures become their letters. In a
// plain text also the signs of Markdown (links, emphasis, escapes, struck-out words) and entities.
//
// Digits glued to a word are a note's only where the number is the one that is due: notes count upwards.
// Linear; a bracket is looked for within a bound. Tested on each manner, before "not" as well.

#include "evidence/text/paragraphs.h"

namespace stasis::evidence {

/// The same paragraphs, less those of which nothing is left. Ranges are bytes of `paragraphs.text`.
Paragraphs withoutPrintMarks(const Paragraphs& paragraphs, bool isPlain);

} // namespace stasis::evidence
