#include "drafting/told_act.h"

#include "evidence/reading/clause.h"
#include "evidence/reading/phrase_set.h"
#include "evidence/reading/speech_act.h"

#include <algorithm>
#include <initializer_list>

namespace stasis::drafting {

using evidence::ClauseToken;
using evidence::ClauseTokens;
using evidence::SpeechAct;

namespace {

constexpr std::size_t longestSubject = 8; // words

bool anyOf(const ClauseToken& token, std::initializer_list<std::string_view> words) {
  return token.isWord() && std::ranges::find(words, token.word) != words.end();
}

bool isAuxiliary(const ClauseToken& token) {
  return anyOf(token, {"had", "has", "have", "was", "were", "is", "are", "been", "be", "would", "will",
                       "also", "already", "now", "still"});
}

bool counts(const ClauseToken& token) {
  return (token.word[0] >= '0' && token.word[0] <= '9') ||
         anyOf(token, {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
                       "twelve", "dozens", "several", "many", "some"});
}

/// Where the subject begins behind `at least`, `more than`, an article.
std::size_t subjectStart(ClauseTokens t) {
  std::size_t i = 0;
  while (i < t.size() && anyOf(t[i], {"at", "least", "more", "than", "about", "around", "up", "to", "the",
                                      "that", "as", "many", "over", "nearly"}))
    ++i;
  return i;
}

/// One past the subject: the auxiliary or verb behind it.
std::size_t subjectEnd(ClauseTokens t, std::size_t begin) {
  for (std::size_t i = begin; i < t.size() && i <= begin + longestSubject && t[i].isWord(); ++i)
    if (i > begin && (isAuxiliary(t[i]) || evidence::isVerbOfSpeech(t[i])))
      return i;
  return begin;
}

struct Doing {
  SpeechAct kind;
  std::size_t end; ///< one past its words
};

std::optional<Doing> doingAt(ClauseTokens t, std::size_t i) {
  static const evidence::PhraseSet verbs("act_verbs");
  while (i < t.size() && isAuxiliary(t[i]))
    ++i;
  if (i >= t.size() || !t[i].isWord())
    return std::nullopt;
  if (i + 1 < t.size() && anyOf(t[i], {"ready", "prepared", "willing"}) && anyOf(t[i + 1], {"to", "for"}))
    return Doing{SpeechAct::offer, i + 2};
  const auto match = verbs.at(t, i);
  if (match.length == 0 || match.value.ends_with(" 0"))
    return std::nullopt;
  const auto kind = evidence::speechActNamed(match.value.substr(0, match.value.find(' ')));
  std::size_t end = i + match.length;
  if (end < t.size() && t[end].is("to"))
    ++end;
  return Doing{*kind, end};
}

std::string textOf(std::string_view words, ClauseTokens t, std::size_t begin, std::size_t end) {
  while (end > begin && !t[end - 1].isWord() && t[end - 1].kind != ClauseToken::Kind::closeQuote)
    --end;
  return begin >= end
             ? std::string()
             : std::string(words.substr(t[begin].range.begin, t[end - 1].range.end - t[begin].range.begin));
}

} // namespace

std::optional<ToldAct> toldAct(std::string_view words) {
  const auto tokens = evidence::clauseTokens(words, {0, words.size()});
  const ClauseTokens t = tokens;
  const std::size_t begin = subjectStart(t);
  if (begin >= t.size() || !t[begin].isWord() || evidence::isSubjectPronoun(t[begin]) ||
      !(t[begin].capital || counts(t[begin])))
    return std::nullopt;
  const std::size_t end = subjectEnd(t, begin);
  if (end == begin)
    return std::nullopt;
  const auto doing = doingAt(t, end);
  if (!doing || doing->kind == SpeechAct::report || doing->end >= t.size())
    return std::nullopt;
  return ToldAct{textOf(words, t, begin, end), doing->kind, textOf(words, t, doing->end, t.size())};
}

std::optional<Wanted> wantedOf(std::string_view words) {
  const auto tokens = evidence::clauseTokens(words, {0, words.size()});
  const ClauseTokens t = tokens;
  std::size_t begin = !t.empty() && t[0].is("that") ? 1 : 0;
  const bool article = begin < t.size() && t[begin].is("the");
  begin += article ? 1 : 0;
  if (begin >= t.size() || !t[begin].isWord() || !(article || t[begin].capital) ||
      evidence::isSubjectPronoun(t[begin]))
    return std::nullopt;
  for (std::size_t i = begin + 1; i + 1 < t.size() && i <= begin + 4 && t[i].isWord(); ++i)
    if (anyOf(t[i], {"to", "must", "should"}) && t[i + 1].isWord() && !evidence::opensSubject(t[i + 1]))
      return Wanted{textOf(words, t, begin, i), textOf(words, t, i + 1, t.size())};
    else if (evidence::isPreposition(t[i]) && !t[i].is("of"))
      return std::nullopt;
  return std::nullopt;
}

void refuse(std::string& words, bool& negated, bool& own) {
  const auto tokens = evidence::clauseTokens(words, {0, words.size()});
  const ClauseTokens t = tokens;
  own = false;
  for (std::size_t i = 0; i < t.size(); ++i) {
    const bool modal = i + 1 < t.size() && anyOf(t[i], {"will", "would", "can", "could", "shall"}) &&
                       anyOf(t[i + 1], {"not", "never"});
    const bool contracted = anyOf(t[i], {"won't", "wouldn't", "can't", "cannot"});
    const bool infinitive =
        i + 1 < t.size() && t[i + 1].is("to") &&
        (t[i].word.starts_with("refus") || t[i].word.starts_with("declin") || t[i].is("intention"));
    if (!modal && !contracted && !infinitive)
      continue;
    const std::size_t verb = i + (contracted ? 1 : 2);
    const bool others = i > 1 && !evidence::isSubjectPronoun(t[i - 1]) && !infinitive && !t[0].capital;
    if (verb >= t.size() || t[verb].is("be") || others)
      return;
    words = textOf(words, t, verb, t.size());
    negated = own = true;
    return;
  }
}

} // namespace stasis::drafting
