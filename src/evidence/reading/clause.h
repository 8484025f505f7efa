#pragma once

// The shape of clauses without a grammar of English: which words can open a subject, which show a verb, and
// so where a clause can begin. These are rules of thumb on word lists, made for the language of reports. They
// are wrong now and then, so callers prefer the signs of punctuation.

#include "evidence/reading/clause_tokens.h"

namespace stasis::evidence {

/// A word that shows a verb: an auxiliary or modal, a frequent verb, a verb of speech, or a form in -ed right
/// after a pronoun or a name.
bool isFinite(ClauseTokens tokens, std::size_t i);
bool hasFinite(ClauseTokens tokens);

bool isSubjectPronoun(const ClauseToken& token);
/// A pronoun, a determiner, a name.
bool opensSubject(const ClauseToken& token);
bool isCoordinator(const ClauseToken& token); ///< and, or, but, nor, so, yet
bool isPreposition(const ClauseToken& token);
/// `said`, `warned`, `added` …
bool isVerbOfSpeech(const ClauseToken& token);

/// Whether a clause can begin at token i: a subject, and a verb after it before the next comma, or at once.
bool clauseBegins(ClauseTokens tokens, std::size_t i);

/// `he said`, `said Mr Lee`, `the ministry's spokesman added` at token i, up to a few words long.
bool attributionBegins(ClauseTokens tokens, std::size_t i);

} // namespace stasis::evidence
