#include "evidence/reading/clause.h"

#include "evidence/reading/phrase_set.h"

#include <algorithm>
#include <array>

namespace stasis::evidence {

using Kind = ClauseToken::Kind;

namespace {

const PhraseSet& finiteVerbs() {
  static const PhraseSet list("finite_verbs");
  return list;
}
const PhraseSet& subjects() {
  static const PhraseSet list("subject_words");
  return list;
}
const PhraseSet& actVerbs() {
  static const PhraseSet list("act_verbs");
  return list;
}

template <std::size_t N> bool oneOf(const ClauseToken& token, const std::array<std::string_view, N>& words) {
  return token.isWord() && std::ranges::find(words, token.word) != words.end();
}

bool stops(const ClauseToken& token) { return !token.isWord(); }

} // namespace

bool isVerbOfSpeech(const ClauseToken& token) {
  static constexpr std::array<std::string_view, 22> irregular{
      "said", "says",     "told",    "tells",   "wrote",  "writes",   "swore", "spoke",
      "adds", "warns",    "insists", "argues",  "states", "explains", "say",   "reads",
      "vows", "believes", "asserts", "pledges", "urges",  "denies"};
  return token.isWord() &&
         (oneOf(token, irregular) || (token.word.ends_with("ed") && actVerbs().has(token.word)));
}

bool isFinite(ClauseTokens tokens, std::size_t i) {
  const ClauseToken& token = tokens[i];
  if (!token.isWord())
    return false;
  if (finiteVerbs().has(token.word) || isVerbOfSpeech(token))
    return true;
  static constexpr std::array<std::string_view, 11> behindIs{
      "not", "no", "a", "been", "going", "already", "now", "ready", "prepared", "never", "the"};
  if (token.word.ends_with("'s") && i + 1 < tokens.size() && oneOf(tokens[i + 1], behindIs))
    return true; // the deal's not done
  if (!token.word.ends_with("ed") || i == 0)
    return false;
  const ClauseToken& before = tokens[i - 1];
  return isSubjectPronoun(before) || before.capital;
}

bool hasFinite(ClauseTokens tokens) {
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (isFinite(tokens, i))
      return true;
  return false;
}

bool isSubjectPronoun(const ClauseToken& token) {
  if (!token.isWord() || !subjects().has(token.word))
    return false;
  return subjects().at({&token, 1}, 0).value == "pronoun";
}

bool opensSubject(const ClauseToken& token) {
  return token.isWord() && (token.capital || subjects().has(token.word));
}

bool isCoordinator(const ClauseToken& token) {
  static constexpr std::array<std::string_view, 6> words{"and", "or", "but", "nor", "so", "yet"};
  return oneOf(token, words);
}

bool isPreposition(const ClauseToken& token) {
  static constexpr std::array<std::string_view, 26> words{
      "of",    "in",      "on",   "at",   "to",      "for",    "from",   "by",     "with",
      "about", "against", "into", "over", "under",   "during", "before", "after",  "between",
      "among", "through", "than", "as",   "without", "within", "across", "despite"};
  return oneOf(token, words);
}

bool clauseBegins(ClauseTokens tokens, std::size_t i) {
  if (i >= tokens.size() || !tokens[i].isWord())
    return false;
  const bool subject = opensSubject(tokens[i]) || tokens[i].word.ends_with("s");
  if (isFinite(tokens, i) && !isSubjectPronoun(tokens[i]))
    return false;
  for (std::size_t k = i; k < tokens.size(); ++k) {
    if (tokens[k].kind == Kind::open || tokens[k].kind == Kind::close || tokens[k].kind == Kind::openQuote)
      continue;
    if (stops(tokens[k]))
      return false;
    if (isFinite(tokens, k) && (k > i || isSubjectPronoun(tokens[k])))
      return subject || k - i <= 4;
    if (k > i && k <= i + 3 && isSubjectPronoun(tokens[i]) && tokens[k].word.ends_with("ed"))
      return true; // they almost certainly picked it up
  }
  return false;
}

bool attributionBegins(ClauseTokens tokens, std::size_t i) {
  constexpr std::size_t mostWords = 9;
  if (i >= tokens.size() || !tokens[i].isWord())
    return false;
  if (tokens[i].is("according"))
    return true;
  if (isVerbOfSpeech(tokens[i])) // said Lee
    return i + 1 < tokens.size() && opensSubject(tokens[i + 1]);
  if (!opensSubject(tokens[i]))
    return false;
  for (std::size_t k = i + 1; k < tokens.size() && k <= i + mostWords && tokens[k].isWord(); ++k)
    if (isVerbOfSpeech(tokens[k])) // he said: and no clause of its own after
      return k + 1 == tokens.size() || !tokens[k + 1].isWord() || isPreposition(tokens[k + 1]) ||
             k + 3 >= tokens.size() || tokens[k + 1].word.ends_with("day");
    else if (isFinite(tokens, k))
      return false;
  return false;
}

} // namespace stasis::evidence
