#pragma once

// A list of words and phrases to look for in a row of tokens; the longest match counts. `*` in a phrase
// stands for up to three words, `retaliat-` for every word that begins like this (as the first word of a
// phrase it needs four letters or more). A look-up costs two hashes and the phrases with the same beginning.

#include "evidence/reading/clause_tokens.h"

#include <string_view>
#include <unordered_map>
#include <vector>

namespace stasis::evidence {

class PhraseSet {
public:
  /// Reads words/NAME.txt; throws if there is no such list.
  explicit PhraseSet(std::string_view list);

  struct Match {
    std::size_t length = 0; ///< in tokens; 0: none
    std::string_view value;
  };
  /// The longest phrase that begins at token `at`.
  Match at(ClauseTokens tokens, std::size_t at) const;
  bool has(std::string_view word) const;
  /// Whether some phrase of several words begins with it.
  bool beginsPhrase(std::string_view word) const;

private:
  struct Phrase {
    std::vector<std::string_view> words;
    std::string_view value;
  };
  using Phrases = std::unordered_map<std::string_view, std::vector<Phrase>>;
  Phrases byFirst_; ///< by the first word
  Phrases byStem_;  ///< by the first letters of a first word with a hyphen

  static Match longest(const Phrases& phrases, std::string_view key, ClauseTokens tokens, std::size_t at);
};

} // namespace stasis::evidence
