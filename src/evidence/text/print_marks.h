#pragma once

// Removes from paragraphs what is print and not words: marks of notes and links (`[12]`, `¹`, digits glued to
// a word or after a closing mark), soft hyphens and characters without width. Ligatures become their letters.
// From a plain text it also removes entities and the signs of Markdown (links, emphasis, escapes, struck-out
// words).
//
// Digits glued to a word are a note's mark only if the number is the next expected one, since notes count
// upwards. Linear; a bracket is searched within a limit. Tested on each kind, also before "not".

#include "evidence/text/paragraphs.h"

namespace stasis::evidence {

/// The same paragraphs, without those that become empty. Ranges are bytes of `paragraphs.text`.
Paragraphs withoutPrintMarks(const Paragraphs& paragraphs, bool isPlain);

} // namespace stasis::evidence
