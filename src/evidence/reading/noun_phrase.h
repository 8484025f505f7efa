#pragma once

// A noun phrase of a sentence, found from one of its ends and taken apart: the name in it, the role before
// the name ("Russian President", "FCA worker"), or its head noun. No parts of speech are tagged: a phrase is
// what stands between words that cannot be part of one.
//
// Bounded: a phrase has at most 24 tokens.

#include "evidence/reading/sentences.h"

#include <optional>

namespace stasis::evidence {

enum class NounKind : std::uint8_t {
  person, ///< a name, unless it is known to be something else
  body,   ///< a name with "Ministry", "NATO", an acronym
  state,  ///< a country, a capital, a house: "Moscow"
  pronoun,
  role,     ///< "the spokesman", "Hamas officials"
  document, ///< "the statement"
  phrase,   ///< anything else
};

struct NounPhrase {
  std::size_t first = 0; ///< tokens [first, last) of the sentence
  std::size_t last = 0;
  std::size_t nameFirst = 0; ///< the name within; empty if there is none
  std::size_t nameLast = 0;
  std::size_t head = 0; ///< the role or noun that is its head
  NounKind kind = NounKind::phrase;
  Gender gender = Gender::unknown;
  bool plural = false;
  bool hasRole = false; ///< head is a role or title

  bool named() const { return nameFirst < nameLast; }
};

/// A token that can be part of a name where it stands.
bool isNameToken(const Sentence& sentence, std::size_t i);

/// Whether it is a finite verb, as far as the word and its neighbours show.
bool looksFinite(const Sentence& sentence, std::size_t i);

/// The phrase whose last token is `end` - 1; with `chain`, including what it belongs to ("a spokesperson of
/// China's Commerce Ministry").
std::optional<NounPhrase> nounPhraseBefore(const Sentence& sentence, std::size_t end, bool chain = true);

/// The phrase that begins at `first`; with `chain`, including what belongs to it.
std::optional<NounPhrase> nounPhraseAt(const Sentence& sentence, std::size_t first, bool chain = false);

NounPhrase analyse(const Sentence& sentence, std::size_t first, std::size_t last);

} // namespace stasis::evidence
