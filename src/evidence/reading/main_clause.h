#pragma once

// The two halves of a conditional: how far the clause after the marker goes, and where the other clause is:
// after it ("If X, Y") or before it ("Y if X").

#include "evidence/reading/clause_tokens.h"

namespace stasis::evidence {

/// Indices of tokens, with exclusive ends. An empty consequence means that the sentence has none.
struct ClausesAround {
  std::size_t conditionEnd = 0;
  std::size_t consequenceBegin = 0;
  std::size_t consequenceEnd = 0;
};

/// The marker is tokens [begin, end) of a sentence. `phrase`: a noun phrase follows it, not a clause.
ClausesAround clausesAround(ClauseTokens sentence, std::size_t begin, std::size_t end, bool phrase);

} // namespace stasis::evidence
