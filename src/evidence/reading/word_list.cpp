#include "evidence/reading/word_list.h"

#include "evidence/text/list_lines.h"
#include "model/trimmed.h"

#include <map>
#include <stdexcept>
#include <string>

namespace stasis::evidence {

namespace {

WordEntry entry(std::string_view line) {
  constexpr std::string_view sign = " = ";
  const auto at = line.find(sign);
  if (at == std::string_view::npos)
    return {model::trimmed(line), {}};
  return {model::trimmed(line.substr(0, at)), model::trimmed(line.substr(at + sign.size()))};
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
  for (const std::string_view line : listLines(text))
    entries.push_back(entry(line));
  return entries;
}

const std::vector<WordEntry>& wordList(std::string_view name) {
  const auto found = lists().find(name);
  if (found == lists().end())
    throw std::logic_error("no list of words named " + std::string(name));
  return found->second;
}

} // namespace stasis::evidence
