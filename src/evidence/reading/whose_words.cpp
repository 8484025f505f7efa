#include "evidence/reading/whose_words.h"

#include <algorithm>

namespace stasis::evidence {

namespace {

bool isWho(const Token& token) {
  return token.known != nullptr && (token.known->text == "who" || token.known->text == "whose");
}

bool isSomebody(const NounPhrase& phrase) {
  return phrase.kind == NounKind::person || phrase.kind == NounKind::role || phrase.kind == NounKind::body ||
         phrase.kind == NounKind::state;
}

/// Whether tokens [first, last) contain such a mark.
bool holds(const Sentence& sentence, std::size_t first, std::size_t last, TokenKind kind) {
  for (std::size_t i = first; i < last; ++i)
    if (sentence.tokens[i].kind == kind)
      return true;
  return false;
}

/// Set off by commas between a subject and its verb: ", whose son is one of the six,".
bool standsInAside(const Sentence& sentence, const NounPhrase& subject, const NounPhrase& inner,
                   std::size_t verb) {
  const auto& tokens = sentence.tokens;
  return subject.last < inner.first && inner.last < verb && tokens[subject.last].kind == TokenKind::comma &&
         isWho(tokens[subject.last + 1]) && tokens[verb - 1].kind == TokenKind::comma;
}

} // namespace

bool wordsKnowBetter(const Sentence& sentence, const NounPhrase& byTree, const Frame& byWords) {
  if (!byWords.subject || !isSomebody(*byWords.subject) || byWords.borrowed)
    return false;
  const NounPhrase& other = *byWords.subject;
  if (standsInAside(sentence, other, byTree, byWords.verb))
    return true;
  if (byTree.last == 1 && sentence.tokens[0].endsIng && sentence.tokens[1].kind == TokenKind::comma)
    return true; // "Dissenting, Ana Bell wrote"
  if (byTree.last > other.first)
    return false;
  const auto& tokens = sentence.tokens;
  if (!byTree.named() && other.named() && other.kind == NounKind::body && other.first == byTree.last + 1 &&
      tokens[byTree.last].kind == TokenKind::comma && other.last < tokens.size() &&
      tokens[other.last].kind == TokenKind::comma)
    return true;        // "the host, the Western League, urged"
  if (byWords.relative) // "branches … of Tom Reiss, who says"
    return !isSomebody(byTree) && other.last < byWords.verb &&
           holds(sentence, other.last, byWords.verb, TokenKind::comma);
  return holds(sentence, byTree.last, other.first, TokenKind::colon) ||
         holds(sentence, byTree.last, other.first, TokenKind::semicolon);
}

NounPhrase nameBeside(const Sentence& sentence, const NounPhrase& phrase) {
  if (phrase.named() || phrase.first < 2 || sentence.tokens[phrase.first - 1].kind != TokenKind::comma)
    return phrase;
  const auto name = nounPhraseBefore(sentence, phrase.first - 1, false);
  return name && name->kind == NounKind::person && name->named() ? *name : phrase;
}

std::optional<std::pair<NounPhrase, NounPhrase>> pairBefore(const Sentence& sentence, std::size_t verb) {
  const auto& tokens = sentence.tokens;
  if (verb < 6 || tokens[verb - 1].kind != TokenKind::comma)
    return std::nullopt;
  const auto second = nounPhraseBefore(sentence, verb - 1, false);
  if (!second || second->kind != NounKind::person || second->first < 3 ||
      !tokens[second->first - 1].is(lexical::conjunction))
    return std::nullopt;
  const auto first = nounPhraseBefore(sentence, second->first - 1, false);
  if (!first || first->kind != NounKind::person || first->first == 0 ||
      tokens[first->first - 1].kind != TokenKind::comma)
    return std::nullopt;
  return std::pair(*first, *second);
}

} // namespace stasis::evidence
