#include "evidence/text/language.h"

#include "evidence/text/phrases.h"
#include "language/lexing/loaded_library.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <array>

namespace stasis::evidence {

namespace {

constexpr std::size_t sample = std::size_t{256} << 10U;
constexpr std::size_t shortText = 40; ///< in bytes; a shorter text does not show its language

/// The percentage of words that nearly every English sentence has.
std::size_t englishShare(std::string_view text) {
  static constexpr std::array<std::string_view, 10> common = {"the",  "of", "and", "to",   "in",
                                                              "that", "is", "for", "will", "it"};
  std::size_t words = 0;
  std::size_t english = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
    if (end > at) {
      ++words;
      const std::string_view word = text.substr(at, end - at);
      english += word.size() < 5 && std::ranges::find(common, inLowerCase(word)) != common.end();
    }
    at = end + 1;
  }
  return words == 0 ? 0 : 100 * english / words;
}

/// The detector's functions, by their names as the C++ ABI writes them.
struct LanguageDetector {
  language::LoadedLibrary library{STASIS_FILE_CLD2};
  CLD2::Language (*summary)(const char*, int, bool, CLD2::Language*, int*, int*, bool*) = nullptr;
  decltype(CLD2::LanguageName)* name = nullptr;
  decltype(CLD2::LanguageCode)* code = nullptr;

  LanguageDetector() {
    library.find(summary, "_ZN4CLD224ExtDetectLanguageSummaryEPKcibPNS_8LanguageEPiS4_Pb");
    library.find(name, "_ZN4CLD212LanguageNameENS_8LanguageE");
    library.find(code, "_ZN4CLD212LanguageCodeENS_8LanguageE");
    library.demand();
  }
};

const LanguageDetector& languageDetector() {
  static const LanguageDetector loaded;
  return loaded;
}

/// The English name; the detector writes `CHINESE`.
std::string nameOf(CLD2::Language language) {
  std::string name = inLowerCase(languageDetector().name(language));
  std::ranges::replace(name, '_', ' ');
  for (std::size_t i = 0; i < name.size(); ++i)
    if ((i == 0 || name[i - 1] == ' ') && name[i] >= 'a' && name[i] <= 'z')
      name[i] = static_cast<char>(name[i] - 32);
  return name;
}

} // namespace

LanguageFound languageOf(std::string_view text) {
  constexpr std::size_t fewEnglishWords = 8; // percent
  text = text.substr(0, sample);
  while (!text.empty() && text.size() == sample && (static_cast<unsigned char>(text.back()) & 0x80U) != 0)
    text.remove_suffix(1); // never half a character
  LanguageFound found;
  if (text.size() < shortText)
    return found;
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  int bytes = 0;
  bool sure = false;
  const CLD2::Language first = languageDetector().summary(text.data(), static_cast<int>(text.size()), true,
                                                          languages.data(), percents.data(), &bytes, &sure);
  for (std::size_t i = 0; i < languages.size(); ++i)
    found.isMixed |=
        percents[i] > 4 && languages[i] != CLD2::ENGLISH && languages[i] != CLD2::UNKNOWN_LANGUAGE;
  if (first == CLD2::ENGLISH || first == CLD2::UNKNOWN_LANGUAGE || !sure ||
      englishShare(text) >= fewEnglishWords)
    return found;
  found.code = languageDetector().code(first);
  found.name = nameOf(first);
  return found;
}

} // namespace stasis::evidence
