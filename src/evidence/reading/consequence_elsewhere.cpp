#include "evidence/reading/consequence_elsewhere.h"

#include "evidence/reading/clause_tokens.h"

#include <algorithm>

namespace stasis::evidence {

namespace {

constexpr std::size_t farthest = 400; // bytes looked at
constexpr std::size_t mostWords = 16; // of an attribution

using Kind = ClauseToken::Kind;

bool isQuote(const ClauseToken& token) {
  return token.kind == Kind::openQuote || token.kind == Kind::closeQuote;
}

} // namespace

std::optional<Passage> consequenceElsewhere(std::string_view report, std::size_t end) {
  const std::size_t line = std::min(report.find('\n', end), report.size());
  const auto tokens = clauseTokens(report, {end, std::min(line, end + farthest)});
  std::size_t i = 0;
  while (i < tokens.size() && tokens[i].kind == Kind::comma)
    ++i;
  if (i >= tokens.size() || !isQuote(tokens[i]))
    return std::nullopt;
  const std::size_t attribution = ++i;
  while (i < tokens.size() && !isQuote(tokens[i]) && tokens[i].kind != Kind::stop)
    ++i;
  if (i >= tokens.size() || !isQuote(tokens[i]) || i == attribution || i - attribution > mostWords ||
      tokens[i - 1].kind != Kind::comma)
    return std::nullopt;
  std::size_t last = i + 1;
  while (last < tokens.size() && !isQuote(tokens[last]) && tokens[last].kind != Kind::stop)
    ++last;
  if (last == i + 1)
    return std::nullopt;
  const model::Range range{tokens[i + 1].range.begin, tokens[last - 1].range.end};
  return Passage{std::string(report.substr(range.begin, range.end - range.begin)), range};
}

} // namespace stasis::evidence
