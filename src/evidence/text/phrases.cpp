#include "evidence/text/phrases.h"

#include "evidence/text/list_lines.h"
#include "evidence/text/word_files.h"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace stasis::evidence {

namespace {

std::vector<std::string> entriesOf(std::string_view text) {
  std::vector<std::string> entries;
  for (const std::string_view line : listLines(text))
    entries.push_back(inLowerCase(line));
  return entries;
}

using Lists = std::map<std::string_view, std::vector<std::string>>;

const Lists& lists() {
  static const Lists all = [] {
    Lists parsed;
    for (const TextWordFile& file : textWordFiles())
      parsed.emplace(file.name, entriesOf(file.text));
    return parsed;
  }();
  return all;
}

bool isWordByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

} // namespace

std::string inLowerCase(std::string_view words) {
  std::string out(words);
  std::ranges::transform(out, out.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

const std::vector<std::string>& phrases(std::string_view list) {
  const auto found = lists().find(list);
  if (found == lists().end())
    throw std::logic_error("no list of words named " + std::string(list));
  return found->second;
}

bool holdsPhrase(std::string_view words, std::string_view list) {
  const std::string lower = inLowerCase(words);
  return std::ranges::any_of(phrases(list), [&](const std::string& entry) {
    for (std::size_t at = lower.find(entry); at != std::string::npos; at = lower.find(entry, at + 1)) {
      const std::size_t end = at + entry.size();
      if ((at == 0 || !isWordByte(lower[at - 1])) && (end == lower.size() || !isWordByte(lower[end])))
        return true;
    }
    return false;
  });
}

bool isPhrase(std::string_view words, std::string_view list) {
  return std::ranges::find(phrases(list), inLowerCase(words)) != phrases(list).end();
}

std::vector<std::string_view> wordsBySpaces(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at)
      words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

} // namespace stasis::evidence
