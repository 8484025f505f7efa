#pragma once

// The language of a text. It counts as another language than English only if that is certain: the detector
// (CLD2) must be sure, and the commonest English words must be rare in the text. So English with many foreign
// names stays English, and so does a short text.
//
// Linear; of a long text only a sample is examined. Tested on paragraphs in a dozen languages.

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
