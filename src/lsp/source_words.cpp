#include "lsp/source_words.h"

#include "evidence/source_file.h"
#include "evidence/text/document.h"

#include <algorithm>

namespace stasis::lsp {

namespace {

constexpr std::size_t mostBytes = std::size_t{4} << 20U;
constexpr std::size_t mostWords = 400; ///< of one offer, in bytes

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool isLetter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

/// The end of the typed words if they stand at `at`; 0 if they do not.
std::size_t matchedUntil(std::string_view text, std::size_t at, std::string_view typed) {
  std::size_t i = 0;
  while (i < typed.size()) {
    if (isSpace(typed[i])) {
      if (at >= text.size() || !isSpace(text[at]))
        return 0;
      while (i < typed.size() && isSpace(typed[i]))
        ++i;
      while (at < text.size() && isSpace(text[at]))
        ++at;
    } else if (at < text.size() && lower(text[at]) == lower(typed[i])) {
      ++i;
      ++at;
    } else {
      return 0;
    }
  }
  return at;
}

std::size_t sentenceEnd(std::string_view text, std::size_t from) {
  const std::size_t limit = std::min(text.size(), from + mostWords);
  std::size_t space = limit;
  for (std::size_t at = from; at < limit; ++at) {
    if (text[at] == '\n')
      return at;
    if (isSpace(text[at]))
      space = at;
    const bool stop = text[at] == '.' || text[at] == '!' || text[at] == '?';
    if (stop && (at + 1 == text.size() || isSpace(text[at + 1]) || text[at + 1] == '"'))
      return at + 1;
  }
  return limit == text.size() ? limit : space;
}

/// On one line, and quoted as a string of the language.
std::string offered(std::string_view words) {
  std::string line;
  for (const char c : words)
    if (isSpace(c)) {
      if (!line.empty() && line.back() != ' ')
        line += ' ';
    } else {
      if (c == '"' || c == '\\')
        line += '\\';
      line += c;
    }
  while (!line.empty() && line.back() == ' ')
    line.pop_back();
  return line;
}

} // namespace

std::vector<std::string> wordsThatGoOn(const std::string& path, std::string_view typed, std::size_t most) {
  std::vector<std::string> found;
  const auto content = evidence::readSourceFile(path, mostBytes);
  if (!content.text)
    return found;
  const evidence::Document document(*content.text);
  const std::string_view text = document.text();
  const auto offer = [&](std::size_t from, std::size_t matched) {
    const std::string words = offered(text.substr(from, sentenceEnd(text, matched) - from));
    if (!words.empty() && std::ranges::find(found, words) == found.end())
      found.push_back(words);
  };
  while (!typed.empty() && isSpace(typed.front()))
    typed.remove_prefix(1);
  for (std::size_t at = 0; at < text.size() && found.size() < most; ++at) {
    const bool paragraph = at == 0 || text[at - 1] == '\n';
    const bool wordBegins = paragraph || !isLetter(text[at - 1]);
    if (typed.empty() ? !paragraph : !wordBegins)
      continue;
    if (const std::size_t until = typed.empty() ? at : matchedUntil(text, at, typed);
        typed.empty() || until > 0)
      offer(at, until);
  }
  return found;
}

} // namespace stasis::lsp
