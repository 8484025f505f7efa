#include "evidence/reading/syntax.h"

#include "evidence/grammar/tokenizer.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace stasis::evidence {

Syntax::Syntax(const Sentence& sentence, const SentenceTree& tree) : sentence_(&sentence), tree_(&tree) {
  std::size_t token = 0;
  for (WordIndex w = 0; w < tree.size(); ++w) {
    const model::Range range = tree[w].range;
    while (token + 1 < sentence.tokens.size() && sentence.tokens[token].range.end <= range.begin)
      ++token;
    tokenOf_.push_back(token);
    lower_.push_back(keyOf(tree.text(w)));
    known_.push_back(Lexicon::get().find(lower_.back()));
  }
}

std::optional<WordIndex> Syntax::wordOf(std::size_t token) const {
  for (auto w = static_cast<WordIndex>(std::ranges::lower_bound(tokenOf_, token) - tokenOf_.begin());
       w < tokenOf_.size() && tokenOf_[w] == token; ++w)
    if (const WordIndex head = tree_->head(w); head == noWord || tokenOf_[head] != token)
      return w;
  return std::nullopt;
}

std::string_view Syntax::lemma(WordIndex w) const {
  return known_[w] != nullptr && !known_[w]->lemma.empty() ? known_[w]->lemma : std::string_view(lower_[w]);
}

bool Syntax::isAny(WordIndex w, std::initializer_list<std::string_view> words) const {
  return w < lower_.size() && std::ranges::find(words, std::string_view(lower_[w])) != words.end();
}

bool Syntax::hasChild(WordIndex w, Relation r, std::initializer_list<std::string_view> words) const {
  return std::ranges::any_of(tree_->children(w), [&](WordIndex child) {
    return (tree_->relation(child) == r || grammar::base(tree_->relation(child)) == r) && isAny(child, words);
  });
}

bool Syntax::isInfinitive(WordIndex w) const {
  return std::ranges::any_of(tree_->children(w), [&](WordIndex child) {
    return (tree_->relation(child) == Relation::mark || tree_->relation(child) == Relation::aux) &&
           lower_[child] == "to";
  });
}

bool Syntax::isPassive(WordIndex w) const {
  return tree_->has(w, Relation::auxPass) || tree_->has(w, Relation::nsubjPass) ||
         tree_->has(w, Relation::oblAgent);
}

WordIndex Syntax::agent(WordIndex w) const {
  for (const WordIndex child : tree_->children(w))
    if (tree_->relation(child) == Relation::oblAgent ||
        (tree_->relation(child) == Relation::obl && hasChild(child, Relation::case_, {"by"})))
      return child;
  if (!tree_->has(w, Relation::auxPass))
    return noWord;
  for (const WordIndex child : tree_->children(w)) // "were told in no uncertain terms by the judge"
    if (child > w &&
        (grammar::base(tree_->relation(child)) == Relation::obl || tree_->relation(child) == Relation::obj) &&
        !isAny(child, {"means", "way"}))
      for (const WordIndex below : tree_->children(child))
        if (below > child && tree_->relation(below) == Relation::nmod &&
            hasChild(below, Relation::case_, {"by"}))
          return below;
  return noWord;
}

bool Syntax::isComma(WordIndex w) const {
  if (w >= tokenOf_.size())
    return false;
  const TokenKind kind = sentence_->tokens[tokenOf_[w]].kind;
  return kind == TokenKind::comma || kind == TokenKind::dash || kind == TokenKind::semicolon ||
         kind == TokenKind::colon;
}

namespace {

/// The ends of sentences inside a quote, one byte past their marks.
std::vector<std::size_t> stopsIn(std::string_view text, model::Range quote) {
  std::vector<std::size_t> stops;
  for (std::size_t i = quote.begin; i + 2 < quote.end; ++i)
    if ((text[i] == '.' || text[i] == '!' || text[i] == '?') && text[i + 1] == ' ' && text[i + 2] >= 'A' &&
        text[i + 2] <= 'Z' && i > quote.begin + 2 && !(text[i - 1] >= 'A' && text[i - 1] <= 'Z'))
      stops.push_back(i + 1);
  return stops;
}

/// "some economists - among them a minority of the board - warn": the only two dashes of a sentence, between
/// which nobody speaks and nothing is supposed. The tree is better without what stands there.
std::optional<std::pair<std::size_t, std::size_t>> betweenDashes(const Sentence& sentence) {
  const auto& tokens = sentence.tokens;
  constexpr std::size_t most = 25; // tokens
  std::optional<std::size_t> first;
  std::optional<std::size_t> second;
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (tokens[i].kind == TokenKind::dash) {
      if (second)
        return std::nullopt;
      (first ? second : first) = i;
    }
  if (!second || *first == 0 || *second + 1 >= tokens.size() || *second - *first > most ||
      !tokens[*first - 1].isWord() || !tokens[*second + 1].isWord())
    return std::nullopt;
  for (std::size_t i = *first + 1; i < *second; ++i)
    if (!(tokens[i].isWord() || tokens[i].kind == TokenKind::comma || tokens[i].kind == TokenKind::number) ||
        tokens[i].is(lexical::cue | lexical::subordinator))
      return std::nullopt;
  return std::pair(*first, *second);
}

} // namespace

std::vector<model::Range> wordsToParse(std::string_view text, const Sentence& sentence) {
  std::vector<model::Range> words;
  if (sentence.tokens.empty())
    return words;
  std::size_t from = sentence.tokens.front().range.begin; // behind a dateline
  const std::optional<std::pair<std::size_t, std::size_t>> between = betweenDashes(sentence);
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const Token& token = sentence.tokens[i];
    if (between && i == between->first) {
      grammar::tokenize(text, {from, token.range.begin}, words);
      i = between->second;
      from = sentence.tokens[i].range.end;
      continue;
    }
    if (token.kind != TokenKind::quote)
      continue;
    const std::vector<std::size_t> stops = stopsIn(text, token.range);
    if (stops.empty())
      continue;
    const bool first = i > 0; // the reporter leads into it
    grammar::tokenize(text, {from, first ? stops.front() : token.range.begin + 1}, words);
    from = first && i + 1 == sentence.tokens.size() ? token.range.end - 1 : stops.back();
  }
  grammar::tokenize(text, {from, sentence.range.end}, words);
  return words;
}

} // namespace stasis::evidence
