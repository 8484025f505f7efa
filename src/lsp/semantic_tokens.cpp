#include "lsp/semantic_tokens.h"

#include <algorithm>
#include <optional>

namespace stasis::lsp {

namespace {

using language::Kind;

enum Type : std::uint32_t {
  keyword,
  party,
  family,
  option,
  define,
  state,
  source,
  solutionConcept,
  string,
  number,
  comment
};

Type typeOf(Thing thing) {
  switch (thing) {
  case Thing::party: return party;
  case Thing::family: return family;
  case Thing::option: return option;
  case Thing::define: return define;
  case Thing::state: return state;
  case Thing::source: return source;
  case Thing::solutionConcept: return solutionConcept;
  }
  return option;
}

std::optional<SemanticToken> ofToken(const language::Token& token) {
  switch (token.kind) {
  case Kind::keyword: return SemanticToken{token.range, keyword, false};
  case Kind::string: return SemanticToken{token.range, string, false};
  case Kind::number: return SemanticToken{token.range, number, false};
  case Kind::comment: return SemanticToken{token.range, comment, false};
  default: return std::nullopt;
  }
}

} // namespace

std::vector<SemanticToken> semanticTokens(const Reading& reading, model::Range range) {
  std::vector<SemanticToken> made;
  const auto& names = reading.names().occurrences();
  auto name =
      std::ranges::lower_bound(names, range.begin, {}, [](const Occurrence& o) { return o.range.begin; });
  const auto& words = reading.names().placedWords();
  const auto& tokens = reading.tokens();
  auto token = std::ranges::lower_bound(tokens, range.begin, {}, [](const auto& t) { return t.range.end; });
  for (; token != tokens.end() && token->range.begin < range.end; ++token) {
    while (name != names.end() && name->range.begin < token->range.begin)
      ++name;
    const bool isName = name != names.end() && name->range == token->range;
    if (isName)
      made.push_back({token->range, typeOf(name->thing), name->declares});
    else if (std::ranges::binary_search(words, token->range.begin, {}, &model::Range::begin))
      made.push_back({token->range, keyword, false});
    else if (auto other = ofToken(*token); other && !token->range.empty())
      made.push_back(*other);
  }
  return made;
}

} // namespace stasis::lsp
