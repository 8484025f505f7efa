#pragma once

// Names in any script, as The Unicode Standard says what an identifier is (UAX #31, with `_`), when two
// spellings are the same one (normalisation form C), and which can be taken for one another (UTS #39). The
// tables are those of ICU, which is loaded at the first name that is not plain ASCII, so that other files do
// not pay for it.
//
// Cost: some milliseconds once; then O(1) for a character, O(length) for a name. Tested in
// tests/language/any_script_test.cpp.

#include <string>
#include <string_view>

namespace stasis::language {

/// False where ICU is not installed; every other function must then not be called.
bool knowsAnyScript();
/// What is missing, for a message: `libicuuc.so.72`.
std::string_view libraryOfScripts();

/// Whether a name may begin with this character.
bool beginsName(char32_t c);
/// Whether a name may go on with this character. Characters that nobody sees may not stand in names.
bool continuesName(char32_t c);

/// The name in normalisation form C: an `e` and its accent are one letter.
std::string composed(std::string_view name);

/// Whether these words are spelt as a name of the language may be, in any script.
bool isName(std::string_view words);

/// The same for all names that look alike.
std::string skeletonOf(std::string_view name);

/// Why a name could be taken for another, a few words (`mixes characters of Cyrillic and Latin`); empty: it
/// could not. The words of a name, between `_`, may be of different scripts.
std::string oddityOf(std::string_view name);

} // namespace stasis::language
