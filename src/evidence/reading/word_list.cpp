#include "evidence/reading/word_list.h"

#include <map>
#include <stdexcept>
#include <string>

namespace stasis::evidence {

namespace {

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r");
  return begin == std::string_view::npos ? std::string_view()
                                         : text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

WordEntry entry(std::string_view line) {
  constexpr std::string_view sign = " = ";
  const auto at = line.find(sign);
  if (at == std::string_view::npos)
    return {trimmed(line), {}};
  return {trimmed(line.substr(0, at)), trimmed(line.substr(at + sign.size()))};
}

using Lists = std::map<std::string_view, std::vector<WordEntry>>;

const Lists& lists() {
  static const Lists all = [] {
    Lists parsed;
    for (const WordFile& file : wordFiles())
      parsed.emplace(file.name, wordEntries(file.text));
    return parsed;
  }();
  return all;
}

} // namespace

std::vector<WordEntry> wordEntries(std::string_view text) {
  std::vector<WordEntry> entries;
  while (!text.empty()) {
    const auto end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    line = trimmed(line.substr(0, line.find('#')));
    if (!line.empty())
      entries.push_back(entry(line));
  }
  return entries;
}

const std::vector<WordEntry>& wordList(std::string_view name) {
  const auto found = lists().find(name);
  if (found == lists().end())
    throw std::logic_error("no list of words named " + std::string(name));
  return found->second;
}

} // namespace stasis::evidence
