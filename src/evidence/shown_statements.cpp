#include "evidence/shown_statements.h"

#include "evidence/text/phrases.h"

#include <algorithm>

namespace stasis::evidence {

namespace {

bool isNameByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// Whether the name contains the asked words as whole consecutive words.
bool holds(std::string_view name, std::string_view asked) {
  for (std::size_t at = name.find(asked); at != std::string_view::npos; at = name.find(asked, at + 1)) {
    const std::size_t end = at + asked.size();
    if ((at == 0 || !isNameByte(name[at - 1])) && (end == name.size() || !isNameByte(name[end])))
      return true;
  }
  return false;
}

} // namespace

bool ShownStatements::shows(const LedgerEntry& entry) const {
  if (!kinds.empty() && std::ranges::find(kinds, entry.kind) == kinds.end())
    return false;
  if (speakers.empty())
    return true;
  std::vector<std::string> names{entry.speaker.value_or(""), entry.principal.value_or("")};
  for (const SpeakerName& one : entry.speakers) {
    names.push_back(one.name);
    names.push_back(one.principal.value_or(""));
  }
  return std::ranges::any_of(speakers, [&](const std::string& asked) {
    return std::ranges::any_of(
        names, [&](const std::string& name) { return holds(inLowerCase(name), inLowerCase(asked)); });
  });
}

bool ShownStatements::showsReport(const Ledger& ledger) const {
  return since.empty() || (ledger.date && *ledger.date >= since);
}

std::vector<LedgerEntry> withUnreal(const Ledger& ledger) {
  std::vector<LedgerEntry> all = ledger.entries;
  all.insert(all.end(), ledger.unreal.begin(), ledger.unreal.end());
  std::ranges::stable_sort(all, {}, [](const LedgerEntry& entry) { return entry.said().range.begin; });
  return all;
}

bool isDate(std::string_view text) {
  constexpr std::string_view shape = "0000-00-00";
  if (text.size() != 4 && text.size() != 7 && text.size() != shape.size())
    return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (shape[i] == '-' ? text[i] != '-' : text[i] < '0' || text[i] > '9')
      return false;
  const auto isBetween = [&](std::size_t at, std::string_view most) {
    return text.size() < at + 2 || (text.substr(at, 2) >= "01" && text.substr(at, 2) <= most);
  };
  return isBetween(5, "12") && isBetween(8, "31");
}

} // namespace stasis::evidence
