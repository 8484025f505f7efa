#include "evidence/reading/goes_on.h"

#include "evidence/reading/noun_phrase.h"

#include <algorithm>

namespace stasis::evidence {

namespace {

bool isOneOf(const Token& token, std::initializer_list<std::string_view> words) {
  return token.known != nullptr && std::ranges::find(words, token.known->text) != words.end();
}

bool isShifted(const Token& token) {
  return isOneOf(token, {"would", "had", "could", "might", "wouldn't", "hadn't", "couldn't"});
}

bool tells(const Token& token) {
  return token.is(lexical::cue) && token.known->form == VerbForm::past &&
         (token.known->cue == CueClass::say || token.known->cue == CueClass::tell);
}

} // namespace

std::optional<model::Range> goesOnBehind(const Sentence& sentence, std::size_t end) {
  const auto& tokens = sentence.tokens;
  auto at = static_cast<std::size_t>(
      std::ranges::lower_bound(tokens, end, {}, [](const Token& one) { return one.range.begin; }) -
      tokens.begin());
  if (at + 3 >= tokens.size() || tokens[at].kind != TokenKind::semicolon)
    return std::nullopt;
  const std::size_t first = ++at;
  if (isOneOf(tokens[first], {"that"}) ||
      (isOneOf(tokens[first], {"and", "but"}) && isOneOf(tokens[first + 1], {"that"})))
    return std::nullopt; // a clause that the verb has of its own
  bool shifted = isOneOf(tokens[first], {"nor"});
  bool finite = false;
  for (; at < tokens.size() && tokens[at].kind != TokenKind::semicolon && tokens[at].kind != TokenKind::stop;
       ++at) {
    if (tells(tokens[at]) || tokens[at].kind == TokenKind::quote)
      return std::nullopt;
    if (!finite && tokens[at].isWord() && (isShifted(tokens[at]) || looksFinite(sentence, at))) {
      finite = true;
      shifted = shifted || isShifted(tokens[at]);
    }
  }
  if (!shifted || !finite)
    return std::nullopt;
  return model::Range{tokens[first].range.begin, tokens[at - 1].range.end};
}

} // namespace stasis::evidence
