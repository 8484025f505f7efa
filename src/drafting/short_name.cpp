#include "drafting/short_name.h"

#include "evidence/reading/clause_tokens.h"
#include "evidence/reading/word_list.h"
#include "exchange/identifier.h"
#include "language/lexing/utf8.h"

#include <algorithm>
#include <set>
#include <unordered_set>

namespace stasis::drafting {

namespace {

constexpr std::size_t mostWords = 4;

bool isEmpty(const std::string& word) {
  static const auto list = [] {
    std::unordered_set<std::string_view> words;
    for (const auto& entry : evidence::wordList("empty_words"))
      words.insert(entry.words);
    return words;
  }();
  return list.contains(word) || word.find('\'') != std::string::npos;
}

} // namespace

std::vector<std::string> contentWords(std::string_view words) {
  std::vector<std::string> kept;
  for (const auto& token : evidence::clauseTokens(words, {0, words.size()})) {
    std::string word = token.word;
    if (word.ends_with("'s"))
      word.resize(word.size() - 2);
    if (token.isWord() && !isEmpty(word))
      kept.push_back(std::move(word));
  }
  return kept;
}

std::string shortName(std::string_view words, std::string_view fallback) {
  std::string name;
  std::size_t count = 0;
  for (const std::string& word : contentWords(words)) {
    if (count++ == mostWords)
      break;
    name += (name.empty() ? "" : " ") + word;
  }
  return exchange::identifierFrom(name, fallback);
}

namespace {

std::set<std::string> wordSet(std::string_view words) {
  const auto all = contentWords(words);
  return {all.begin(), all.end()};
}

} // namespace

double likeness(std::string_view a, std::string_view b) {
  const auto x = wordSet(a);
  const auto y = wordSet(b);
  const auto shared =
      static_cast<std::size_t>(std::ranges::count_if(x, [&](const auto& one) { return y.contains(one); }));
  const std::size_t all = x.size() + y.size() - shared;
  return all == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(all);
}

std::string labelOf(std::string_view words, std::size_t most) {
  std::string line;
  bool tag = false;
  for (std::size_t i = 0; i < words.size();) {
    const auto c = language::codePointAt(words, i);
    const auto bytes = words.substr(i, c.length);
    i += c.length;
    const bool opens = bytes == "<" && i < words.size() && words.find('>', i) != std::string_view::npos;
    tag = tag || opens;
    const bool space = !c.valid || c.value <= 0x20 || c.value == 0x7F || c.value == 0xA0;
    if (!tag && !space)
      line += bytes;
    else if (!line.empty() && !line.ends_with(' '))
      line += ' ';
    tag = tag && bytes != ">";
  }
  while (line.ends_with(' ') || line.ends_with(','))
    line.pop_back();
  if (line.size() <= most)
    return line;
  const auto cut = line.rfind(' ', most);
  line.resize(cut == std::string::npos ? 0 : cut);
  return line + " …";
}

} // namespace stasis::drafting
