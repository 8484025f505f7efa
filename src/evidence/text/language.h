#pragma once

// Which language a text is in. Only what is surely another one counts as that: the detector (CLD2) must be
// sure, and the commonest English words must be rare in the text, so that English with many foreign names
// stays English. A short text is English.
//
// Linear; of a long text a sample is looked at. Tested on paragraphs of a dozen languages.

#include <string>
#include <string_view>

namespace stasis::evidence {

struct LanguageFound {
  std::string code = "en"; ///< `de`, `zh-Hant`
  std::string name = "English";
  bool isMixed = false; ///< a part of the text may be in another language

  bool isEnglish() const { return code == "en"; }
};

/// `text` is UTF-8.
LanguageFound languageOf(std::string_view text);

} // namespace stasis::evidence
