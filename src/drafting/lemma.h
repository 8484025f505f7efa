#pragma once

// The form of the dictionary of an English word: `withdrew` → `withdraw`, `countries` → `country`. Irregular
// forms are a list (words/irregular_forms.txt); the others follow the rules of spelling (Quirk et al. 1985,
// 3.5-3.8, 5.80). A made-up word gets a stem that its other forms get as well, which is what comparing needs.
//
// O(length). Tested on each rule and on the forms of one verb being one.

#include <string>
#include <string_view>

namespace stasis::drafting {

/// Of a verb in any form; lower case.
std::string verbLemma(std::string_view form);
/// Of a noun in singular or plural; lower case.
std::string nounLemma(std::string_view form);
/// The word that stands for it and for others that mean the same (words/deeds_alike.txt).
std::string alike(const std::string& lemma);
/// The verb of a noun that names an act (words/deeds_as_nouns.txt); empty for others.
std::string verbOfNoun(const std::string& lemma);

} // namespace stasis::drafting
