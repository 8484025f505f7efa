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
    return std::nullopt; // a clause that belongs to the verb itself
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

std::optional<model::Range> goesOnIn(const Sentence& sentence) {
  const auto& tokens = sentence.tokens;
  constexpr std::size_t fewest = 6; // they would go if he came
  if (tokens.size() < fewest || !isOneOf(tokens[0], {"he", "she", "it", "they"}) ||
      !isOneOf(tokens[1], {"would", "could", "wouldn't", "couldn't"}))
    return std::nullopt;
  bool condition = false;
  for (std::size_t i = 2; i + 2 < tokens.size(); ++i) {
    if ((tells(tokens[i]) && !condition) || tokens[i].kind == TokenKind::quote ||
        tokens[i].kind == TokenKind::semicolon)
      return std::nullopt;
    condition = condition || isOneOf(tokens[i], {"if", "unless", "until", "once", "provided"});
  }
  std::size_t last = tokens.size() - 1;
  while (last > 0 && !tokens[last].isWord() && tokens[last].kind != TokenKind::number)
    --last;
  if (!condition || tokens.back().kind != TokenKind::stop)
    return std::nullopt;
  return model::Range{tokens.front().range.begin, tokens[last].range.end};
}

} // namespace stasis::evidence
