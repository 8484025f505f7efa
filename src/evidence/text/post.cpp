#include "evidence/text/post.h"

#include "evidence/text/phrases.h"
#include "evidence/text/turn_label.h"

#include <algorithm>

namespace stasis::evidence {

namespace {

constexpr std::size_t longestName = 60;
constexpr std::size_t longestWhen = 40;
constexpr char dashMark = '\x05'; // in a reading text

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Separators between the words of a time: `·`, `•`, `|`, commas, brackets.
std::size_t separatorLength(std::string_view text) {
  for (const std::string_view one :
       {" ", ",", "|", "-", "(", ")", ".", "\x05", "\u00B7", "\u2022", "\u2014", "\u2013"})
    if (text.starts_with(one))
      return one.size();
  return 0;
}

/// `3h`, `9:12 am`, `4 May 2031`, `Yesterday at 9:12`: every word says when, and one has a digit.
bool isWhen(std::string_view text) {
  bool digits = false;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t skip = separatorLength(text.substr(at)); skip > 0) {
      at += skip;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && separatorLength(text.substr(end)) == 0)
      ++end;
    const std::string_view word = text.substr(at, end - at);
    const bool number = std::ranges::any_of(word, isDigit);
    if (!number && !isPhrase(word, "posted_when"))
      return false;
    digits |= number || isPhrase(word, "posted_at");
    at = end;
  }
  return digits;
}

std::size_t behindBlanks(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ')
    ++at;
  return at;
}

/// Name and handle from `begin` on, followed by nothing but a time.
std::optional<Post> signedAt(std::string_view text, std::size_t begin) {
  const std::size_t at = text.find('@', begin);
  if (at == std::string_view::npos || at - begin > longestName)
    return std::nullopt;
  const std::size_t length = handleLength(text.substr(at));
  if (length == 0)
    return std::nullopt;
  std::size_t end = at + length;
  const bool bracket = at > begin && text[at - 1] == '(';
  if (bracket && (end >= text.size() || text[end] != ')'))
    return std::nullopt;
  end += bracket ? 1 : 0;
  const std::string_view when = text.substr(end);
  if (when.size() > longestWhen || !(behindBlanks(when, 0) == when.size() || isWhen(when)))
    return std::nullopt;
  const auto label = turnLabelAt(std::string(text.substr(begin, end - begin)) + ":");
  if (!label || !label->isPost)
    return std::nullopt;
  return Post{label->name, {begin + label->mention.begin, begin + label->mention.end}, {}, false, end};
}

/// The last dash that has blanks around it or begins the text.
std::optional<model::Range> lastDash(std::string_view text) {
  for (std::size_t at = text.size(); at-- > 0;)
    for (const std::string_view dash : {"\u2014", "\u2013", "--", "-", "\x05"})
      if (text.substr(at).starts_with(dash) && (at == 0 || text[at - 1] == ' ' || text[at - 1] == dashMark))
        return model::Range{at, behindBlanks(text, at + dash.size())};
  return std::nullopt;
}

bool isOpening(char c) { return c == '"' || c == '\x01'; }
bool isClosing(char c) { return c == '"' || c == '\x02'; }

/// The range without blanks, further dashes, and marks around the whole.
model::Range bare(std::string_view text, std::size_t end) {
  model::Range words{0, end};
  while (words.end > 0 && (text[words.end - 1] == ' ' || text[words.end - 1] == dashMark))
    --words.end;
  if (words.end > 2 && isOpening(text[0]) && isClosing(text[words.end - 1]))
    words = {1, words.end - 1};
  return words;
}

} // namespace

std::size_t handleLength(std::string_view words) {
  constexpr std::size_t shortest = 3;
  if (words.empty() || words[0] != '@')
    return 0;
  std::size_t at = 1;
  while (at < words.size() &&
         (isLetter(words[at]) || isDigit(words[at]) || words[at] == '_' ||
          ((words[at] == '.' || words[at] == '@' || words[at] == '-') && at + 1 < words.size() &&
           (isLetter(words[at + 1]) || isDigit(words[at + 1])))))
    ++at;
  return at >= shortest ? at : 0;
}

std::optional<Post> postAt(std::string_view paragraph) {
  if (paragraph.find('@') == std::string_view::npos)
    return std::nullopt;
  const std::size_t tail = paragraph.size() - std::min(paragraph.size(), longestName + longestWhen * 2);
  if (const auto dash = lastDash(paragraph.substr(tail)))
    if (auto post = signedAt(paragraph, tail + dash->end)) {
      post->isBelow = true;
      post->words = bare(paragraph, tail + dash->begin);
      return post;
    }
  return signedAt(paragraph, 0);
}

} // namespace stasis::evidence
