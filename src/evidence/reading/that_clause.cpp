#include "evidence/reading/that_clause.h"

#include <algorithm>

namespace stasis::evidence {

namespace {

constexpr std::size_t mostBetween = 9; ///< words between verb and `that`

bool isThat(const Token& token) { return token.known != nullptr && token.known->text == "that"; }

/// How far `that` may be from the verb; farther for a verb that takes an addressee.
std::size_t reachOf(CueClass cue) {
  switch (cue) {
  case CueClass::say:
  case CueClass::tell: return mostBetween;
  case CueClass::act: return 1; // "promised that", not "kept the promise that"
  default: return 0;
  }
}

/// Where the clause ends: before a semicolon or the full stop.
std::size_t endOf(const Sentence& sentence, std::size_t from) {
  std::size_t end = from;
  while (end < sentence.tokens.size() && sentence.tokens[end].kind != TokenKind::semicolon &&
         sentence.tokens[end].kind != TokenKind::stop)
    ++end;
  return end;
}

} // namespace

std::optional<model::Range> thatClauseBehind(const Sentence& sentence, const Frame& frame) {
  const auto& tokens = sentence.tokens;
  const std::size_t last = std::min(frame.verb + 1 + reachOf(frame.cue), tokens.size());
  std::size_t that = frame.verb + 1;
  while (that < last && !isThat(tokens[that])) {
    if (!tokens[that].isWord() || looksFinite(sentence, that))
      return std::nullopt;
    ++that;
  }
  const std::size_t first = that + 1;
  if (that >= last || first + 1 >= tokens.size() || !tokens[first].isWord() || looksFinite(sentence, first) ||
      tokens[first].is(lexical::auxiliary))
    return std::nullopt;
  const std::size_t end = endOf(sentence, first);
  for (std::size_t i = first + 1; i < end; ++i)
    if (looksFinite(sentence, i) || tokens[i].is(lexical::auxiliary))
      return model::Range{tokens[first].range.begin, tokens[end - 1].range.end};
  return std::nullopt;
}

} // namespace stasis::evidence
