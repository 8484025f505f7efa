#include "evidence/reading/reported_speech.h"

#include <algorithm>

namespace stasis::evidence {

namespace {

/// What is attached to a noun but is not part of its phrase.
bool isAdded(const Syntax& s, WordIndex child) {
  switch (grammar::base(s.tree().relation(child))) {
  case Relation::conj:
  case Relation::cc:
  case Relation::appos:
  case Relation::acl:
  case Relation::advcl:
  case Relation::parataxis:
  case Relation::punct:
  case Relation::case_:
  case Relation::mark:
  case Relation::orphan:
  case Relation::ccomp:
  case Relation::nsubj:
  case Relation::cop:
  case Relation::dep:
  case Relation::discourse:
  case Relation::vocative: return true;
  default: return false;
  }
}

/// Marks the words of the phrase. `and` inside "Trade and Industry" is part of it; after the head it is not.
void take(const Syntax& s, WordIndex w, bool top, std::vector<bool>& in) {
  in[w] = true;
  for (const WordIndex child : s.tree().children(w)) {
    const Relation r = grammar::base(s.tree().relation(child));
    const bool inside = !top && (r == Relation::conj || r == Relation::cc || r == Relation::case_);
    if (!isAdded(s, child) || inside || (r == Relation::case_ && s.tree().is(child, "'s")))
      take(s, child, false, in);
  }
}

} // namespace

std::optional<NounPhrase> phraseOf(const Syntax& s, WordIndex noun) {
  std::vector<bool> in(s.tree().size());
  take(s, noun, true, in);
  WordIndex first = noun;
  WordIndex last = noun;
  while (first > 0 && in[first - 1])
    --first;
  while (last + 1 < in.size() && in[last + 1])
    ++last;
  const std::size_t from = s.tokenOf(first);
  const std::size_t end = s.tokenOf(last) + 1;
  if (s.sentence().tokens[from].kind == TokenKind::quote)
    return std::nullopt;
  std::optional<NounPhrase> phrase = nounPhraseAt(s.sentence(), from, true);
  if (phrase && phrase->last <= end && phrase->last > s.tokenOf(noun) && phrase->head + 1 >= phrase->first)
    return phrase;
  std::size_t core = std::min(s.tokenOf(noun) + 1, end);
  while (core < end && isNameToken(s.sentence(), core))
    ++core;
  return analyse(s.sentence(), from, core);
}

} // namespace stasis::evidence
