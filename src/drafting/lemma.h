#pragma once

// The dictionary form of an English word: `withdrew` → `withdraw`, `countries` → `country`. Irregular forms
// are a list (words/irregular_forms.txt); the others follow the rules of spelling (Quirk et al. 1985,
// 3.5-3.8, 5.80). All forms of an unknown word get the same stem, which is enough for comparing.
//
// O(length). Tested on each rule, and on all forms of a verb having one lemma.

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

namespace stasis::drafting {

/// The lemma of a verb in any form, in lower case.
std::string verbLemma(std::string_view form);
/// The lemma of a noun in singular or plural, in lower case.
std::string nounLemma(std::string_view form);
/// The word that stands for it and its synonyms (words/deeds_alike.txt).
std::string alike(const std::string& lemma);
/// The verb of a noun that names an act (words/deeds_as_nouns.txt); empty for others.
std::string verbOfNoun(const std::string& lemma);

/// Whether a word, or a lemma, is in a short list.
inline bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

} // namespace stasis::drafting
