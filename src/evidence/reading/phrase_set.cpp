#include "evidence/reading/phrase_set.h"

#include "evidence/reading/word_list.h"

#include <algorithm>

namespace stasis::evidence {

namespace {

constexpr std::size_t mostSkipped = 3; // words that `*` stands for
constexpr std::size_t stemKey = 4;     // first letters by which stems are found

bool same(std::string_view wanted, const ClauseToken& token) {
  if (!token.isWord())
    return false;
  return wanted.ends_with('-') ? std::string_view(token.word).starts_with(wanted.substr(0, wanted.size() - 1))
                               : token.word == wanted;
}

std::vector<std::string_view> split(std::string_view words) {
  std::vector<std::string_view> parts;
  while (!words.empty()) {
    const auto end = words.find(' ');
    parts.push_back(words.substr(0, end));
    words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
  }
  return parts;
}

/// The number of tokens that words[k..] take from token i on; 0 if they do not match there.
std::size_t matched(const std::vector<std::string_view>& words, std::size_t k, ClauseTokens tokens,
                    std::size_t i) {
  const std::size_t from = i;
  for (; k < words.size(); ++k, ++i) {
    if (words[k] == "*") {
      for (std::size_t skipped = 0; skipped <= mostSkipped && i + skipped < tokens.size(); ++skipped) {
        if (skipped > 0 && !tokens[i + skipped - 1].isWord())
          return 0;
        if (const auto rest = matched(words, k + 1, tokens, i + skipped); rest != 0)
          return i + skipped + rest - from;
      }
      return 0;
    }
    if (i >= tokens.size() || !same(words[k], tokens[i]))
      return 0;
  }
  return i - from;
}

} // namespace

PhraseSet::PhraseSet(std::string_view list) {
  for (const WordEntry& entry : wordList(list)) {
    auto words = split(entry.words);
    const auto first = words.front();
    auto& phrases = first.ends_with('-') ? byStem_[first.substr(0, stemKey)] : byFirst_[first];
    phrases.push_back({std::move(words), entry.value});
  }
  for (Phrases* map : {&byFirst_, &byStem_})
    for (auto& [first, phrases] : *map)
      std::ranges::stable_sort(phrases, std::greater{}, [](const Phrase& one) { return one.words.size(); });
}

PhraseSet::Match PhraseSet::longest(const Phrases& phrases, std::string_view key, ClauseTokens tokens,
                                    std::size_t at) {
  const auto found = phrases.find(key);
  if (found == phrases.end())
    return {};
  for (const Phrase& phrase : found->second)
    if (const auto length = matched(phrase.words, 0, tokens, at); length != 0)
      return {length, phrase.value};
  return {};
}

PhraseSet::Match PhraseSet::at(ClauseTokens tokens, std::size_t at) const {
  if (!tokens[at].isWord())
    return {};
  const std::string_view word = tokens[at].word;
  const Match whole = longest(byFirst_, word, tokens, at);
  const Match stem = longest(byStem_, word.substr(0, stemKey), tokens, at);
  return stem.length > whole.length ? stem : whole;
}

bool PhraseSet::beginsPhrase(std::string_view word) const {
  const auto found = byFirst_.find(word);
  return found != byFirst_.end() &&
         std::ranges::any_of(found->second, [](const Phrase& one) { return one.words.size() > 1; });
}

bool PhraseSet::has(std::string_view word) const {
  const auto found = byFirst_.find(word);
  return found != byFirst_.end() &&
         std::ranges::any_of(found->second, [](const Phrase& one) { return one.words.size() == 1; });
}

} // namespace stasis::evidence
